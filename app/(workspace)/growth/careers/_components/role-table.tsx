/** @file RoleTable: the lattice in words: every role with what one covers, the time, and the moves. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import type { CareersView } from "@/lib/contracts/growth-network";
import { hoursText, percentOf } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { CAREERS } from "./words";

export function RoleTable({ careers, onChoose }: { careers: CareersView; onChoose: (id: string) => void }) {
  const words = useWords(CAREERS);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const moved = new Map(careers.edges.filter(({ from }) => from === careers.here).map(({ to, people }) => [to, people]));
  const roles = [...careers.roles].sort((a, b) => b.coverage - a.coverage);
  return (
    <details>
      <summary className="py-2 text-sm font-semibold">{words.asTable}</summary>
      <div className="hairline-scroll overflow-x-auto">
        <table className="w-full min-w-[44rem] text-left text-sm tabular">
          <caption className="sr-only">{words.table}</caption>
          <thead>
            <tr className="text-xs text-ink-3">
              {[words.role, words.family, words.gradeHead, words.covers, words.time, words.moves].map((name) => (
                <th key={name} className="py-1.5 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.id} className="border-t border-rule">
                <th scope="row" className="py-1.5 pr-4 font-medium">
                  <button type="button" onClick={() => onChoose(role.id)} className="text-left underline decoration-transparent underline-offset-4 hover:decoration-ink">
                    {role.title[language]}
                  </button>
                </th>
                <td className="py-1.5 pr-4">{role.family}</td>
                <td className="py-1.5 pr-4">{words.grade(role.grade)}</td>
                <td className="py-1.5 pr-4">{terms.percent(percentOf(role.coverage))}</td>
                <td className="py-1.5 pr-4">{role.hours === null ? words.unknown : terms.hours(hoursText(role.hours))}</td>
                <td className="py-1.5 pr-4">{words.movesOf(moved.get(role.id) ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
