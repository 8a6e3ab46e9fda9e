/**
 * @file Words of explaining: what moved a score, what would change it, and whether the explanation tells the truth.
 */
import type { Cell } from "../table/types";

export interface Contribution {
  /** Column of the table; the parts of a category and of interactions are added up for it. */
  readonly feature: string;
  readonly value: Cell;
  /** The value as people write it: "2 years", "Yes", "missing". */
  readonly shown: string;
  /** In the explanation's scale; positive raises the score. */
  readonly amount: number;
}

/** base + sum of amounts = score, within 1e-3. */
export interface Explanation {
  readonly row: number;
  readonly method: "linear" | "integrated-gradients" | "tree-shapley" | "permutation-shapley";
  readonly scale: "log-odds" | "probability" | "value" | "log-hazard";
  /** Score of the average person of the training table. */
  readonly base: number;
  readonly score: number;
  /** Largest first, by size. */
  readonly contributions: readonly Contribution[];
  /** score − base − sum of amounts. */
  readonly gap: number;
}

export interface FeatureImportance {
  readonly feature: string;
  /** What the metric loses when this column is shuffled, mean over folds. */
  readonly importance: { readonly mean: number; readonly low: number; readonly high: number };
  readonly metric: string;
  /** Of ordered features: does more of it raise the score? 0 where it has no direction. */
  readonly direction: -1 | 0 | 1;
}

export interface CounterfactualChange {
  readonly feature: string;
  readonly from: Cell;
  readonly to: Cell;
  readonly fromShown: string;
  readonly toShown: string;
}

/** The smallest change found among things that a company can change. A model's answer, not a promise of an effect. */
export interface Counterfactual {
  readonly changes: readonly CounterfactualChange[];
  /** Probabilities before and after. */
  readonly before: number;
  readonly after: number;
}

/** Mean absolute change of the score when features are set to their average: the top ones against random ones. */
export interface DeletionTest {
  readonly deleted: number;
  readonly people: number;
  readonly top: { readonly mean: number; readonly low: number; readonly high: number };
  readonly random: { readonly mean: number; readonly low: number; readonly high: number };
}
