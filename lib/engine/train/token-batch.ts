/**
 * @file TokenBatch: texts as padded rows of token ids, as the trainers take them.
 */
import { invariant } from "../../core/invariant";
import type { HostTensor } from "../executor";

export interface TokenBatch {
  readonly rows: number;
  /** Tokens per row, padding included. */
  readonly length: number;
  /** Row-major rows × length. */
  readonly ids: Int32Array;
  /** 1 = token, 0 = padding; every row has a token. */
  readonly mask: Uint8Array;
  /** What each row is, the same text always under the same key: lets a trainer with frozen layers keep their results. */
  readonly keys?: readonly string[];
}

/** Rows `start` to `end` (exclusive) of a batch; the arrays are shared. */
export function sliceRows({ length, ids, mask, keys }: TokenBatch, start: number, end: number): TokenBatch {
  const cut = <T extends Int32Array | Uint8Array>(array: T): T => array.subarray(start * length, end * length) as T;
  return { rows: end - start, length, ids: cut(ids), mask: cut(mask), ...(keys ? { keys: keys.slice(start, end) } : {}) };
}

/** @throws a broken assumption that names the fault: sizes, an id outside the vocabulary, an empty row */
export function checkTokenBatch(batch: TokenBatch, what: string, limits: { vocabSize: number; maxPositions: number }): void {
  const { rows, length, ids, mask } = batch;
  invariant(rows > 0 && length > 0, () => `${what}: a batch has rows and tokens; found ${rows} × ${length}`);
  invariant(length <= limits.maxPositions, () => `${what}: ${length} tokens per row, the model has ${limits.maxPositions} positions`);
  invariant(ids.length === rows * length && mask.length === rows * length, () => `${what}: ${rows} × ${length} needs ${rows * length} ids and mask entries; found ${ids.length} and ${mask.length}`);
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    invariant(id >= 0 && id < limits.vocabSize, () => `${what}: id ${id} in row ${Math.floor(at / length)} is outside the vocabulary of ${limits.vocabSize}`);
  }
  invariant(batch.keys === undefined || batch.keys.length === rows, () => `${what}: ${rows} rows need as many keys; found ${batch.keys?.length}`);
  for (let row = 0; row < rows; row++) {
    invariant(mask.subarray(row * length, (row + 1) * length).includes(1), () => `${what}: row ${row} has no token`);
  }
}

/** The inputs `<name>.ids` and `<name>.mask` of a graph. */
export function tokenFeeds(name: string, batch: TokenBatch): Record<string, HostTensor> {
  return { [`${name}.ids`]: { data: batch.ids, shape: [batch.rows, batch.length] }, ...maskFeed(name, batch) };
}

/** The input `<name>.mask` alone. */
export function maskFeed(name: string, { rows, length, mask }: TokenBatch): Record<string, HostTensor> {
  return { [`${name}.mask`]: { data: Float32Array.from(mask), shape: [rows, length] } };
}
