/**
 * @file The case that both trainers of `bench train` get: an encoder with random weights and one batch of pairs, as
 * files in a folder (case.json, <tensor>.bin float32, ids and masks), so that PyTorch starts from the same numbers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createRng } from "../../core/rng";
import type { NamedTensors } from "../../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../../engine/nn/bert-config";
import type { TokenBatch } from "../../engine/train/token-batch";

export interface TrainCase {
  readonly name: string;
  readonly config: BertConfig;
  /** Pairs; each is two texts, so a step has twice as many rows. */
  readonly pairs: number;
  readonly length: number;
  readonly scale: number;
  readonly threads: number;
  /** Hub name and sizes of every tensor, in order. */
  readonly tensors: readonly (readonly [string, readonly number[]])[];
}

export interface LoadedCase extends TrainCase {
  readonly parameters: NamedTensors;
  readonly queries: TokenBatch;
  readonly passages: TokenBatch;
}

const SCALE = 20;

/** Writes the files. Texts have 60 to 100 % of `length` tokens. */
export function writeTrainCase(folder: string, { name, config, pairs, length, threads }: Omit<TrainCase, "scale" | "tensors">): void {
  const random = createRng(5);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const tensors = [...bertTensorDims(config)];
  for (const [tensor, dims] of tensors) {
    const isGain = tensor.endsWith("LayerNorm.weight");
    const spread = dims.length > 1 ? 0.05 : 0.02;
    write(folder, tensor, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => (isGain ? 1 : 0) + spread * normal()));
  }
  for (const side of ["queries", "passages"]) {
    const [ids, mask] = [new Int32Array(pairs * length), new Float32Array(pairs * length)];
    for (let row = 0; row < pairs; row++) {
      const tokens = Math.max(2, Math.floor(length * (0.6 + 0.4 * random())));
      for (let at = 0; at < tokens; at++) {
        ids[row * length + at] = Math.floor(random() * config.vocabSize);
        mask[row * length + at] = 1;
      }
    }
    write(folder, `${side}.ids`, ids);
    write(folder, `${side}.mask`, mask);
  }
  const written: TrainCase = { name, config, pairs, length, threads, scale: SCALE, tensors };
  writeFileSync(path.join(folder, "case.json"), JSON.stringify(written));
}

export function readTrainCase(folder: string): LoadedCase {
  const read = JSON.parse(readFileSync(path.join(folder, "case.json"), "utf8")) as TrainCase;
  const batch = (side: string): TokenBatch => ({
    rows: read.pairs,
    length: read.length,
    ids: new Int32Array(bytesOf(folder, `${side}.ids`)),
    mask: Uint8Array.from(new Float32Array(bytesOf(folder, `${side}.mask`))),
  });
  const parameters = new Map(read.tensors.map(([tensor, dims]) => [tensor, { dims, data: readFloats(folder, tensor) }]));
  return { ...read, parameters, queries: batch("queries"), passages: batch("passages") };
}

export function readFloats(folder: string, name: string): Float32Array {
  return new Float32Array(bytesOf(folder, name));
}

export function write(folder: string, name: string, data: Float32Array | Int32Array): void {
  writeFileSync(path.join(folder, `${name}.bin`), new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function bytesOf(folder: string, name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(path.join(folder, `${name}.bin`))).buffer;
}
