/**
 * @file Limits per person: nobody's labels weigh more than a share of all, nor dominate one subject, and whoever sends
 * far more than the others, or contradicts everybody else, is named. Reviewed labels are exempt: reviewers work.
 */
import type { LabelLine } from "../../contracts/labels";

export interface UserLimits {
  /** Largest share of the total weight of unreviewed labels that one person may have, 0–1. */
  readonly shareOfAll: number;
  /** Largest weight that one person may have in one group of questions, in labels of weight 1. */
  readonly weightPerGroup: number;
}

export const USER_LIMITS: UserLimits = { shareOfAll: 0.1, weightPerGroup: 3 };

/** Below so many people a share is no protection but a lock-out: the cap is then an equal share. */
function allowedShare(people: number, { shareOfAll }: UserLimits): number {
  return Math.max(shareOfAll, 1 / Math.max(1, people));
}

/**
 * Scales weights down, never up. Labels without a user count as one person each.
 *
 * @param groupOf the group of a label's question
 * @returns as many labels in the same order
 */
export function limitUsers(labels: readonly LabelLine[], groupOf: (label: LabelLine) => string, limits: UserLimits = USER_LIMITS): LabelLine[] {
  const perGroup = factorsByKey(labels, (label) => `${label.user}\n${groupOf(label)}`, () => limits.weightPerGroup);
  const once = labels.map((label, at) => scaled(label, perGroup[at] ?? 1));
  const people = new Set(once.filter(isLimited).map((label) => label.user)).size;
  const weights = totalsBy(once, (label) => label.user ?? "");
  const cap = shareCap([...weights.values()], allowedShare(people, limits));
  const perUser = factorsByKey(once, (label) => label.user ?? "", () => cap);
  return once.map((label, at) => scaled(label, perUser[at] ?? 1));
}

/** The weight c at which everybody's min(weight, c) is at most `share` of what is then left. */
function shareCap(weights: readonly number[], share: number): number {
  const sorted = [...weights].sort((a, b) => b - a);
  let rest = sorted.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of sorted.entries()) {
    // The `at` heaviest are capped at c: c = share · (at · c + rest).
    const cap = at * share >= 1 ? weight : (share * rest) / (1 - at * share);
    if (weight <= cap + 1e-9) return cap;
    rest -= weight;
  }
  return sorted[sorted.length - 1] ?? 0;
}

function isLimited(label: LabelLine): boolean {
  return label.user !== undefined && label.source !== "review";
}

function totalsBy(labels: readonly LabelLine[], keyOf: (label: LabelLine) => string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const label of labels) if (isLimited(label)) totals.set(keyOf(label), (totals.get(keyOf(label)) ?? 0) + (label.weight ?? 1));
  return totals;
}

function factorsByKey(labels: readonly LabelLine[], keyOf: (label: LabelLine) => string, capOf: (key: string) => number): number[] {
  const totals = totalsBy(labels, keyOf);
  return labels.map((label) => (isLimited(label) ? Math.min(1, capOf(keyOf(label)) / Math.max(totals.get(keyOf(label)) ?? 0, 1e-12)) : 1));
}

function scaled(label: LabelLine, factor: number): LabelLine {
  return factor >= 1 ? label : { ...label, weight: (label.weight ?? 1) * factor };
}

export interface UserAlarm {
  readonly user: string;
  /** "flood": far more labels than others; "contradicts": the others say the opposite about the same passages. */
  readonly kind: "flood" | "contradicts";
  readonly labels: number;
  /** What is usual: the median count of the others, or the share of agreement among the others. */
  readonly usual: number;
}

/** Labels of one person before an alarm is worth a look. */
const MIN_LABELS = 8;
/** Times the others' median. */
const FLOOD_FACTOR = 5;
/** Agreement with the majority of the others below which an alarm is raised. */
const MIN_AGREEMENT = 0.4;

/** Who should be looked at before training. Alarms change nothing by themselves. */
export function findAlarms(labels: readonly LabelLine[]): UserAlarm[] {
  const byUser = new Map<string, LabelLine[]>();
  for (const label of labels) if (isLimited(label) && label.user !== undefined) byUser.set(label.user, [...(byUser.get(label.user) ?? []), label]);
  const alarms: UserAlarm[] = [];
  for (const [user, own] of byUser) {
    if (own.length < MIN_LABELS) continue;
    const others = [...byUser].filter(([other]) => other !== user).map(([, theirs]) => theirs.length);
    const usual = medianOf(others);
    if (others.length > 0 && own.length > FLOOD_FACTOR * Math.max(1, usual)) alarms.push({ user, kind: "flood", labels: own.length, usual });
    const compared = own.flatMap((label) => majorityAgrees(label, labels));
    const agreement = compared.filter(Boolean).length / Math.max(1, compared.length);
    if (compared.length >= MIN_LABELS && agreement < MIN_AGREEMENT) alarms.push({ user, kind: "contradicts", labels: compared.length, usual: MIN_AGREEMENT });
  }
  return alarms;
}

/** @returns one verdict, or none where nobody else judged the passage or the others are divided */
function majorityAgrees(label: LabelLine, labels: readonly LabelLine[]): boolean[] {
  const others = labels.filter((other) => other.user !== label.user && other.query === label.query && other.passage === label.passage);
  const good = others.filter((other) => other.relevance >= 2).length;
  if (others.length === 0 || good * 2 === others.length) return [];
  return [good * 2 > others.length === label.relevance >= 2];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
