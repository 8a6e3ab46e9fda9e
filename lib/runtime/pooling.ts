/**
 * @file Pooling: the token states of a batch → one unit vector per text.
 * B = rows, S = width in tokens, H = hidden size.
 */
import type { Pooling } from "./hub-files";

/**
 * @param states  float32 [B, S, H], row-major
 * @param lengths tokens per row, ≤ S; what lies behind is padding and never read
 * @returns B vectors of length H with Euclidean norm 1 (float64 sums, so a row's value does not depend on S)
 */
export function poolStates(
  states: Float32Array,
  lengths: readonly number[],
  shape: { width: number; hidden: number; pooling: Pooling },
): Float32Array[] {
  const { width, hidden, pooling } = shape;
  return lengths.map((length, row) => {
    const first = row * width * hidden;
    return unit(pooling === "cls" ? Float64Array.from(states.subarray(first, first + hidden)) : sumRows(states, first, { length, hidden }));
  });
}

/** The sum points where the mean points; the norm takes care of the length. */
function sumRows(states: Float32Array, first: number, shape: { length: number; hidden: number }): Float64Array {
  const sum = new Float64Array(shape.hidden);
  for (let token = 0; token < shape.length; token++) {
    const at = first + token * shape.hidden;
    for (let h = 0; h < shape.hidden; h++) sum[h] = (sum[h] as number) + (states[at + h] as number);
  }
  return sum;
}

function unit(vector: Float64Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  // An all-zero state has no direction; it stays zero and the index refuses it.
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return Float32Array.from(vector, (value) => value * scale);
}
