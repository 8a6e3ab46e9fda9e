/**
 * @file Do invented rows help to tell who leaves? Per fold a network learns from the training rows alone and invents as many; the same
 * model learns with and without them, and both are tested on the same held-out people. Taken only where the whole interval of the gain
 * lies above 0 and the shares get no worse.
 */
import type { Executor } from "../../engine/executor";
import { fitAttrition } from "../attrition/attrition-model";
import type { Learner } from "../attrition/learners";
import type { PreparedTable } from "../attrition/prepare";
import type { AttritionModel } from "../attrition/types";
import { brierScore } from "../measure/calibration";
import { stratifiedFolds } from "../measure/folds";
import { ANY, foldInterval, METRIC_RANGES } from "../measure/interval";
import { rocAuc } from "../measure/ranking";
import type { Interval } from "../measure/types";
import { predictRows } from "../models/risk-model";
import { trainLogistic } from "../models/train-logistic";
import { inventRows, joinTables } from "./invent-rows";

export interface AugmentOptions {
  readonly executor: Executor;
  readonly seed?: number;
  /** Default 5. */
  readonly folds?: number;
  /** Updates of the network. Default 600. */
  readonly steps?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

interface Paired {
  readonly without: Interval;
  readonly with: Interval;
  /** with − without, fold by fold. */
  readonly gain: Interval;
}

export interface AugmentReport {
  readonly folds: number;
  readonly auc: Paired;
  readonly brier: Paired;
  readonly isTaken: boolean;
}

const STEPS = 600;

export async function challengeAugmented(prepared: PreparedTable, { executor, seed = 1, folds = 5, steps = STEPS, onProgress }: AugmentOptions): Promise<AugmentReport> {
  const { table, features, outcomes, groups } = prepared;
  const rows: Record<"auc" | "brier", { without: number; with: number }>[] = [];
  for (const [fold, { train, test }] of stratifiedFolds(outcomes, { folds, seed: seed + 57, groups }).entries()) {
    onProgress?.(fold, folds);
    const { known, synthetic } = await inventRows({ table, features, outcomes }, train, { executor, seed: seed + 100 * fold, steps });
    const truth = test.map((row) => outcomes[row] ?? 0);
    const tested = (of: typeof table, labels: readonly number[]) => predictRows(trainLogistic(of, labels.map((_, row) => row), { features, outcomes: labels, seed }), table, test);
    const [plain, more] = [tested(joinTables(table, train, null), known), tested(joinTables(table, train, synthetic.table), [...known, ...known])];
    rows.push({ auc: { without: rocAuc(plain, truth), with: rocAuc(more, truth) }, brier: { without: brierScore(plain, truth), with: brierScore(more, truth) } });
  }
  const paired = (of: "auc" | "brier"): Paired => {
    const over = (which: "without" | "with"): Interval => foldInterval(rows.map((row) => row[of][which]), folds, METRIC_RANGES[of]);
    return { without: over("without"), with: over("with"), gain: foldInterval(rows.map((row) => row[of].with - row[of].without), folds, ANY) };
  };
  const [auc, brier] = [paired("auc"), paired("brier")];
  return { folds, auc, brier, isTaken: helps(auc.gain, brier.gain) };
}

/** Surely better order, and shares no further from what happened. */
export const helps = (auc: Interval, brier: Interval): boolean => auc.low > 0 && brier.mean <= 0;

/** For measuring what serves where they are taken: in every fold a network learns from its training rows alone and invents as many. */
export function inventingLearner({ executor, steps = STEPS }: Pick<AugmentOptions, "executor" | "steps">): Learner {
  return {
    kind: "logistic",
    how: "Ridge logistic regression, one bend per number, as many invented rows beside the real ones, penalty and Platt's line chosen in inner folds",
    async learn({ table, outcomes }, rows, { features, seed }) {
      const { known, synthetic } = await inventRows({ table, features, outcomes }, rows, { executor, seed, steps });
      const labels = [...known, ...known];
      return trainLogistic(joinTables(table, rows, synthetic.table), labels.map((_, row) => row), { features, outcomes: labels, seed });
    },
  };
}

/** The model that serves where they are taken: of all real rows and as many invented ones. What it says of shares rests on the real ones. */
export async function fitAugmented(prepared: PreparedTable, { executor, seed = 1, steps = STEPS }: AugmentOptions): Promise<AttritionModel> {
  const all = Array.from({ length: prepared.table.rows }, (_, row) => row);
  const { known, synthetic } = await inventRows(prepared, all, { executor, seed, steps });
  const joined: PreparedTable = { ...prepared, table: joinTables(prepared.table, all, synthetic.table), outcomes: Float64Array.from([...known, ...known]), events: 2 * prepared.events, groups: Int32Array.from([...prepared.groups, ...all.map((row) => prepared.table.rows + row)]) };
  const model = fitAttrition(joined, { seed });
  return { ...model, trainedOn: { rows: prepared.table.rows, events: prepared.events, table: prepared.table.name } };
}
