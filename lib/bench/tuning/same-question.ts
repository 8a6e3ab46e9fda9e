/**
 * @file `npx tsx lib/bench/tuning/same-question.ts [--encoder <dir>] [--write]`: fits "do these two questions ask the same?"
 * on our own questions, prints how often a verified answer would be served rightly and wrongly in folds that the fit did not
 * see (the encoder only picks the hardest negatives), and with --write replaces lib/assistant/verified/match-weights.ts. Reads no set that reports use.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isOtherQuestion, PAIR_FEATURES, pairFeatures, readQuestion, type PairFeature, type ReadQuestion } from "../../assistant/verified/pair-features";
import { env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import type { Encoder } from "../../core/encoder";
import type { Language } from "../../core/types";
import { createEncoder } from "../../runtime/encoder";
import { cachedEncoder } from "./cached-encoder";
import { fitBinary } from "./logit";
import { loadSameQuestions, type Asked } from "./same-question-sets";

const FOLDS = 5;
/** Nearest questions of other groups that a fit sees as negatives, per question. */
const NEAREST = 2;
/** A verified question that is no nearer than this many others is not looked at. */
const LOOKED_AT = 15;
/** A pair written for this purpose tells more than one of two scenarios. */
const OWN_WEIGHT = 3;
/** How far above the surest wrong serve of the unseen folds the limit for serving lies. */
const MARGIN = 0.02;
/** Wrong groupings per grouping that the limit allows in unseen folds: HR sees every phrasing and can take one out. */
const MOST_WRONG_GROUPS = 0.02;
const SIGNS = PAIR_FEATURES.map(() => -1);

interface Embedded extends Asked {
  readonly read: ReadQuestion;
  readonly vector: Float32Array;
}
interface Model {
  readonly bias: number;
  readonly weights: readonly number[];
}
interface Serve {
  readonly query: Embedded;
  readonly found: Embedded;
  readonly probability: number;
  readonly isRight: boolean;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { encoder: { type: "string" }, write: { type: "boolean" }, wrong: { type: "boolean" } } });
  const local = await createEncoder({ model: path.resolve(projectRoot(), values.encoder ?? env().encoder), device: "cpu" });
  const asked = await embedAll(loadSameQuestions(), cachedEncoder(local));
  await local.close();
  const serves = simulate(asked);
  const limits = { en: limitsOf(serves, "en"), zh: limitsOf(serves, "zh") };
  for (const language of ["en", "zh"] as const) print(serves, asked, language, limits[language].serve);
  if (values.wrong) for (const { query, found, probability } of serves.filter((serve) => !serve.isRight && serve.probability > 0.5)) process.stdout.write(`${probability.toFixed(3)}  ${query.text}  ←  ${found.text}\n`);
  const source = sourceOf(fit(asked), limits);
  process.stdout.write(`\n${source}`);
  if (values.write) writeFileSync(path.join(projectRoot(), "lib/assistant/verified/match-weights.ts"), source);
}

async function embedAll(asked: readonly Asked[], encoder: Encoder): Promise<Embedded[]> {
  const vectors = await encoder.embed(asked.map(({ text }) => text));
  return asked.map((question, i) => ({ ...question, read: readQuestion(question.text), vector: vectors[i] ?? new Float32Array(encoder.dimension) }));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const featuresOf = (a: Embedded, b: Embedded): number[] => pairFeatures(a.read, b.read);
const probabilityOf = (model: Model, a: Embedded, b: Embedded): number => isOtherQuestion(a.read, b.read) ? 0 : 1 / (1 + Math.exp(-featuresOf(a, b).reduce((sum, value, j) => sum + value * (model.weights[j] ?? 0), model.bias)));

/** Pairs within a group are the same question; the nearest of other groups, and a group's own near misses, are not. */
function fit(asked: readonly Embedded[]): Model {
  const rows: Float64Array[] = [];
  const labels: boolean[] = [];
  const rowWeights: number[] = [];
  const add = (a: Embedded, b: Embedded, isSame: boolean) => {
    if (isOtherQuestion(a.read, b.read)) return;
    rows.push(Float64Array.from(featuresOf(a, b)));
    labels.push(isSame);
    rowWeights.push(a.isOwn && b.isOwn ? OWN_WEIGHT : 1);
  };
  for (const [i, a] of asked.entries()) {
    const others = asked.filter((b, j) => j !== i && b.language === a.language);
    for (const b of others) if (a.group === b.group && a.text < b.text && a.isOwn && b.isOwn) add(a, b, true);
    for (const b of nearest(a, others.filter((b) => b.group !== a.group && !mayMeanTheSame(a, b)), NEAREST)) add(a, b, false);
  }
  const { bias, weights } = fitBinary(rows, labels, { l2: 0.002, steps: 500, rate: 0.3, signs: SIGNS, rowWeights });
  return { bias, weights };
}

function nearest(a: Embedded, others: readonly Embedded[], count: number): Embedded[] {
  const rated = others.map((b) => ({ b, near: dot(a.vector, b.vector) })).sort((x, y) => y.near - x.near);
  return rated.slice(0, count).map(({ b }) => b);
}

/** Two groups about one quote: nobody wrote down whether they ask the same. */
const mayMeanTheSame = (a: Asked, b: Asked): boolean => a.quote !== null && a.quote === b.quote;

/** Every question against a verified one of every group, with a fit that saw neither its group nor its near misses. */
function simulate(asked: readonly Embedded[]): Serve[] {
  const families = [...new Set(asked.map(({ family }) => family))];
  const foldOf = new Map(families.map((family, i) => [family, i % FOLDS]));
  const bank = asked.filter((question, i) => question.isBase || (!question.isOwn && asked.findIndex((other) => other.group === question.group && other.language === question.language) === i));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fit(asked.filter(({ family }) => foldOf.get(family) !== fold));
    return asked.filter((query) => foldOf.get(query.family) === fold).flatMap((query) => serveOf(query, bank, model));
  }).flat();
}

