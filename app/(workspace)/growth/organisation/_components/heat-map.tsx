/** @file HeatMap: a table of skills by department; ink deepens with the share of people, a hatched cell is withheld. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import type { OrganisationView } from "@/lib/contracts/growth-organisation";
import { ORGANISATION } from "./words";

/** As lib/growth/network/heat-map.ts names the row of everyone. */
const EVERYONE = "*";

export function HeatMap({ organisation }: { organisation: OrganisationView }) {
  const words = useWords(ORGANISATION);
  const language = useLanguage();
  const most = Math.max(1, ...organisation.cells.filter(({ group }) => group !== EVERYONE).map(({ people }) => people ?? 0));
  return (
    <section aria-labelledby="map" tabIndex={0} className="hairline-scroll overflow-x-auto">
      <h2 id="map" className="text-lg font-semibold tracking-tight">
        {words.map}
      </h2>
      <p className="text-sm text-ink-3">{words.mapSays}</p>
      <table className="mt-3 text-left text-xs tabular">
        <thead>
          <tr>
            <th className="py-1.5 pr-4 font-medium text-ink-3">{words.skill}</th>
            {organisation.groups.map((group) => (
              <th key={group} className="max-w-28 py-1.5 pr-2 align-bottom font-medium text-ink-2">
                {group === EVERYONE ? words.everyone : group}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organisation.skillIds.map((skillId) => (
            <tr key={skillId}>
              <th scope="row" className="py-0.5 pr-4 text-sm font-medium whitespace-nowrap">
                {organisation.names[skillId]?.[language] ?? skillId}
              </th>
              {organisation.groups.map((group) => (
                <Cell key={group} cell={organisation.cells.find((each) => each.group === group && each.skillId === skillId)} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, most }: { cell: OrganisationView["cells"][number] | undefined; most: number }) {
  const words = useWords(ORGANISATION);
  if (!cell || cell.people === null) {
    const why = words.withheld[cell?.withheld ?? "too-few"];
    return (
      <td className="py-0.5 pr-2">
        <span title={why} className="block h-7 min-w-20 rounded-sm border border-dashed border-rule">
          <span className="sr-only">{why}</span>
        </span>
      </td>
    );
  }
  const share = Math.min(1, cell.people / most);
  return (
    <td className="py-0.5 pr-2">
      <span title={words.cell(cell.people, String(cell.meanLevel ?? 0))} className="relative block h-7 min-w-20 overflow-hidden rounded-sm border border-rule px-2 leading-7">
        <span aria-hidden className="absolute inset-y-0 left-0 bg-press" style={{ width: `${Math.round(share * 100)}%` }} />
        <span className="relative">
          {cell.people} <span className="text-ink-3">{cell.meanLevel !== null && `⌀ ${cell.meanLevel}`}</span>
        </span>
      </span>
    </td>
  );
}
