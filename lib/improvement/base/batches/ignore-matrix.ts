/**
 * @file Ignore matrix: which passages of a batch must not count as wrong for which query, because they answer it too.
 */
import type { Pair } from "../types";

export interface IgnoreInput {
  /** Row i of the queries. */
  readonly pairs: readonly Pair[];
  /** Row j of the passages: the pairs' own first, hard negatives after. */
  readonly passages: readonly { readonly text: string; readonly group: string }[];
  /** All known right passages of a query, anywhere in the corpus. */
  readonly positivesOf: (query: string) => ReadonlySet<string> | undefined;
  /** True when another passage of the same document may be a negative for this pair. */
  readonly groupMayBeNegative: (pair: Pair) => boolean;
}

/**
 * @returns row-major queries × passages, 1 = not a negative; a query's own passage (the diagonal) is always 0.
 */
export function ignoreMatrix({ pairs, passages, positivesOf, groupMayBeNegative }: IgnoreInput): Uint8Array {
  const matrix = new Uint8Array(pairs.length * passages.length);
  for (const [i, pair] of pairs.entries()) {
    const positives = positivesOf(pair.query);
    const strict = groupMayBeNegative(pair);
    for (const [j, passage] of passages.entries()) {
      if (i === j) continue;
      const isSame = passage.text === pair.passage || (positives?.has(passage.text) ?? false);
      const isSameQuery = pairs[j]?.query === pair.query;
      const isSameDocument = !strict && passage.group === pair.group;
      if (isSame || isSameQuery || isSameDocument) matrix[i * passages.length + j] = 1;
    }
  }
  return matrix;
}