function serveOf(query: Embedded, bank: readonly Embedded[], model: Model): Serve[] {
  const open = bank.filter((found) => found.text !== query.text && found.language === query.language && !(found.group !== query.group && mayMeanTheSame(found, query)));
  const rated = nearest(query, open, LOOKED_AT).map((found) => ({ found, probability: probabilityOf(model, query, found) }));
  const best = rated.reduce((top, next) => (next.probability > top.probability ? next : top), rated[0] ?? { found: query, probability: 0 });
  return best.found === query ? [] : [{ query, ...best, isRight: best.found.group === query.group }];
}

/** Serving: above every wrong serve. Grouping: the lowest probability from which on no more are wrong than allowed. */
function limitsOf(serves: readonly Serve[], language: Language): { serve: number; group: number } {
  const ordered = serves.filter(({ query }) => query.language === language).sort((a, b) => b.probability - a.probability);
  const surestWrong = ordered.find(({ isRight }) => !isRight)?.probability ?? 0.5;
  let wrong = 0;
  let group = surestWrong + MARGIN;
  for (const [i, serve] of ordered.entries()) {
    if (!serve.isRight) wrong++;
    if (wrong / (i + 1) <= MOST_WRONG_GROUPS && serve.probability > 0.5) group = Math.min(group, serve.probability);
  }
  const short = (value: number): number => Math.round(value * 1000) / 1000;
  return { serve: short(surestWrong + MARGIN), group: short(group) };
}

function print(serves: readonly Serve[], asked: readonly Embedded[], language: Language, limit: number): void {
  const mine = serves.filter(({ query }) => query.language === language);
  const near = mine.filter(({ query }) => query.isOwn && !query.isBase && query.isClose);
  const misses = mine.filter(({ query }) => query.isOwn && !query.isClose);
  const far = mine.filter(({ query }) => !query.isOwn && asked.some((other) => other.group === query.group && other.language === language && other !== query));
  process.stdout.write(`\n${language}: ${mine.length} questions; limit ${limit}\n  at      served  wrong  precision  close paraphrases  far ones  near misses served\n`);
  for (const at of [0.5, 0.7, 0.8, 0.9, 0.95, limit]) {
    const served = mine.filter(({ probability }) => probability >= at);
    const wrong = served.filter(({ isRight }) => !isRight).length;
    const share = (of: readonly Serve[]) => `${of.filter((serve) => serve.probability >= at && serve.isRight).length}/${of.length}`;
    const passed = misses.filter((serve) => serve.probability >= at && !serve.isRight).length;
    process.stdout.write(`  ${at.toFixed(3)}  ${String(served.length).padStart(5)}  ${String(wrong).padStart(5)}  ${(1 - wrong / Math.max(1, served.length)).toFixed(3).padStart(9)}  ${share(near).padStart(17)}  ${share(far).padStart(8)}  ${passed}/${misses.length}\n`);
  }
}

function sourceOf(model: Model, limits: Record<Language, { serve: number; group: number }>): string {
  const short = (value: number): string => String(Math.round(value * 1000) / 1000);
  const weights = PAIR_FEATURES.map((name: PairFeature, j) => `  ${name}: ${short(model.weights[j] ?? 0)},`).join("\n");
  return `/**
 * @file Fitted numbers of question matching. Written by \`npx tsx lib/bench/tuning/same-question.ts --write\` from our own
 * questions only; README.md here has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { PairFeature } from "./pair-features";

export const BIAS = ${short(model.bias)};

export const WEIGHTS: Readonly<Record<PairFeature, number>> = {
${weights}
};

/** Probabilities: from \`serve\` on an answer is served, from \`group\` on two questions wait in HR's inbox as one. */
export const MATCH_LIMITS: Readonly<Record<Language, { readonly serve: number; readonly group: number }>> = {
  en: { serve: ${limits.en.serve}, group: ${limits.en.group} },
  zh: { serve: ${limits.zh.serve}, group: ${limits.zh.group} },
};
`;
}

await main();
