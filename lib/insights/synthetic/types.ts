/**
 * @file Words of synthetic profiles: what invented rows are good for, and whether they copy anyone.
 */
import type { Interval } from "../measure/types";

export interface SyntheticReport {
  readonly n: { readonly real: number; readonly held: number; readonly synthetic: number };
  readonly target: string;
  /** The same model, tested on the same held-out real rows. */
  readonly utility: { readonly real: Interval; readonly synthetic: Interval; readonly augmented: Interval; readonly metric: string };
  /** augmented − real, paired over the splits; used for training only when its low end is above 0. */
  readonly gain: Interval;
  readonly helps: boolean;
  /** Median distance of a synthetic row to the nearest training row, and of a held-out real row: alike = nobody is copied. */
  readonly nearest: { readonly synthetic: number; readonly held: number; readonly copies: number };
  /** AUC of telling training rows from held-out rows by their distance to synthetic ones; 0.5 = nothing learnt. */
  readonly membership: Interval;
  /** Mean difference of the columns' distributions (total variation, 0–1), and of pairwise correlations. */
  readonly likeness: { readonly columns: number; readonly correlations: number };
}
