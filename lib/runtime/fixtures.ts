/**
 * @file Encoders made in the test: random weights of given sizes. Nothing is read from disk.
 */
import { createRng } from "../core/rng";
import type { NamedTensor, NamedTensors } from "../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";

export const TINY: BertConfig = {
  vocabSize: 50,
  hiddenSize: 16,
  layers: 2,
  heads: 2,
  intermediateSize: 24,
  activation: "gelu",
  maxPositions: 12,
  tokenTypes: 2,
  layerNormEps: 1e-12,
};

/** Matrices uniform in ±0.5, norms near 1, biases small: far enough from zero that every tensor shows in the output. */
export function randomParameters(config: BertConfig, seed: number): NamedTensors {
  const random = createRng(seed);
  const parameters = new Map<string, NamedTensor>();
  for (const [name, dims] of bertTensorDims(config)) {
    const data = new Float32Array(dims.reduce((product, dim) => product * dim, 1));
    const centre = name.endsWith("LayerNorm.weight") ? 1 : 0;
    const width = dims.length === 2 ? 0.5 : 0.2;
    for (let at = 0; at < data.length; at++) data[at] = centre + (2 * random() - 1) * width;
    parameters.set(name, { dims, data });
  }
  return parameters;
}
