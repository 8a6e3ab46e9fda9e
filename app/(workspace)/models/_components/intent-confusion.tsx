/** @file Confusion matrix of the intent router: what reviewers say questions are for, against where they were sent, before and after. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { VersionView } from "@/lib/contracts/learning";
import { INTENT } from "./intent-words";

/** Nothing for versions from before intent was learned, and where no verdict was given. */
export function hasIntent({ recipe }: VersionView): boolean {
  return Number(recipe["intentQuestions"] ?? 0) > 0;
}

export function IntentConfusion({ version: { recipe } }: { version: VersionView }) {
  const words = useWords(INTENT);
  const cell = (side: string, name: string): number => Number(recipe[`intent.${side}.${name}`] ?? 0);
  const rows = [
    { name: words.forDocuments, lookedUp: "documentsKept", turnedAway: "documentsLost", isOwn: true },
    { name: words.notForDocuments, lookedUp: "othersLookedUp", turnedAway: "othersTold", isOwn: false },
  ];
  const sides = [{ key: "before", name: words.before }, { key: "after", name: words.after }];
  return (
    <>
      <p className="mb-2 max-w-prose text-base">{told(recipe, words)}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
        <table className="w-full max-w-2xl text-sm tabular">
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr className="text-left text-xs text-ink-3">
              <th rowSpan={2} scope="col" className="py-1 pr-3 align-bottom font-medium">{words.reviewers}</th>
              {sides.map(({ key, name }) => <th key={key} colSpan={2} scope="colgroup" className="border-l border-rule px-2 text-left font-medium">{name}</th>)}
            </tr>
            <tr className="text-xs text-ink-3">
              {sides.map(({ key }) => [words.lookedUp, words.turnedAway].map((name, column) => <th key={key + name} scope="col" className={`px-2 text-right font-normal ${column === 0 ? "border-l border-rule" : ""}`}>{name}</th>))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, lookedUp, turnedAway, isOwn }) => (
              <tr key={name} className="border-t border-rule">
                <th scope="row" className="py-1 pr-3 text-left font-normal">{name}</th>
                {sides.map(({ key }) => [lookedUp, turnedAway].map((at, column) => <td key={key + at} className={`px-2 text-right ${column === 0 ? "border-l border-rule" : ""} ${(column === 0) === isOwn || cell(key, at) === 0 ? "" : "font-semibold text-no"}`}>{cell(key, at)}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-xs text-ink-3">{words.help}</p>
    </>
  );
}

function told(recipe: VersionView["recipe"], words: (typeof INTENT)["en"]): string {
  const of = (name: string): number => Number(recipe[name] ?? 0);
  const [questions, unfair] = [of("intentQuestions"), of("intentUnfair")];
  if (recipe["intentLossBefore"] === undefined) return words.few(questions, unfair);
  const losses = [of("intentLossBefore").toFixed(3), of("intentLossAfter").toFixed(3)] as const;
  return recipe["intentLearned"] === true ? words.learned(questions, unfair, ...losses) : words.kept(questions, unfair, ...losses);
}
