/**
 * @file Split: every question belongs to train, dev or the frozen test, for ever. Whatever was in test stays in test as
 * labels grow; a new paraphrase of a test question is test as well; new groups are drawn by the hash of their question.
 */
import { sha256 } from "../../core/hash";
import { isSameNeed, type GroupedQuestion } from "./question-groups";

export type Split = "train" | "dev" | "test";

export interface SplitShares {
  readonly dev: number;
  readonly test: number;
}

/** A quarter proves, a sixth chooses, the rest teaches. */
export const SPLIT_SHARES: SplitShares = { dev: 0.15, test: 0.25 };

/** What earlier snapshots decided: question text → split. Kept with the company's data. */
export type SplitLedger = Readonly<Record<string, Split>>;

/** Strictest first: what may have been seen by nobody wins over what was trained on. */
const STRICTNESS: readonly Split[] = ["test", "dev", "train"];

/**
 * @param questions distinct texts with `root`, the position of the first question of their group
 * @param ledger earlier decisions; never changed, only added to
 * @returns a split per question, and the ledger with the new ones
 */
export function assignSplits(
  questions: readonly (GroupedQuestion & { readonly root: number })[],
  { ledger = {}, known = [], shares = SPLIT_SHARES }: { ledger?: SplitLedger; known?: readonly GroupedQuestion[]; shares?: SplitShares } = {},
): { splits: Split[]; ledger: SplitLedger } {
  const members = new Map<number, number[]>();
  questions.forEach(({ root }, at) => members.set(root, [...(members.get(root) ?? []), at]));
  const decided = new Map<number, Split>();
  for (const [root, own] of members) {
    const earlier = own.flatMap((at) => ledger[questions[at]?.text ?? ""] ?? []);
    const near = own.flatMap((at) => known.flatMap((other) => (isSameNeed(questions[at] as GroupedQuestion, other) ? (ledger[other.text] ?? []) : [])));
    decided.set(root, STRICTNESS.find((split) => [...earlier, ...near].includes(split)) ?? drawn(questions[root]?.text ?? "", shares));
  }
  // A question decided before keeps its own split, even where a new question has joined two groups.
  const splits = questions.map(({ text, root }) => ledger[text] ?? decided.get(root) ?? "train");
  return { splits, ledger: { ...ledger, ...Object.fromEntries(questions.map(({ text }, at) => [text, splits[at] as Split])) } };
}

/** By the hash of the text: the same whatever else there is. */
function drawn(text: string, { dev, test }: SplitShares): Split {
  const at = Number.parseInt(sha256(text).slice(0, 8), 16) / 2 ** 32;
  return at < test ? "test" : at < test + dev ? "dev" : "train";
}
