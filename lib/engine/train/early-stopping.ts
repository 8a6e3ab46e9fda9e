/**
 * @file Early stopping: remembers the best held-out figure and says when waiting longer is pointless.
 */

export interface EarlyStopping {
  /** @returns whether this is the best figure so far (keep these weights), and whether to stop now */
  observe(figure: number): { isBest: boolean; shouldStop: boolean };
}

/**
 * @param options.greaterIsBetter true for accuracies, false for losses
 * @param options.patience evaluations without a better figure before it stops, ≥ 1
 * @param options.minGain smaller improvements count as none; default 0
 */
export function createEarlyStopping(options: { greaterIsBetter: boolean; patience: number; minGain?: number }): EarlyStopping {
  const { greaterIsBetter, patience, minGain = 0 } = options;
  let best = Number.NEGATIVE_INFINITY;
  let since = 0;
  return {
    observe(figure) {
      const score = greaterIsBetter ? figure : -figure;
      const isBest = score > best + minGain;
      if (isBest) best = score;
      since = isBest ? 0 : since + 1;
      return { isBest, shouldStop: since >= patience };
    },
  };
}
