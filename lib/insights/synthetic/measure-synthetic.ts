/**
 * @file measureSynthetic: are invented rows of any use, and do they copy anyone? Train on synthetic and test on real, with
 * augmentation against without, nearest records, membership inference, likeness of distributions.
 */
import type { Executor } from "../../engine/executor";
import { AppError } from "../../core/errors";
import type { PrepareOptions } from "../attrition/prepare";
import { prepareAttrition } from "../attrition/prepare";
import type { TooFewData } from "../attrition/types";
import { stratifiedFolds } from "../measure/folds";
import { ANY, bootstrapInterval, meanInterval, meanOf, METRIC_RANGES, type MetricRange } from "../measure/interval";
import { rocAuc } from "../measure/ranking";
import { scoreRows } from "../models/risk-model";
import { trainLogistic } from "../models/train-logistic";
import type { DataTable } from "../table/types";
import { codeRow, inventRows, joinTables, type Source } from "./invent-rows";
import { widthOf, type CodedColumn } from "./row-coding";
import type { SyntheticReport } from "./types";

export interface SyntheticOptions extends PrepareOptions {
  readonly executor: Executor;
  readonly seed?: number;
  readonly steps?: number;
  /** Independent splits into training and held-out halves. Default 3. */
  readonly splits?: number;
  readonly onProgress?: (split: number) => void;
}

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export async function measureSynthetic(raw: DataTable, options: SyntheticOptions): Promise<{ report: SyntheticReport; synthetic: DataTable } | TooFewData> {
  const prepared = prepareAttrition(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  const { table, features, outcomes, groups } = prepared;
  const { seed = 1, splits = 3 } = options;
  const rows: SplitFigures[] = [];
  for (let split = 0; split < splits; split++) {
    options.onProgress?.(split);
    const halves = stratifiedFolds(outcomes, { folds: 2, seed: seed + split, groups });
    const [train, held] = [halves[0]?.train ?? [], halves[0]?.test ?? []];
    rows.push(await measureSplit({ table, features, outcomes }, { train, held }, { ...options, seed: seed + 100 * split }));
  }
  const [first] = rows;
  if (!first) throw new AppError("insights/bad-table", "At least one split is needed.");
  const over = (pick: (row: SplitFigures) => number, range: MetricRange = METRIC_RANGES.auc) => meanInterval(rows.map(pick), range);
  const gain = over(({ augmented, real }) => augmented - real, ANY);
  const report: SyntheticReport = {
    n: { real: first.n.train, held: first.n.held, synthetic: first.n.synthetic },
    target: prepared.target,
    utility: { real: over(({ real }) => real), synthetic: over(({ synthetic }) => synthetic), augmented: over(({ augmented }) => augmented), metric: "auc" },
    gain,
    helps: rows.length > 1 && gain.low > 0,
    nearest: { synthetic: meanOf(rows.map((row) => row.nearestSynthetic)), held: meanOf(rows.map((row) => row.nearestHeld)), copies: rows.reduce((sum, row) => sum + row.copies, 0) },
    membership: first.membership,
    likeness: { columns: meanOf(rows.map((row) => row.columns)), correlations: meanOf(rows.map((row) => row.correlations)) },
  };
  return { report, synthetic: first.table };
}

interface SplitFigures {
  readonly n: { readonly train: number; readonly held: number; readonly synthetic: number };
  readonly real: number;
  readonly synthetic: number;
  readonly augmented: number;
  readonly nearestSynthetic: number;
  readonly nearestHeld: number;
  readonly copies: number;
  readonly membership: SyntheticReport["membership"];
  readonly columns: number;
  readonly correlations: number;
  readonly table: DataTable;
}

async function measureSplit({ table, features, outcomes }: Source, { train, held }: { train: readonly number[]; held: readonly number[] }, { executor, seed, steps }: SyntheticOptions & { seed: number }): Promise<SplitFigures> {
  const { columns, real, made, known, synthetic } = await inventRows({ table, features, outcomes }, train, { executor, seed, ...(steps ? { steps } : {}) });
  const apart = held.map((row) => codeRow(table, columns, row));
  const invented = synthetic.coded;
  const joined = joinTables(table, train, synthetic.table);
  const truth = held.map((row) => outcomes[row] ?? 0);
  const auc = (of: DataTable, labels: readonly number[]): number => rocAuc(scoreRows(trainLogistic(of, labels.map((_, row) => row), { features, outcomes: labels, seed }), table, held), truth);
  const [nearTrain, nearHeld] = [real.map((row) => nearest(row, invented)), apart.map((row) => nearest(row, invented))];
  const toTrain = invented.map((row) => nearest(row, real));
  return {
    n: { train: train.length, held: held.length, synthetic: made.length },
    real: auc(joinTables(table, train, null), known),
    synthetic: auc(synthetic.table, known),
    augmented: auc(joined, [...known, ...known]),
    nearestSynthetic: medianOf(toTrain),
    nearestHeld: medianOf(apart.map((row) => nearest(row, real))),
    copies: toTrain.filter((distance) => distance < 1e-6).length,
    membership: membershipOf(nearTrain, nearHeld),
    ...likeness(real, invented, columns),
    table: synthetic.table,
  };
}

function nearest(row: Float32Array, among: readonly Float32Array[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const other of among) {
    let sum = 0;
    for (let at = 0; at < row.length && sum < best; at++) sum += ((row[at] as number) - (other[at] as number)) ** 2;
    if (sum < best) best = sum;
  }
  return Math.sqrt(best);
}

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** AUC of "a training row lies nearer to an invented one than a held-out row does". */
function membershipOf(train: readonly number[], held: readonly number[]): SyntheticReport["membership"] {
  const scores = [...train, ...held].map((distance) => -distance);
  const isTrain = [...train.map(() => 1), ...held.map(() => 0)];
  return bootstrapInterval(scores.length, (drawn) => rocAuc(drawn.map((at) => scores[at] ?? 0), drawn.map((at) => isTrain[at] ?? 0)), { times: 100 });
}

function likeness(real: readonly Float32Array[], made: readonly Float32Array[], columns: readonly CodedColumn[]): { columns: number; correlations: number } {
  const variation = columns.map(({ kind, from, width }) => {
    const cuts = [-0.6, -0.25, 0, 0.25, 0.6];
    const shares = (rows: readonly Float32Array[]): number[] => (kind === "category" ? Array.from({ length: width }, (_, at) => meanOf(rows.map((row) => row[from + at] ?? 0))) : [...cuts, Infinity].map((high, at) => meanOf(rows.map((row) => Number((row[from] ?? 0) <= high && (row[from] ?? 0) > (cuts[at - 1] ?? -Infinity))))));
    const [a, b] = [shares(real), shares(made)];
    return 0.5 * a.reduce((sum, share, at) => sum + Math.abs(share - (b[at] ?? 0)), 0);
  });
  const width = widthOf(columns);
  const differences: number[] = [];
  for (let i = 0; i < width; i++) for (let j = i + 1; j < width; j++) differences.push(Math.abs(correlation(real, i, j) - correlation(made, i, j)));
  return { columns: meanOf(variation), correlations: meanOf(differences) };
}

function correlation(rows: readonly Float32Array[], a: number, b: number): number {
  let [sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const [x, y] = [row[a] as number, row[b] as number];
    [sa, sb, aa, bb, ab] = [sa + x, sb + y, aa + x * x, bb + y * y, ab + x * y];
  }
  const n = Math.max(1, rows.length);
  const [va, vb] = [aa - (sa * sa) / n, bb - (sb * sb) / n];
  return va <= 1e-9 || vb <= 1e-9 ? 0 : (ab - (sa * sb) / n) / Math.sqrt(va * vb);
}
