/**
 * @file What a programme may have done: participants beside colleagues who were like them before and did not take it.
 * A comparison, not a proof: whoever signs up may differ in ways that no table shows.
 * @source nearest-neighbour matching without replacement: Rubin 1973; standardised differences: Austin 2009;
 *         percentile bootstrap over pairs: Efron and Tibshirani 1993, ch. 13
 */
import { AppError } from "../../core/errors";
import { createRng } from "../../core/rng";
import type { ProgrammeEffect } from "../network-types";

export interface Person {
  readonly took: boolean;
  /** What may decide both about taking part and the outcome: years of service, grade, level before. Same keys for all. */
  readonly before: Readonly<Record<string, number>>;
  /** Matched exactly: site, department. */
  readonly exact: string;
  readonly outcome: number;
}

/** Fewer matched pairs than this say nothing, and would point at people. */
export const FEWEST_PAIRS = 5;
const DRAWS = 2000;
/** Pairs further apart than this many standard deviations over all features are not compared. */
const CALIPER = 1.5;

/** @throws AppError "insights/too-few-data" with fewer than five comparable pairs */
export function programmeEffect(people: readonly Person[], seed = 7): ProgrammeEffect {
  const names = Object.keys(people[0]?.before ?? {});
  const scale = new Map(names.map((name) => [name, deviation(people.map(({ before }) => before[name] ?? 0)) || 1]));
  const participants = people.filter(({ took }) => took);
  const pairs = matchPairs(participants, people.filter(({ took }) => !took), scale);
  if (pairs.length < FEWEST_PAIRS) {
    throw new AppError("insights/too-few-data", `${pairs.length} comparable pairs; expected at least ${FEWEST_PAIRS}`, {
      userMessage: "Too few participants have a colleague like them who did not take part. Wait until more have finished.",
    });
  }
  const differences = pairs.map(([a, b]) => a.outcome - b.outcome);
  const [low, high] = bootstrap(differences, seed);
  const others = people.filter(({ took }) => !took);
  const balance = names.map((name) => ({
    name,
    before: standardised(participants, others, { name, scale }),
    after: standardised(pairs.map(([a]) => a), pairs.map(([, b]) => b), { name, scale }),
  }));
  return { participants: participants.length, compared: pairs.length, effect: mean(differences), low, high, balance, sentence: sentenceOf(pairs.length, { effect: mean(differences), low, high }) };
}

/** The closest pairs first, each person once. */
function matchPairs(took: readonly Person[], others: readonly Person[], scale: ReadonlyMap<string, number>): [Person, Person][] {
  const distances = took.flatMap((a) => others.filter(({ exact }) => exact === a.exact).map((b) => ({ a, b, distance: distanceOf(a, b, scale) })));
  distances.sort((x, y) => x.distance - y.distance);
  const used = new Set<Person>();
  const pairs: [Person, Person][] = [];
  for (const { a, b, distance } of distances) {
    if (distance > CALIPER || used.has(a) || used.has(b)) continue;
    used.add(a).add(b);
    pairs.push([a, b]);
  }
  return pairs;
}

function distanceOf(a: Person, b: Person, scale: ReadonlyMap<string, number>): number {
  return Math.sqrt([...scale].reduce((sum, [name, sd]) => sum + (((a.before[name] ?? 0) - (b.before[name] ?? 0)) / sd) ** 2, 0));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1));
}

function standardised(a: readonly Person[], b: readonly Person[], { name, scale }: { readonly name: string; readonly scale: ReadonlyMap<string, number> }): number {
  const of = (people: readonly Person[]) => mean(people.map(({ before }) => before[name] ?? 0));
  return (of(a) - of(b)) / (scale.get(name) ?? 1);
}

function bootstrap(values: readonly number[], seed: number): [low: number, high: number] {
  const random = createRng(seed);
  const means = Array.from({ length: DRAWS }, () => mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0))).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * DRAWS)] ?? 0, means[Math.ceil(0.975 * DRAWS) - 1] ?? 0];
}

function sentenceOf(pairs: number, { effect, low, high }: { readonly effect: number; readonly low: number; readonly high: number }): ProgrammeEffect["sentence"] {
  const round = (value: number) => (value >= 0 ? "+" : "−") + Math.abs(value).toFixed(2);
  const clear = low > 0 || high < 0;
  return {
    en: `Beside ${pairs} similar colleagues: ${round(effect)} (95 % interval ${round(low)} to ${round(high)}). ${clear ? "The groups differ" : "No difference can be told from chance"}; people chose to take part, so this does not prove a cause.`,
    zh: `与 ${pairs} 位情况相近的同事相比：${round(effect)}（95% 区间 ${round(low)} 至 ${round(high)}）。${clear ? "两组有差异" : "差异可能只是偶然"}；参加与否由本人选择，因此不能证明因果。`,
  };
}
