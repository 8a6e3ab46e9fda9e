/**
 * @file Trained layers: an encoder that differs from the shipped one in its last layers only, as just those tensors: a few
 * megabytes that lie in the database with their version. Put over the shipped weights they are the whole encoder again.
 */
import { AppError } from "../../core/errors";
import type { NamedTensors } from "../../engine/named-tensors";
import type { BertConfig } from "../../engine/nn/bert-config";

/** One layer in four learns, at least one: the rest is computed once per text. */
export function frozenLayersOf({ layers }: Pick<BertConfig, "layers">): number {
  return layers - Math.max(1, Math.floor(layers / 4));
}

/** The tensors of layers `from` and above; from 0 on the embeddings too, which then learn as well. */
export function layersFrom(parameters: NamedTensors, from: number): NamedTensors {
  if (from === 0) return parameters;
  return new Map([...parameters].filter(([name]) => Number(/^encoder\.layer\.(\d+)\./.exec(name)?.[1] ?? -1) >= from));
}

/** @throws AppError "registry/unusable" when they are not of this encoder's sizes */
export function putOver(shipped: NamedTensors, layers: NamedTensors): NamedTensors {
  for (const [name, { dims }] of layers) {
    const own = shipped.get(name);
    if (own?.dims.join() !== dims.join()) throw new AppError("registry/unusable", `the trained tensor "${name}" does not fit the encoder that is configured`);
  }
  return new Map([...shipped].map(([name, tensor]) => [name, layers.get(name) ?? tensor]));
}
