/**
 * @file What learns who leaves: a line, and trees that take its place where they are surely better. Both are cross-validated on
 * the same folds.
 */
import { logLoss, sigmoid } from "../measure/calibration";
import { binaryFigures, crossValidate, type BinaryFigures, type CrossValidationPlan, type FoldPredictions } from "../measure/cross-validate";
import { ANY, foldInterval } from "../measure/interval";
import { encodeTable } from "../models/coding";
import { scoreInputs } from "../models/risk-model";
import { trainLogistic } from "../models/train-logistic";
import { trainTrees } from "../models/train-trees";
import type { RiskModel } from "../models/types";
import type { PreparedTable } from "./prepare";

export interface Learner {
  readonly kind: "logistic" | "trees";
  /** What it is and how it learns, in part of a sentence. */
  readonly how: string;
  /** @param rows training rows; no others may be read */
  readonly learn: (prepared: PreparedTable, rows: readonly number[], options: { readonly features: readonly string[]; readonly seed: number }) => RiskModel | Promise<RiskModel>;
}

export const LINE: Learner = {
  kind: "logistic",
  how: "Ridge logistic regression, one bend per number, penalty and Platt's line chosen in inner folds",
  learn: ({ table, outcomes, groups }, rows, { features, seed }) => trainLogistic(table, rows, { features, outcomes, groups, seed }),
};

export const TREES: Learner = {
  kind: "trees",
  how: "Gradient-boosted trees, depth 4, their number and Platt's line chosen in inner folds",
  learn: ({ table, outcomes, groups }, rows, { features, seed }) => trainTrees(table, rows, { features, outcomes, groups, seed }),
};

export interface Learned {
  readonly learner: Learner;
  readonly figures: BinaryFigures;
  /** By fold, in the order of `found`. */
  readonly models: readonly RiskModel[];
  readonly found: readonly FoldPredictions<number>[];
}

export async function crossValidateLearner(prepared: PreparedTable, { features, learner }: { features: readonly string[]; learner: Learner }, plan: CrossValidationPlan): Promise<Learned> {
  const models: RiskModel[] = [];
  const found = await crossValidate(plan, async ({ train, test }, seed) => {
    const model = await learner.learn(prepared, train, { features, seed });
    models.push(model);
    await breathe();
    return Array.from(scoreInputs(model, encodeTable(prepared.table, test, model.coding)), sigmoid);
  });
  return { learner, figures: binaryFigures(found, prepared.outcomes, { folds: plan.folds, method: "platt" }), models, found };
}

/** Lets timers and cancellation through between folds. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Is the rival surely less surprised by what happened? Fold by fold on the folds that both were tested on: the whole interval of
 * the loss that it saves lies above 0. The line is kept otherwise: it is the plainer model, and its reasons are its weights.
 */
export function isSurelyBetter(rival: readonly FoldPredictions<number>[], than: readonly FoldPredictions<number>[], outcomes: ArrayLike<number>): boolean {
  const saved = rival.map(({ split, predictions }, fold) => {
    const truth = split.test.map((row) => outcomes[row] ?? 0);
    return logLoss(than[fold]?.predictions ?? [], truth) - logLoss(predictions, truth);
  });
  return foldInterval(saved, rival.length, ANY).low > 0;
}
