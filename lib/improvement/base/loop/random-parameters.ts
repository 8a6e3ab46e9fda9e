/**
 * @file randomParameters: the weights of a BERT that has learned nothing, for a recipe that starts from scratch.
 */
import type { NamedTensor } from "../../../engine/named-tensors";

const DEVIATION = 0.02;

/**
 * Normal numbers of deviation 0.02 for matrices and tables, ones for norms, zeros for biases.
 *
 * @source J. Devlin et al. 2018, arXiv:1810.04805 (initializer_range)
 */
export function randomParameters(dims: ReadonlyMap<string, readonly number[]>, random: () => number): Map<string, NamedTensor> {
  return new Map([...dims].map(([name, sizes]) => {
    const count = sizes.reduce((product, size) => product * size, 1);
    if (name.endsWith(".bias")) return [name, { dims: sizes, data: new Float32Array(count) }];
    if (name.includes("LayerNorm")) return [name, { dims: sizes, data: new Float32Array(count).fill(1) }];
    return [name, { dims: sizes, data: Float32Array.from({ length: count }, () => DEVIATION * normal(random)) }];
  }));
}

/** @source G. Box, M. Muller 1958 */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
