/**
 * @file Occupation similarity judged by O*NET's tiers: BM25, the plain encoder, and ours, from the text of tasks only.
 * Weights are fitted on one half of the occupations (by their code), figures are of the other half.
 */
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import { createRng } from "../../core/rng";
import { best, fitWeights, rowQuality, standardise, symmetric, weightedSum, type Judged } from "./fuse";
import type { Occupation, Related } from "./read-onet";
import { centredMatrix, pooledMatrix, taskMatchMatrix } from "./vector-likeness";
import { bm25Matrix, cosineMatrix, type Matrix } from "./word-likeness";

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface LikenessReport {
  /** Occupations judged; as many again were fitted on. */
  readonly n: number;
  readonly fittedOn: number;
  readonly tasks: number;
  /** nDCG@20 with 95 % bootstrap intervals over occupations. */
  readonly methods: Readonly<Record<"bm25" | "encoder" | "ours", Interval>>;
  /** Paired differences, ours minus the baseline. */
  readonly ahead: Readonly<Record<"bm25" | "encoder", Interval>>;
  readonly weights: Readonly<Record<string, number>>;
}

const CANDIDATES = 60;
const DIRECTIONS = 2;
const DRAWS = 2000;

/** @throws AppError "eval/bad-input" when fewer than 20 occupations have both tasks and related occupations */
export async function evaluateLikeness(occupations: readonly Occupation[], related: Related, { encoder, onProgress }: { readonly encoder: Encoder; readonly onProgress?: (done: number) => void }): Promise<LikenessReport> {
  const judged = judge(occupations, related);
  const rows = [...judged.gains.keys()];
  if (rows.length < 20) throw new AppError("eval/bad-input", `${rows.length} occupations have tasks and related occupations; expected at least 20`);
  const texts = occupations.map(({ tasks }) => tasks);
  const flat = await encoder.embed(texts.flat(), onProgress ? { onProgress } : {});
  let taken = 0;
  const vectors = texts.map((tasks) => flat.slice(taken, (taken += tasks.length)));
  const bm25 = bm25Matrix(texts);
  const encoderOnly = pooledMatrix(vectors);
  const named = features({ bm25, texts, vectors });
  const isFit = (row: number) => row % 2 === 0;
  const weights = fitWeights(Object.values(named), judged, rows.filter(isFit));
  const ours = weightedSum(Object.values(named), weights);
  const report = rows.filter((row) => !isFit(row));
  const quality = (matrix: Matrix) => report.map((own) => rowQuality(matrix[own] ?? new Float64Array(), own, judged.gains.get(own) ?? new Map<number, number>()));
  const [a, b, c] = [quality(bm25), quality(encoderOnly), quality(ours)];
  const minus = (x: readonly number[], y: readonly number[]) => x.map((value, i) => value - (y[i] ?? 0));
  return {
    n: report.length,
    fittedOn: rows.length - report.length,
    tasks: flat.length,
    methods: { bm25: interval(a), encoder: interval(b), ours: interval(c) },
    ahead: { bm25: interval(minus(c, a)), encoder: interval(minus(c, b)) },
    weights: Object.fromEntries(Object.keys(named).map((name, i) => [name, weights[i] ?? 0])),
  };
}

function judge(occupations: readonly Occupation[], related: Related): Judged {
  const place = new Map(occupations.map(({ code }, at) => [code, at]));
  const gains = new Map<number, Map<number, number>>();
  for (const [code, others] of related) {
    const own = place.get(code);
    const known = [...others].flatMap(([other, gain]): [number, number][] => {
      const at = place.get(other);
      return at === undefined ? [] : [[at, gain]];
    });
    if (own !== undefined && known.length > 0) gains.set(own, new Map(known));
  }
  return { gains, size: occupations.length };
}

function features({ bm25, texts, vectors }: { readonly bm25: Matrix; readonly texts: readonly (readonly string[])[]; readonly vectors: readonly (readonly Float32Array[])[] }): Record<string, Matrix> {
  const words = standardise(cosineMatrix(texts));
  const lexical = standardise(symmetric(standardise(bm25)));
  const centred = standardise(centredMatrix(vectors, DIRECTIONS));
  const first = weightedSum([words, lexical, centred], [1, 1, 1]);
  const candidates = first.map((row, own) => best(row, own, CANDIDATES));
  return { words, lexical, centred, tasks: standardise(taskMatchMatrix(vectors, candidates)) };
}

/** Percentile bootstrap over occupations, seeded. @source Efron and Tibshirani 1993, ch. 13 */
function interval(values: readonly number[]): Interval {
  const random = createRng(17);
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const means = Array.from({ length: DRAWS }, () => mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0))).sort((a, b) => a - b);
  return { mean: mean(values), low: means[Math.floor(0.025 * DRAWS)] ?? 0, high: means[Math.ceil(0.975 * DRAWS) - 1] ?? 0 };
}
