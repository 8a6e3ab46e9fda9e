/** @file People by band and group as counts; names only on request, in alphabetical order, each list and each person with an audit line. */
"use client";

import { useState, type ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadPeople } from "@/lib/browser/insights";
import type { BandCounts, PeopleList } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { INSIGHTS } from "../words";
import { PEOPLE } from "./words";

/** Kinds that say something of a person. */
export type PersonKind = "attrition" | "performance";
export type ListedPerson = PeopleList["people"][number];

export interface Band {
  readonly id: string;
  readonly name: string;
  /** CSS colour of its part of the bar. */
  readonly fill: string;
  /** Names can be asked for. */
  readonly isOpen: boolean;
}

interface PeopleBandsProps {
  readonly kind: PersonKind;
  readonly version: number;
  readonly says: string;
  readonly bands: readonly Band[];
  /** What is said of one of them. */
  readonly sheet: (person: ListedPerson, close: () => void) => ReactNode;
}

interface Asked {
  readonly band: string;
  readonly group: string | null;
}

export function PeopleBands({ kind, version, says, bands, sheet }: PeopleBandsProps) {
  const words = useWords(PEOPLE);
  const { data, error, reload } = useResource(`insights:${kind}:people:${version}`, (signal) => loadPeople(kind, {}, signal));
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!data) return error === undefined ? <WaitingRows rows={4} label={words.people} /> : <FailedPanel error={error} onRetry={reload} />;
  const { groups } = data.counts;
  const shownRows = groups.flatMap(({ group, n, bands: counts }) => (counts ? [[group || words.all, ...bands.map(({ id }) => counts[id] ?? 0), n]] : []));
  return (
    <FigureFrame name={words.people} says={says} isTable table={{ head: [words.group, ...bands.map(({ name }) => name), words.n], rows: shownRows }}>
      <BandTable counts={data.counts} bands={bands} asked={asked} onAsk={setAsked} />
      {asked && <Names key={`${asked.band} ${asked.group ?? ""}`} kind={kind} asked={asked} band={bands.find(({ id }) => id === asked.band)?.name ?? asked.band} sheet={sheet} />}
    </FigureFrame>
  );
}

function BandTable({ counts, bands, asked, onAsk }: { counts: BandCounts; bands: readonly Band[]; asked: Asked | null; onAsk: (asked: Asked) => void }) {
  const words = useWords(PEOPLE);
  const general = useWords(INSIGHTS);
  const shown = counts.groups.filter((group) => group.bands !== null);
  const hidden = counts.groups.length - shown.length;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.people}>
      <table className="w-full text-sm tabular">
        <thead>
          <tr className="text-left text-xs text-ink-3">
            <th scope="col" className="py-1 pr-4 font-medium">{words.group}</th>
            {bands.map(({ id, name }) => <th key={id} scope="col" className="px-2 text-right font-medium">{name}</th>)}
            <th scope="col" className="hidden w-2/5 px-2 font-medium md:table-cell"><span className="sr-only">{words.people}</span></th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ group, n, bands: own }) => (
            <tr key={group} className="border-t border-rule">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">{group || words.all} <span className="text-xs text-ink-3">{n}</span></th>
              {bands.map(({ id, name, isOpen }) => {
                const count = own?.[id] ?? 0;
                const isAsked = asked?.band === id && asked.group === group;
                return (
                  <td key={id} className="px-2 text-right">
                    {!isOpen || count === 0 ? count : <Button size="sm" look={isAsked ? "solid" : "outline"} aria-label={`${words.names}: ${group || words.all}, ${name}, ${count}`} onClick={() => onAsk({ band: id, group })}>{count}</Button>}
                  </td>
                );
              })}
              <td className="hidden px-2 md:table-cell">
                <span aria-hidden className="flex h-2.5 overflow-hidden rounded-sm">{bands.map(({ id, fill }) => <span key={id} style={{ width: `${(100 * (own?.[id] ?? 0)) / Math.max(1, n)}%`, backgroundColor: fill }} />)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="mt-1.5 text-xs text-ink-3">{general.suppressed(hidden, counts.smallest)}</p>}
    </div>
  );
}

function Names({ kind, asked, band, sheet }: Pick<PeopleBandsProps, "kind" | "sheet"> & { asked: Asked; band: string }) {
  const words = useWords(PEOPLE);
  const { data, error, reload } = useResource(`insights:${kind}:names:${asked.band}:${asked.group ?? ""}`, (signal) => loadPeople(kind, { band: asked.band, ...(asked.group === null ? {} : { group: asked.group }) }, signal));
  const [person, setPerson] = useState<ListedPerson | null>(null);
  if (!data) return error === undefined ? <WaitingRows rows={3} label={words.names} /> : <FailedPanel error={error} onRetry={reload} />;
  return (
    <section aria-label={words.showNames(band)} className="mt-4">
      <h3 className="text-sm font-semibold">{asked.group || words.all}: {words.showNames(band)}</h3>
      <p className="mb-2 text-xs text-ink-3">{words.namesSays}</p>
      {data.people.length === 0 && <p className="text-sm">{words.nobody}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {data.people.map((one) => (
          <li key={one.rowKey}><Button size="sm" onClick={() => setPerson(one)}>{one.name ?? one.rowKey}</Button></li>
        ))}
      </ul>
      {data.more && <p className="mt-1 text-xs text-ink-3">{words.more}</p>}
      {person && sheet(person, () => setPerson(null))}
    </section>
  );
}
