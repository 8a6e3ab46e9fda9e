/** @file People by band and group as counts; names only on request, in alphabetical order, each list and each person with an audit line. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadPeople } from "@/lib/browser/insights";
import type { BandCounts, PeopleList } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { INSIGHTS } from "../words";
import { PersonSheet } from "./person-sheet";
import { ATTRITION } from "./words";

const BANDS = ["usual", "raised", "high"] as const;
type Band = (typeof BANDS)[number];
const FILL: Readonly<Record<Band, string>> = { usual: "bg-press", raised: "bg-marker", high: "bg-marker-line" };

interface Asked {
  readonly band: Band;
  readonly group: string | null;
}

export function PeopleBands({ kind, version }: { kind: "attrition"; version: number }) {
  const words = useWords(ATTRITION);
  const { data, error, reload } = useResource(`insights:${kind}:people:${version}`, (signal) => loadPeople(kind, {}, signal));
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!data) return error === undefined ? <WaitingRows rows={4} label={words.people} /> : <FailedPanel error={error} onRetry={reload} />;
  const { groups } = data.counts;
  const shownRows = groups.flatMap(({ group, n, bands }) => (bands ? [[group || words.all, ...BANDS.map((band) => bands[band] ?? 0), n]] : []));
  return (
    <FigureFrame name={words.people} says={words.peopleSays} isTable table={{ head: [words.group, ...BANDS.map((band) => words.band[band]), words.n], rows: shownRows }}>
      <BandTable counts={data.counts} asked={asked} onAsk={setAsked} />
      {asked && <Names key={`${asked.band} ${asked.group ?? ""}`} kind={kind} asked={asked} />}
    </FigureFrame>
  );
}

function BandTable({ counts, asked, onAsk }: { counts: BandCounts; asked: Asked | null; onAsk: (asked: Asked) => void }) {
  const words = useWords(ATTRITION);
  const general = useWords(INSIGHTS);
  const shown = counts.groups.filter(({ bands }) => bands !== null);
  const hidden = counts.groups.length - shown.length;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.people}>
      <table className="w-full text-sm tabular">
        <thead>
          <tr className="text-left text-xs text-ink-3">
            <th scope="col" className="py-1 pr-4 font-medium">{words.group}</th>
            {BANDS.map((band) => <th key={band} scope="col" className="px-2 text-right font-medium">{words.band[band]}</th>)}
            <th scope="col" className="hidden w-2/5 px-2 font-medium md:table-cell"><span className="sr-only">{words.people}</span></th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ group, n, bands }) => (
            <tr key={group} className="border-t border-rule">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">{group || words.all} <span className="text-xs text-ink-3">{n}</span></th>
              {BANDS.map((band) => {
                const count = bands?.[band] ?? 0;
                const isAsked = asked?.band === band && asked.group === group;
                return (
                  <td key={band} className="px-2 text-right">
                    {band === "usual" || count === 0 ? count : <Button size="sm" look={isAsked ? "solid" : "outline"} aria-label={`${words.names}: ${group}, ${words.band[band]}, ${count}`} onClick={() => onAsk({ band, group })}>{count}</Button>}
                  </td>
                );
              })}
              <td className="hidden px-2 md:table-cell">
                <span aria-hidden className="flex h-2.5 overflow-hidden rounded-sm">{BANDS.map((band) => <span key={band} className={FILL[band]} style={{ width: `${(100 * (bands?.[band] ?? 0)) / Math.max(1, n)}%` }} />)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="mt-1.5 text-xs text-ink-3">{general.suppressed(hidden, counts.smallest)}</p>}
    </div>
  );
}

function Names({ kind, asked }: { kind: "attrition"; asked: Asked }) {
  const words = useWords(ATTRITION);
  const { data, error, reload } = useResource(`insights:${kind}:names:${asked.band}:${asked.group ?? ""}`, (signal) => loadPeople(kind, { band: asked.band, ...(asked.group === null ? {} : { group: asked.group }) }, signal));
  const [person, setPerson] = useState<PeopleList["people"][number] | null>(null);
  if (!data) return error === undefined ? <WaitingRows rows={3} label={words.names} /> : <FailedPanel error={error} onRetry={reload} />;
  return (
    <section aria-label={words.showNames(words.band[asked.band])} className="mt-4">
      <h4 className="text-sm font-semibold">{asked.group}: {words.showNames(words.band[asked.band])}</h4>
      <p className="mb-2 text-xs text-ink-3">{words.namesSays}</p>
      {data.people.length === 0 && <p className="text-sm">{words.nobody}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {data.people.map((one) => (
          <li key={one.rowKey}><Button size="sm" onClick={() => setPerson(one)}>{one.name ?? one.rowKey}</Button></li>
        ))}
      </ul>
      {data.more && <p className="mt-1 text-xs text-ink-3">{words.more}</p>}
      {person && <PersonSheet kind={kind} person={person} onClose={() => setPerson(null)} />}
    </section>
  );
}
