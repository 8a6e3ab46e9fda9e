/**
 * @file Token rows: texts → ids cut to a length → one padded block of a batch.
 */

export interface TokenRows {
  readonly rows: number;
  /** Tokens per row, padding included. */
  readonly length: number;
  /** Row-major. */
  readonly ids: Int32Array;
  /** 1 where a token stands. */
  readonly mask: Uint8Array;
}

export interface Tokens {
  /** Ids with the opening and closing special tokens. */
  encode(text: string): readonly number[];
  readonly padId: number;
}

/**
 * Cuts ids to `length`, keeping the special tokens at both ends.
 *
 * @param keep which end of the content stays: a long question asks at its end
 */
export function cutIds(ids: readonly number[], length: number, keep: "start" | "end" = "start"): readonly number[] {
  if (ids.length <= length) return ids;
  const [first, last] = [ids.slice(0, 1), ids.slice(-1)];
  return keep === "start" ? [...ids.slice(0, length - 1), ...last] : [...first, ...ids.slice(ids.length - length + 1)];
}

/** @param rows ids per row, none longer than `length` */
export function padRows(rows: readonly (readonly number[])[], { length, padId }: { length: number; padId: number }): TokenRows {
  const ids = new Int32Array(rows.length * length).fill(padId);
  const mask = new Uint8Array(ids.length);
  for (const [row, tokens] of rows.entries()) {
    ids.set(tokens, row * length);
    mask.fill(1, row * length, row * length + tokens.length);
  }
  return { rows: rows.length, length, ids, mask };
}
