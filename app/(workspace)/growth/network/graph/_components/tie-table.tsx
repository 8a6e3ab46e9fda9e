/** @file TieTable: the picture in words: everyone in it, with whom, and why. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { tiesWith, type ShownGraph } from "@/lib/browser/collaboration-filter";
import { useReasons } from "./person-ties";
import { GRAPH } from "./words";

export function TieTable({ graph, onChoose }: { graph: ShownGraph; onChoose: (id: string) => void }) {
  const words = useWords(GRAPH);
  const reasonText = useReasons();
  return (
    <details>
      <summary className="py-2 text-sm font-semibold">{words.asTable}</summary>
      <div className="hairline-scroll overflow-x-auto">
        <table className="w-full min-w-[44rem] text-left text-sm">
          <caption className="sr-only">{words.tableSays}</caption>
          <thead>
            <tr className="text-xs text-ink-3">
              {[words.name, words.team, words.site, words.with].map((name) => (
                <th key={name} scope="col" className="py-1.5 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {graph.people.map((person) => {
              const ties = tiesWith(person.id, graph);
              return (
                <tr key={person.id} className="border-t border-rule align-top">
                  <th scope="row" className="py-1.5 pr-4 font-medium whitespace-nowrap">
                    <button type="button" onClick={() => onChoose(person.id)} className="text-left underline decoration-transparent underline-offset-4 hover:decoration-ink">
                      {person.name}
                    </button>
                  </th>
                  <td className="py-1.5 pr-4">{person.team}</td>
                  <td className="py-1.5 pr-4">{person.site}</td>
                  <td className="py-1.5 pr-4 text-ink-2">
                    {ties.length === 0 ? words.alone : ties.map(({ other, tie }) => `${other.name} (${reasonText(tie)})`).join("; ")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
