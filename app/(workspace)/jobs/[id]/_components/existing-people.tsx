/** @file People whose résumés are here already, to be added to an opening: who fits best stands first, with what shows it. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Check } from "@/app/_components/ui/field";
import { SearchField } from "@/app/_components/ui/search-field";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { loadPool } from "@/lib/browser/recruiting";
import { listCandidates } from "@/lib/browser/people";
import type { CandidateSummary } from "@/lib/contracts/people";
import type { PooledPerson } from "@/lib/contracts/recruiting-pool";
import { RECRUITING } from "../../recruiting-words";
import { POOL } from "./pool-words";

const SHOWN = 60;

interface ExistingProps {
  readonly openingId: string;
  /** Résumés that have applied already. */
  readonly applied: readonly string[];
  /** Stand above the others: a link brought them along. */
  readonly first: readonly string[];
  readonly picked: readonly string[];
  readonly onPick: (ids: readonly string[]) => void;
}

export function ExistingPeople({ openingId, applied, first, picked, onPick }: ExistingProps) {
  const words = useWords(RECRUITING);
  const pool = useWords(POOL);
  const [query, setQuery] = useState("");
  const { data } = useResource("candidates-to-add", (signal) => listCandidates("", signal));
  const { data: fits, reload } = useResource(`pool:${openingId}`, (signal) => loadPool(openingId, signal));
  const places = new Map((fits?.people ?? []).map((person, i) => [person.documentId, { person, i }]));
  const wanted = query.trim().toLowerCase();
  const rows = (data ?? [])
    .filter(({ documentId, name, title }) => !applied.includes(documentId) && [name, title].some((text) => text?.toLowerCase().includes(wanted)))
    .sort((a, b) => Number(first.includes(b.documentId)) - Number(first.includes(a.documentId)) || (places.get(a.documentId)?.i ?? SHOWN) - (places.get(b.documentId)?.i ?? SHOWN));
  const { term, consent } = fits?.heldBack ?? { term: 0, consent: 0 };
  return (
    <section className="mt-4" aria-label={words.existing}>
      <SearchField label={words.find} value={query} onChange={setQuery} />
      {fits && <p className="mt-2 text-xs text-ink-3">{fits.namesHidden ? pool.hidden : pool.best}{term + consent > 0 && ` ${pool.heldBack(consent, term)}`}</p>}
      {fits && fits.read < fits.total && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-2 tabular">
          {pool.reading(fits.read, fits.total)} <Button size="sm" onClick={reload}>{pool.again}</Button>
        </p>
      )}
      <div className="hairline-scroll mt-2 max-h-56 overflow-y-auto">
        {rows.slice(0, SHOWN).map((row) => (
          <Check
            key={row.documentId}
            checked={picked.includes(row.documentId)}
            onChange={(on) => onPick(on ? [...picked, row.documentId] : picked.filter((id) => id !== row.documentId))}
            label={<PersonLine row={row} fit={places.get(row.documentId)?.person ?? null} />}
          />
        ))}
        {data && rows.length === 0 && <p className="py-2 text-sm text-ink-3">{pool.nobody}</p>}
      </div>
    </section>
  );
}

function PersonLine({ row: { name, title, source }, fit }: { row: CandidateSummary; fit: PooledPerson | null }) {
  const pool = useWords(POOL);
  return (
    <span className="block min-w-0">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span lang={langOf(name ?? "")}>{name ?? source}{title && <span lang={langOf(title)} className="text-ink-3"> · {title}</span>}</span>
        {fit && <span className="text-xs text-ink-2 tabular">{pool.score(fit.score.toFixed(1), fit.mustHavesMet, fit.mustHaves)}</span>}
      </span>
      {fit?.shows[0] && <span lang={langOf(fit.shows[0].quote)} className="line-clamp-1 text-xs text-ink-3">“{fit.shows[0].quote}”</span>}
    </span>
  );
}
