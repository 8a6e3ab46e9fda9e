/** @file Reviewers' quality as a table. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { ReviewerQualityView } from "@/lib/contracts/review-trust";
import { TRUST_WORDS } from "./words";

export function ReviewerTable({ reviewers }: { reviewers: readonly ReviewerQualityView[] }) {
  const words = useWords(TRUST_WORDS);
  const { columns } = words;
  if (reviewers.length === 0) return <p className="border-t border-rule py-3 text-sm text-ink-2">{words.none}</p>;
  return (
    <div role="group" aria-label={words.reviewers} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-md border-collapse text-left text-sm tabular">
        <thead>
          <tr className="label h-9 border-b border-rule-2">
            <th scope="col" className="pr-4 font-[550]">{columns.name}</th>
            {[columns.items, columns.grades, columns.accuracy, columns.weight, columns.gold].map((name) => (
              <th key={name} scope="col" className="w-24 pr-4 text-right font-[550]">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviewers.map((reviewer) => (
            <tr key={reviewer.id} className="h-9 border-b border-rule">
              <th scope="row" className="pr-4 font-normal">
                {reviewer.name} {reviewer.isMe && <span className="text-ink-3">· {words.me}</span>}
              </th>
              <td className="pr-4 text-right">{reviewer.items}</td>
              <td className="pr-4 text-right">{reviewer.grades}</td>
              <td className="pr-4 text-right font-medium">{reviewer.accuracy.toFixed(2)}</td>
              <td className="pr-4 text-right">{reviewer.weight.toFixed(2)}</td>
              <td className="pr-4 text-right">{words.of(reviewer.gold.agreed, reviewer.gold.compared)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
