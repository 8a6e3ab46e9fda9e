/**
 * @file Held-out figures of a new encoder beside the one it started from: passages, sentence similarity, translations.
 * Only reports; training never sees these sets.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Encoder } from "../../../core/encoder";
import { AppError } from "../../../core/errors";
import { createRng, shuffled } from "../../../core/rng";
import { parseScoredPairs, parseTranslations, type ScoredPair } from "../../../knowledge/evaluate/sentence-pairs";
import { spearman } from "../../../knowledge/evaluate/spearman";
import type { CardMetric } from "../card/card";
import { TATOEBA_HELD_OUT_LINES } from "../corpus/formats";
import { bootstrapDifference, bootstrapMean, type Interval } from "./bootstrap";
import { denseRanks, dot, hitsAt } from "./dense-ranks";
import { PASSAGE_SETS, readPassageSet } from "./passage-sets";

export interface HeldOutInput {
  readonly before: Encoder;
  readonly after: Encoder;
  /** The shared data folder. */
  readonly data: string;
  readonly note: (line: string) => void;
}

/** Takes some minutes. @throws AppError "eval/bad-input" naming a missing file */
export async function evaluateBase(input: HeldOutInput): Promise<CardMetric[]> {
  const metrics: CardMetric[] = [];
  for (const name of PASSAGE_SETS) {
    input.note(`evaluating ${name} …`);
    metrics.push(...(await passageMetrics(name, input)));
  }
  input.note("evaluating sentence similarity and translations …");
  metrics.push(await stsMetric("STS-B test, Spearman", "stsb.sts-test.tsv", input));
  metrics.push(await stsMetric("STS-B Chinese test, Spearman", "stsb-zh.test.txt", input));
  metrics.push(await bitextMetric(input));
  return metrics;
}

async function passageMetrics(name: (typeof PASSAGE_SETS)[number], { before, after, data }: HeldOutInput): Promise<CardMetric[]> {
  const set = await readPassageSet(name, data);
  const [old, fresh] = [await denseRanks(set, before), await denseRanks(set, after)];
  return ([[1, "first"], [5, "top five"]] as const).map(([k, label]) => {
    const [theirs, ours] = [hitsAt(k, old), hitsAt(k, fresh)];
    const title = name === "cmrc" ? "CMRC dev, paragraphs 601 and later among 848" : `ConditionalQA dev, evidence among ${set.passages.length}`;
    return { name: `${title}, ${label}`, before: bootstrapMean(theirs), after: bootstrapMean(ours), difference: bootstrapDifference(ours, theirs), command: `cadre eval passages --set ${name}` };
  });
}

async function stsMetric(name: string, file: string, { before, after, data }: HeldOutInput): Promise<CardMetric> {
  const pairs = parseScoredPairs(await readText(path.join(data, "retrieval", file)));
  const [old, fresh] = [await cosines(pairs, before), await cosines(pairs, after)];
  const scores = pairs.map((pair) => pair.score);
  const { first, second, difference } = bootstrapSpearman(scores, old, fresh);
  return { name, before: first, after: second, difference, command: `cadre eval sts --tsv ${file}` };
}

async function cosines(pairs: readonly ScoredPair[], encoder: Encoder): Promise<number[]> {
  const vectors = await encoder.embed([...pairs.map((pair) => pair.first), ...pairs.map((pair) => pair.second)]);
  return pairs.map((_, i) => dot(vectors[i] as Float32Array, vectors[pairs.length + i] as Float32Array));
}

const SPEARMAN_RESAMPLES = 400;

function bootstrapSpearman(scores: readonly number[], old: readonly number[], fresh: readonly number[]): { first: Interval; second: Interval; difference: Interval } {
  const random = createRng(1);
  const samples = Array.from({ length: SPEARMAN_RESAMPLES }, () => {
    const drawn = scores.map(() => Math.floor(random() * scores.length));
    const gold = drawn.map((i) => scores[i] as number);
    const [a, b] = [spearman(drawn.map((i) => old[i] as number), gold), spearman(drawn.map((i) => fresh[i] as number), gold)];
    return { a, b, d: b - a };
  });
  const interval = (mean: number, values: readonly number[]): Interval => {
    const sorted = [...values].sort((x, y) => x - y);
    return { mean, low: sorted[Math.floor(0.025 * sorted.length)] ?? mean, high: sorted[Math.floor(0.975 * sorted.length)] ?? mean };
  };
  const [first, second] = [spearman(old, scores), spearman(fresh, scores)];
  return { first: interval(first, samples.map((one) => one.a)), second: interval(second, samples.map((one) => one.b)), difference: interval(second - first, samples.map((one) => one.d)) };
}

/** A seeded sample of the distinct sources that no training pair holds; any listed translation counts. */
const BITEXT_SOURCES = 1000;

async function bitextMetric({ before, after, data }: HeldOutInput): Promise<CardMetric> {
  const all = parseTranslations(await readText(path.join(data, "retrieval/tatoeba_cmn_eng.cmn.txt")));
  const sources = shuffled([...new Set(all.slice(0, TATOEBA_HELD_OUT_LINES).map((pair) => pair.source))], createRng(1)).slice(0, BITEXT_SOURCES);
  const chosen = new Set(sources);
  const listed = all.filter((pair) => chosen.has(pair.source));
  const targets = [...new Set(listed.map((pair) => pair.target))];
  const right = new Map<string, Set<string>>();
  for (const { source, target } of listed) right.set(source, (right.get(source) ?? new Set()).add(target));
  const hits = async (encoder: Encoder): Promise<number[]> => {
    const vectors = await encoder.embed([...sources, ...targets]);
    const targetVectors = vectors.slice(sources.length);
    return sources.map((source, i) => {
      const scores = targetVectors.map((vector) => dot(vectors[i] as Float32Array, vector));
      const best = scores.indexOf(Math.max(...scores));
      return right.get(source)?.has(targets[best] ?? "") ? 1 : 0;
    });
  };
  const [old, fresh] = [await hits(before), await hits(after)];
  return { name: `Tatoeba English → Chinese, ${sources.length} sources no pair contains`, before: bootstrapMean(old), after: bootstrapMean(fresh), difference: bootstrapDifference(fresh, old), command: "cadre train base" };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${file}. --data must be the shared data folder.`, { cause });
  }
}
