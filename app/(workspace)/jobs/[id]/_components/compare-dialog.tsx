/** @file Two to four people side by side: rows are requirements, cells the line that shows each; differences only, if wished. */
"use client";

import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check as Tick } from "@/app/_components/ui/field";
import { langOf } from "@/app/_components/words";
import type { ApplicationView, ScorecardView } from "@/lib/contracts/recruiting";
import { withoutBullet } from "@/lib/core/without-bullet";
import { RECRUITING } from "../../recruiting-words";

type Part = ScorecardView["parts"][number];

export function CompareDialog({ people, onClose }: { people: readonly ApplicationView[]; onClose: () => void }) {
  const words = useWords(RECRUITING);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.compare} width="72rem">
      <CompareTable people={people} />
    </Dialog>
  );
}

/** Rows are what was scored: a requirement that was corrected since has not been looked for yet, so nothing can be said of it. */
export function CompareTable({ people }: { people: readonly ApplicationView[] }) {
  const words = useWords(RECRUITING);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const asked = new Map(people.flatMap(({ card }) => (card?.parts ?? []).flatMap((part) => (part.requirementId === null ? [] : [[part.requirementId, part] as const]))));
  const rows = [...asked].map(([id, { name, mustHave }]) => ({ id, name, mustHave, parts: people.map(({ card }) => card?.parts.find(({ requirementId }) => requirementId === id) ?? null) }));
  const shown = onlyDifferent ? rows.filter(({ parts }) => new Set(parts.map((part) => `${part?.met} ${part?.standing}`)).size > 1) : rows;
  return (
    <>
      <Tick checked={onlyDifferent} onChange={setOnlyDifferent} label={words.differences} />
      <div role="region" aria-label={words.compare} tabIndex={0} className="hairline-scroll mt-2 overflow-x-auto">
        <table className="w-full min-w-[40rem] table-fixed border-collapse text-left text-sm">
          <thead>
            <tr className="border-b border-rule-2 align-bottom">
              <th scope="col" className="w-44 pb-2"><span className="sr-only">{words.tabs.requirements}</span></th>
              {people.map(({ id, person, card }) => (
                <th key={id} scope="col" className="pr-4 pb-2 font-normal">
                  <span lang={langOf(person.name)} className="block truncate font-semibold">{person.name}</span>
                  <span className="text-ink-2 tabular">{card ? `${card.score.toFixed(1)} · ${words.mustOf(card.mustHavesMet, card.mustHaves.length)}` : words.notScored}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name, mustHave, parts }) => (
              <tr key={id} className="border-b border-rule align-top">
                <th scope="row" lang={langOf(name)} className="py-2 pr-4 text-left font-medium">
                  {name}
                  <span className="block text-xs font-normal text-ink-3">{mustHave ? words.must : words.nice}</span>
                </th>
                {parts.map((part, i) => <Cell key={people[i]?.id ?? i} part={part} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ part }: { part: Part | null }) {
  const words = useWords(RECRUITING);
  if (!part) return <td className="py-2 pr-4 text-xs text-ink-3">–</td>;
  const quote = withoutBullet(part.evidence[0]?.text ?? "");
  return (
    <td className="py-2 pr-4">
      <span className={clsx("flex items-center gap-1 text-xs", part.met ? "text-yes" : "text-ink-3")}>
        {part.met ? <Check size={13} aria-hidden /> : <Minus size={13} aria-hidden />}
        {(part.met ? words.standing : words.fallsShort)[part.standing]}
        {part.years && <span className="text-ink-3 tabular"> · {words.yearsFound(String(part.years.found ?? 0), part.years.asked)}</span>}
      </span>
      {quote && <span lang={langOf(quote)} className="mt-0.5 line-clamp-4 font-serif text-base leading-6"><span className="marked">{quote}</span></span>}
    </td>
  );
}
