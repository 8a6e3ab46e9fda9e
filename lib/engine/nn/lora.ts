/**
 * @file LoRA: a linear layer learns through two thin matrices while its own weight stays as it is; and the query-side
 * adapter, one matrix after the encoder.
 */
import type { NamedTensor, NamedTensors } from "../named-tensors";
import { add } from "../ops/elementwise";
import { gemm } from "../ops/matrix";
import type { Value } from "../graph/value";
import { unitRows } from "./pooling";
import type { Weights } from "./weights";

export interface LoraOptions {
  /** Hub names of the weights that get an adapter: "encoder.layer.3.attention.self.query.weight" … */
  readonly targets: readonly string[];
  /** Rank r ≥ 1, usual 4–16. */
  readonly rank: number;
  /** The change is alpha / r · B A; usual 2 r. */
  readonly alpha: number;
}

const DOWN = "lora_A";
const UP = "lora_B";

/** `<target>.lora_A` [r, in] and `<target>.lora_B` [out, r] per target. */
export function loraDims(dims: ReadonlyMap<string, readonly number[]>, { targets, rank }: LoraOptions): ReadonlyMap<string, readonly number[]> {
  return new Map(
    targets.flatMap((target): [string, readonly number[]][] => {
      const [out = 0, into = 0] = dims.get(target) ?? [];
      return [[`${target}.${DOWN}`, [rank, into]], [`${target}.${UP}`, [out, rank]]];
    }),
  );
}

/**
 * The weights with adapters: a target reads as W + alpha / r · B A. Start B at zero, so that nothing changes at first.
 * @source Hu et al. 2021, arXiv:2106.09685, eq. 3
 */
export function loraWeights(weights: Weights, { targets, rank, alpha }: LoraOptions): Weights {
  const adapted = new Map<string, Value>();
  return (name) => {
    if (!targets.includes(name)) return weights(name);
    const known = adapted.get(name) ?? add(weights(name), gemm(weights(`${name}.${UP}`), weights(`${name}.${DOWN}`), { alpha: alpha / rank }));
    adapted.set(name, known);
    return known;
  };
}

/** The adapters folded into the weights: what is served afterwards has the base model's tensors and no others. */
export function mergeLora(parameters: NamedTensors, options: LoraOptions): NamedTensors {
  const merged = new Map<string, NamedTensor>();
  for (const [name, tensor] of parameters) {
    if (name.endsWith(`.${DOWN}`) || name.endsWith(`.${UP}`)) continue;
    const [down, up] = [parameters.get(`${name}.${DOWN}`), parameters.get(`${name}.${UP}`)];
    merged.set(name, down && up ? { dims: tensor.dims, data: folded(tensor, { down, up }, options.alpha / options.rank) } : tensor);
  }
  return merged;
}

function folded({ dims, data }: NamedTensor, { down, up }: { down: NamedTensor; up: NamedTensor }, factor: number): Float32Array {
  const [out = 0, into = 0] = dims;
  const rank = down.dims[0] ?? 0;
  const result = data.slice();
  for (let row = 0; row < out; row++) {
    for (let column = 0; column < into; column++) {
      let change = 0;
      for (let k = 0; k < rank; k++) change += (up.data[row * rank + k] as number) * (down.data[k * into + column] as number);
      result[row * into + column] = (data[row * into + column] as number) + factor * change;
    }
  }
  return result;
}

/** Name of the query-side adapter's one tensor, [width, width]; start it as the identity. */
export const QUERY_ADAPTER = "query_adapter.weight";

/**
 * Query vectors after a learned linear map, of length 1 again. Passages keep their vectors, so an index stays valid:
 * the cheapest way to learn from feedback.
 * @param queries [B, H]
 */
export function adaptQueries(queries: Value, weights: Weights): Value {
  return unitRows(gemm(queries, weights(QUERY_ADAPTER), { transposeB: true }));
}
