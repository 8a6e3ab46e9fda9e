/**
 * @file The page-kind model: a small convolutional network over a page's ink map (page-ink.ts), which tells running text,
 * pictures of writing, tables and other pictures apart. Written as the engine's graph, for training and for use.
 */
import path from "node:path";
import type { Executor } from "../../engine/executor";
import type { Value } from "../../engine/graph/value";
import type { NamedTensors } from "../../engine/named-tensors";
import { conv2d, conv2dDims, globalMaxPool, maxPool2d } from "../../engine/nn/convolution";
import { linear } from "../../engine/nn/linear";
import { inputWeights, under, type Weights } from "../../engine/nn/weights";
import { relu } from "../../engine/ops/elementwise";
import { input } from "../../engine/ops/leaves";
import { compileGraph, numbersOf } from "../../engine/train/compiled-graph";
import { AppError } from "../../core/errors";
import { readSafetensors } from "../../runtime/safetensors";
import { INK_COLUMNS, INK_LAYERS, INK_ROWS } from "./page-ink";

export const PAGE_KINDS = ["text", "scan", "table", "picture"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
/** Probabilities; they sum to 1. */
export type PageKindShares = Readonly<Record<PageKind, number>>;

export interface PageKinds {
  /** @param ink as pageInk gives it */
  of(ink: Float32Array): Promise<PageKindShares>;
  close(): Promise<void>;
}

export const PAGE_KIND_FOLDER = "page-kind";
export const PAGE_KIND_FILE = "model.safetensors";

/** Filters of each 3 × 3 convolution; the map is halved after all but the last. */
const FILTERS = [8, 12, 16, 24] as const;

export function pageKindDims(): Map<string, readonly number[]> {
  const layers = FILTERS.flatMap((filters, at) => {
    const channels = at === 0 ? INK_LAYERS : (FILTERS[at - 1] ?? 0);
    return [...conv2dDims({ channels, filters, height: 3, width: 3 })].map(([name, sizes]): [string, readonly number[]] => [`conv${at}.${name}`, sizes]);
  });
  return new Map<string, readonly number[]>([...layers, ["head.weight", [PAGE_KINDS.length, FILTERS[3]]], ["head.bias", [PAGE_KINDS.length]]]);
}

/** @param ink [pages, layers, rows, columns] @returns [pages, kinds], before softmax */
export function pageKindScores(ink: Value, weights: Weights): Value {
  let maps = ink;
  for (const at of FILTERS.keys()) {
    maps = relu(conv2d(maps, under(weights, `conv${at}`), { padding: 1 }));
    if (at < FILTERS.length - 1) maps = maxPool2d(maps, 2);
  }
  return linear(globalMaxPool(maps), weights, "head");
}

/**
 * @param modelsFolder holds page-kind: models/ of the project
 * @throws AppError "model/not-found" or "model/unsupported"
 */
export async function openPageKinds(modelsFolder: string, executor: Executor): Promise<PageKinds> {
  const file = path.join(/* turbopackIgnore: true */ modelsFolder, PAGE_KIND_FOLDER, PAGE_KIND_FILE);
  return createPageKinds((await readSafetensors(file)).tensors, executor);
}

/** @throws AppError "model/unsupported" for tensors of another model */
export async function createPageKinds(tensors: NamedTensors, executor: Executor): Promise<PageKinds> {
  const dims = pageKindDims();
  for (const [name, sizes] of dims) {
    if (tensors.get(name)?.dims.join() !== sizes.join()) throw new AppError("model/unsupported", `The page-kind model's file has no tensor ${name} of [${sizes.join(", ")}]. Restore it, or train it: cadre train page-kind --help.`);
  }
  const shape = [1, INK_LAYERS, INK_ROWS, INK_COLUMNS];
  const graph = await compileGraph(executor, { scores: pageKindScores(input("ink", shape), inputWeights(dims)) });
  const weights = Object.fromEntries([...tensors].map(([name, tensor]) => [name, { shape: tensor.dims, data: tensor.data }]));
  return {
    async of(ink) {
      await graph.executable.run({ ...weights, ink: { shape, data: ink } }, graph.outputs);
      return sharesOf([...numbersOf(graph.outputs, "scores")]);
    },
    close: () => graph.executable.close(),
  };
}

/** Softmax. @param scores one per kind */
export function sharesOf(scores: readonly number[]): PageKindShares {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return Object.fromEntries(PAGE_KINDS.map((kind, at) => [kind, (powers[at] ?? 0) / sum])) as Record<PageKind, number>;
}
