/**
 * @file The list of ops and what each carries besides its inputs. The rules of every op named here must be in
 * ops/table.ts, or the compiler refuses the table.
 */
import type { DataType, Shape, TensorData } from "./value";

type None = Readonly<Record<string, never>>;

export interface OpAttributes {
  // Leaves (ops/leaves.ts)
  input: { readonly name: string; readonly type: DataType; readonly shape: Shape };
  constant: { readonly data: TensorData; readonly type: DataType; readonly shape: Shape };
  // ops/elementwise.ts: two inputs broadcast like NumPy's
  add: None;
  subtract: None;
  multiply: None;
  divide: None;
  exp: None;
  log: None;
  sqrt: None;
  erf: None;
  tanh: None;
  sigmoid: None;
  relu: None;
  sign: None;
  /** The value as it is; no gradient passes. */
  detach: None;
  // ops/broadcast.ts
  sum: { readonly axes: readonly number[] };
  expand: { readonly shape: Shape };
  // ops/extremes.ts
  max: { readonly axes: readonly number[] };
  // ops/movement.ts
  reshape: { readonly shape: Shape };
  transpose: { readonly order: readonly number[] };
  slice: { readonly axis: number; readonly start: number; readonly end: number };
  pad: { readonly axis: number; readonly before: number; readonly after: number };
  concat: { readonly axis: number };
  // ops/matrix.ts
  gemm: { readonly transposeA: boolean; readonly transposeB: boolean; readonly alpha: number; readonly beta: number };
  matmul: None;
  // ops/normalise.ts
  softmax: None;
  layerNorm: { readonly epsilon: number };
  /** A further output of a node that has several: which = its position. */
  part: { readonly which: number };
  // ops/gather.ts
  gather: None;
  scatterAdd: { readonly rows: number };
  oneHot: { readonly depth: number };
}

export type OpName = keyof OpAttributes;
