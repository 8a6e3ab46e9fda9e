/**
 * @file Intent questions: what reviewers said of each question as one verdict: documents could answer it (graded, or looked
 * for and not found), or none could ("not a fair question"). Where they disagree the heavier side counts for the difference.
 */
import { isOutOfScope } from "../../assistant/tools/out-of-scope";
import type { UnanswerableQuestion } from "../answering/asked";
import type { Split } from "../dataset/split";
import { rightOf, type RankingExample } from "../ranking/examples";
import type { IntentQuestion } from "./learn-intent";

/** Said of one question by one or several reviewers. */
interface Said extends Pick<UnanswerableQuestion, "query" | "group" | "split" | "weight" | "vector"> {
  readonly isForDocuments: boolean;
}

/** @returns one per question text, in order of appearance; none where both sides weigh the same */
export function intentQuestions(examples: readonly (RankingExample & { readonly split: Split })[], unanswerable: readonly UnanswerableQuestion[], unfair: readonly UnanswerableQuestion[]): IntentQuestion[] {
  const graded = examples.flatMap((example): Said[] => {
    const right = rightOf(example);
    if (right.size === 0) return [];
    const weight = Math.max(...example.judged.filter(({ id }) => right.has(id)).map((one) => one.weight));
    return [{ query: example.query, group: example.group, split: example.split, weight, vector: example.pool.vector, isForDocuments: true }];
  });
  const verdicts = new Map<string, Said[]>();
  for (const one of [...graded, ...unanswerable.map((one): Said => ({ ...one, isForDocuments: true })), ...unfair.map((one): Said => ({ ...one, isForDocuments: false }))]) {
    verdicts.set(one.query, [...(verdicts.get(one.query) ?? []), one]);
  }
  return [...verdicts.values()].flatMap((own): IntentQuestion[] => {
    const heaviest = (isForDocuments: boolean): number => Math.max(0, ...own.filter((one) => one.isForDocuments === isForDocuments).map(({ weight }) => Math.min(1, weight)));
    const balance = heaviest(true) - heaviest(false);
    const [first] = own;
    return !first || balance === 0 ? [] : [{ group: first.group, split: first.split, vector: first.vector, isRuledOut: isOutOfScope(first.query), isForDocuments: balance > 0, weight: Math.abs(balance) }];
  });
}
