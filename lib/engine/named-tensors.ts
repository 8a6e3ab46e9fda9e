/**
 * @file Named tensors: a model's weights as they pass between the hub's files, the training engine and the emitted
 * graphs. Names and layouts are the hub's: "encoder.layer.0.attention.self.query.weight" is [out, in], row-major.
 */

export interface NamedTensor {
  /** Sizes, outermost first; [] is a scalar. */
  readonly dims: readonly number[];
  /** Row-major; its length is the product of `dims`. */
  readonly data: Float32Array;
}

export type NamedTensors = ReadonlyMap<string, NamedTensor>;
