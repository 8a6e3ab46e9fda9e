/** @file Beside the item: my progress and the guidelines. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { Progress } from "@/lib/contracts/review";
import { REVIEW_WORDS } from "./words";

export function SidePane({ progress, guidelines }: { progress: Progress | undefined; guidelines: boolean }) {
  const words = useWords(REVIEW_WORDS);
  const figures: readonly (readonly [string, string])[] = [
    [String(progress?.today ?? "–"), words.today],
    [progress?.itemsPerMinute == null ? "–" : String(progress.itemsPerMinute), words.speed],
    [String(progress?.total ?? "–"), words.total],
  ];
  const agreement = progress?.agreement;
  return (
    <div role="region" aria-label={words.sidePane} tabIndex={0} className="hairline-scroll h-full overflow-y-auto px-5 py-4 -outline-offset-2">
      <section aria-label={words.progress}>
        <dl className="grid grid-cols-3 gap-3">
          {figures.map(([value, name]) => (
            <div key={name} className="flex flex-col-reverse justify-end">
              <dt className="text-xs text-ink-3">{name}</dt>
              <dd className="text-xl leading-7 font-medium tracking-tight tabular">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-sm text-ink-2">
          {words.agreement}: {agreement ? <span className="font-medium text-ink tabular">α {agreement.alpha.toFixed(2)}</span> : words.agreementNone}
        </p>
        {agreement && <p className="text-xs text-ink-3 tabular">{words.interval(agreement.low.toFixed(2), agreement.high.toFixed(2), agreement.n)}</p>}
      </section>
      {guidelines && (
        <section aria-label={words.guide.title} className="mt-5 border-t border-rule pt-4 text-sm">
          <h2 className="font-semibold">{words.guide.title}</h2>
          <ul className="mt-2 space-y-1.5 tabular">
            {words.guide.rows.split("\n").map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
          <ul className="mt-4 space-y-2 text-ink-2">
            {words.guide.notes.split("\n").map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
