/**
 * @file The words of `cadre train base`: a pair of query and passage. Flow: corpus → pairs → mining →
 * batches → loop → card. No I/O.
 */

/** One line of training data: what is asked and the passage that should be near it. */
export interface Pair {
  /** Name of its source; the recipe's table weighs by it. */
  readonly source: string;
  readonly language: "en" | "zh" | "x";
  readonly query: string;
  readonly passage: string;
  /** What the passage stands under; put before it now and then, as the product does when it embeds. */
  readonly heading?: string;
  /** Document of the passage: its other passages may answer the query as well. */
  readonly group: string;
  /** Passages that look right and are not; one is drawn at a time. */
  readonly negatives?: readonly string[];
}
