/**
 * @file Learn intent: which questions are for the documents at all, from reviewers' verdicts ("not a fair question" against
 * graded or unanswerable ones). Used only if it foresees those verdicts better on questions that it had not seen, sends fewer of
 * them to the wrong place (a better guess of the share alone changes nothing for anybody), and no more of the general questions.
 */
import { sha256 } from "../../core/hash";
import { chanceForDocuments, isForDocuments, type LearnedIntent } from "../../knowledge/retrieval/learned-intent";
import type { Split } from "../dataset/split";
import { fitIntent, type IntentRow } from "./fit-intent";

/** A question of which reviewers have said whether documents could answer it. */
export interface IntentQuestion extends IntentRow {
  readonly group: string;
  readonly split: Split;
}

/** Questions that have nothing to do with the labels: those on the demo company's documents, and small talk, weather, sums. */
export interface GeneralIntents {
  /** What is learned beside the labels. */
  readonly replay: readonly IntentRow[];
  /** Never learned from: the gate's. */
  readonly gate: readonly IntentRow[];
}

/** Questions by where they belong and where they were sent. */
export interface Confusion {
  readonly documentsKept: number;
  /** For the documents, but refused. */
  readonly documentsLost: number;
  /** Not for the documents, but looked up in them. */
  readonly othersLookedUp: number;
  readonly othersTold: number;
}

export interface IntentResult {
  /** Null: as shipped. */
  readonly intent: LearnedIntent | null;
  readonly questions: number;
  /** Of them not for the documents. */
  readonly unfair: number;
  /** Mean logarithmic loss on questions held out of the fit, as shipped and learned, and the standard error of the difference; null with too few. */
  readonly loss: { readonly before: number; readonly after: number; readonly error: number } | null;
  /** Every judged question under the patterns alone and under what was learned without it. */
  readonly confusion: { readonly before: Confusion; readonly after: Confusion };
}

const FOLDS = 5;
/** Judged questions below which nothing is fitted, and of each kind at least. */
const LEAST = { questions: 20, each: 5 };
/** A general question counts this much of a judged one: together they keep the direction from drifting, no more. */
const REPLAY_WEIGHT = 0.25;

export function learnIntent(questions: readonly IntentQuestion[], general: GeneralIntents): IntentResult {
  const seen = questions.filter(({ split }) => split !== "test");
  const unfair = seen.filter((one) => !one.isForDocuments).length;
  const before = confusionOf(questions, () => null);
  const nothing: IntentResult = { intent: null, questions: questions.length, unfair: questions.filter((one) => !one.isForDocuments).length, loss: null, confusion: { before, after: before } };
  if (seen.length < LEAST.questions || Math.min(unfair, seen.length - unfair) < LEAST.each) return nothing;
  const replay = general.replay.map((row) => ({ ...row, weight: REPLAY_WEIGHT * row.weight }));
  const foldOf = ({ group }: IntentQuestion): number => Number.parseInt(sha256(group).slice(0, 8), 16) % FOLDS;
  const fits = Array.from({ length: FOLDS }, (_, fold) => fitIntent([...seen.filter((one) => foldOf(one) !== fold), ...replay]));
  const unseen = (one: IntentQuestion): LearnedIntent | null => fits[foldOf(one)] ?? null;
  const loss = compareLoss(seen, unseen);
  const whole = fitIntent([...seen, ...replay]);
  const after = confusionOf(questions, (one) => (one.split === "test" ? whole : unseen(one)));
  const isBetter = loss.before - loss.after > loss.error && wrongOf(after) < wrongOf(before) && missent(general.gate, whole) <= missent(general.gate, null);
  return isBetter ? { ...nothing, intent: whole, loss, confusion: { before, after } } : { ...nothing, loss };
}

function compareLoss(questions: readonly IntentQuestion[], unseen: (one: IntentQuestion) => LearnedIntent | null): NonNullable<IntentResult["loss"]> {
  const total = questions.reduce((sum, { weight }) => sum + weight, 0);
  const rows = questions.map((one) => ({ share: one.weight / total, before: lossOf(one, null), after: lossOf(one, unseen(one)) }));
  const mean = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + row.share * of(row), 0);
  const gain = mean(({ before, after }) => before - after);
  const deviation = Math.sqrt(mean(({ before, after }) => (before - after - gain) ** 2));
  return { before: mean(({ before }) => before), after: mean(({ after }) => after), error: deviation / Math.sqrt(rows.length) };
}

function lossOf(row: IntentRow, intent: LearnedIntent | null): number {
  const chance = chanceForDocuments(row.vector, row.isRuledOut, intent);
  return -Math.log(Math.max(1e-9, row.isForDocuments ? chance : 1 - chance));
}

function confusionOf<Q extends IntentRow>(questions: readonly Q[], intentFor: (one: Q) => LearnedIntent | null): Confusion {
  const count = (isOwn: boolean, isSent: boolean): number =>
    questions.filter((one) => one.isForDocuments === isOwn && isForDocuments(chanceForDocuments(one.vector, one.isRuledOut, intentFor(one))) === isSent).length;
  return { documentsKept: count(true, true), documentsLost: count(true, false), othersLookedUp: count(false, true), othersTold: count(false, false) };
}

const wrongOf = ({ documentsLost, othersLookedUp }: Confusion): number => documentsLost + othersLookedUp;

/** Share of questions that are sent to the wrong place, 0–1; 0 without any. */
export function missent(questions: readonly IntentRow[], intent: LearnedIntent | null): number {
  return wrongOf(confusionOf(questions, () => intent)) / Math.max(1, questions.length);
}
