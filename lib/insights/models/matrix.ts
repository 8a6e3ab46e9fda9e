/**
 * @file Matrix: rows of float64 inputs in one array, and the two pieces of linear algebra that small models need.
 */
import { AppError } from "../../core/errors";

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, rows × columns. */
  readonly data: Float64Array;
}

export const createMatrix = (rows: number, columns: number): Matrix => ({ rows, columns, data: new Float64Array(rows * columns) });

/** A row as a view, not a copy. */
export const rowOf = ({ columns, data }: Matrix, row: number): Float64Array => data.subarray(row * columns, (row + 1) * columns);

/** The given rows, copied, in that order. */
export function takeRows(x: Matrix, rows: readonly number[]): Matrix {
  const taken = createMatrix(rows.length, x.columns);
  rows.forEach((row, at) => taken.data.set(rowOf(x, row), at * x.columns));
  return taken;
}

/** Row · weights for every row, plus `offset`. */
export function project(x: Matrix, weights: ArrayLike<number>, offset = 0): Float64Array {
  const { rows, columns, data } = x;
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = offset;
    const start = row * columns;
    for (let at = 0; at < columns; at++) sum += (data[start + at] as number) * (weights[at] as number);
    scores[row] = sum;
  }
  return scores;
}

/**
 * Solves A x = b for a symmetric positive definite A (Cholesky); A's lower half is overwritten.
 *
 * @param a n × n, row-major; only the lower half is read
 * @throws AppError "train/diverged" when A is not positive definite
 */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      if (i !== j) a[i * n + j] = sum / (a[j * n + j] as number);
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else throw new AppError("train/diverged", `The system of ${n} equations has no single solution (pivot ${sum} in row ${i}); raise the penalty.`);
    }
  }
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (a[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (a[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (a[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (a[i * n + i] as number);
  }
  return x;
}
