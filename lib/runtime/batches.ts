/**
 * @file Batches: texts of like length go together, so that little is spent on padding. Pure arithmetic.
 */

export interface Batch {
  /** Positions in the list given to `planBatches`. */
  readonly items: readonly number[];
  /** Tokens per row, padding included. */
  readonly width: number;
}

export interface BatchLimits {
  /** Rows × width of one batch, in tokens; a single longer text still gets a batch of its own. */
  readonly maxTokens: number;
  readonly maxRows: number;
  /** Widths are rounded up to a multiple of this, to keep the number of distinct shapes small. */
  readonly widthStep: number;
  /** Longest input of the model in tokens. */
  readonly windowTokens: number;
}

/**
 * @param lengths tokens per text, each 1 … windowTokens
 * @returns batches by growing width; every position exactly once; deterministic (equal lengths keep their order)
 */
export function planBatches(lengths: readonly number[], limits: BatchLimits): Batch[] {
  const widthOf = (length: number): number =>
    Math.min(limits.windowTokens, Math.ceil(length / limits.widthStep) * limits.widthStep);
  const order = lengths.map((length, item) => ({ item, width: widthOf(length) })).sort((a, b) => a.width - b.width || a.item - b.item);
  const batches: { items: number[]; width: number }[] = [];
  for (const { item, width } of order) {
    const open = batches.at(-1);
    const rows = (open?.items.length ?? 0) + 1;
    if (open && rows <= limits.maxRows && rows * width <= limits.maxTokens) {
      open.items.push(item);
      open.width = width;
    } else {
      batches.push({ items: [item], width });
    }
  }
  return batches;
}
