/**
 * @file Figures of classes and of numbers: accuracy, macro-F1, log loss; R², mean absolute and root mean squared error.
 */
import { meanOf } from "./interval";

/** Mean over the classes that occur in truth or prediction of 2 · precision · recall / (precision + recall). */
export function macroF1(predicted: ArrayLike<number>, truth: ArrayLike<number>): number {
  const classes = [...new Set([...Array.from(predicted), ...Array.from(truth)])];
  return meanOf(
    classes.map((of) => {
      let [hits, said, are] = [0, 0, 0];
      for (let row = 0; row < truth.length; row++) {
        if (predicted[row] === of) said++;
        if (truth[row] === of) are++;
        if (predicted[row] === of && truth[row] === of) hits++;
      }
      return said + are === 0 ? 0 : (2 * hits) / (said + are);
    }),
  );
}

export const accuracyOf = (predicted: ArrayLike<number>, truth: ArrayLike<number>): number => meanOf(Array.from(truth, (of, row) => Number(predicted[row] === of)));

/** [truth][predicted] counts. */
export function confusionOf(predicted: ArrayLike<number>, truth: ArrayLike<number>, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  Array.from(truth).forEach((of, row) => {
    const line = counts[of];
    const at = predicted[row];
    if (line && at !== undefined) line[at] = (line[at] ?? 0) + 1;
  });
  return counts;
}

/** Number of the largest entry. */
export const largestAt = (values: ArrayLike<number>): number => Array.from(values).reduce((best, value, at, all) => (value > (all[best] ?? -Infinity) ? at : best), 0);

/** @returns r2 (1 = exact, 0 = the mean, below = worse), mae and rmse in the target's unit */
export function numberFigures(predicted: ArrayLike<number>, truth: ArrayLike<number>): { r2: number; mae: number; rmse: number } {
  const mean = meanOf(truth);
  const misses = Array.from(truth, (of, row) => of - (predicted[row] ?? 0));
  const squared = meanOf(misses.map((miss) => miss * miss));
  const spread = meanOf(Array.from(truth, (of) => (of - mean) ** 2));
  return { r2: spread === 0 ? 0 : 1 - squared / spread, mae: meanOf(misses.map(Math.abs)), rmse: Math.sqrt(squared) };
}
