/**
 * @file trainTrees: rows of a table → calibrated boosted trees as JSON. Rounds and calibration come from inner folds of the
 * given rows, so that an outer cross-validation stays honest.
 */
import { gentleLine } from "../measure/calibration";
import { stratifiedFolds } from "../measure/folds";
import { meanOf } from "../measure/interval";
import type { DataTable } from "../table/types";
import { boostTrees, boostUntil, scoreTrees } from "./boosted-trees";
import { encodeTable, fitCoding } from "./coding";
import { takeRows, type Matrix } from "./matrix";
import type { TreesModel } from "./types";

const INNER_FOLDS = 3;
const TASK = { kind: "binary" } as const;

export interface TrainTreesOptions {
  readonly features: readonly string[];
  /** Outcome of every row of the table, 0 or 1. */
  readonly outcomes: ArrayLike<number>;
  readonly groups?: ArrayLike<number>;
  readonly seed: number;
  /** Given: no inner folds (for resampled models). */
  readonly settled?: Pick<TreesModel, "calibration"> & { readonly rounds: number };
}

/** @param rows training rows; no others are read */
export function trainTrees(table: DataTable, rows: readonly number[], { features, outcomes, groups, seed, settled }: TrainTreesOptions): TreesModel {
  const coding = fitCoding(table, rows, { features });
  const x = encodeTable(table, rows, coding);
  const known = Float64Array.from(rows, (row) => outcomes[row] ?? 0);
  const { rounds, calibration } = settled ?? chooseInside(x, known, { seed, ...(groups ? { groups: rows.map((row) => groups[row] ?? row) } : {}) });
  const { base, trees } = boostTrees(x, known, { task: TASK, seed, exactly: rounds });
  return { coding, base: base[0] ?? 0, trees: trees.flat(), calibration };
}

function chooseInside(x: Matrix, known: Float64Array, { seed, groups }: { seed: number; groups?: number[] }): NonNullable<TrainTreesOptions["settled"]> {
  const splits = stratifiedFolds(known, { folds: INNER_FOLDS, seed, ...(groups ? { groups } : {}) });
  const probes = splits.map((split) => {
    const found = boostUntil(x, known, split, { task: TASK, seed });
    return { rounds: found.trees.length, scores: scoreTrees(found, takeRows(x, split.test)).map(([score = 0]) => score), truth: split.test.map((row) => known[row] ?? 0) };
  });
  return { rounds: Math.max(1, Math.round(meanOf(probes.map(({ rounds }) => rounds)))), calibration: gentleLine(probes.flatMap(({ scores }) => scores), probes.flatMap(({ truth }) => truth)) };
}
