/**
 * @file Magnitude pruning: the smallest weights of each matrix become zero and stay zero while training goes on.
 * @source Han et al. 2015, arXiv:1506.02626 (magnitude); Zhu, Gupta 2017, arXiv:1710.01878, eq. 1 (gradual share)
 */
import { invariant } from "../../core/invariant";
import type { NamedTensors } from "../named-tensors";

/** Tensor name → 1 where a weight is kept, 0 where it is held at zero. Tensors without a mask are kept whole. */
export type Masks = ReadonlyMap<string, Uint8Array>;

/**
 * Masks that zero the given share of each chosen tensor, smallest magnitudes first (equal ones: earlier first).
 *
 * @param share 0 … 1 of each tensor's weights; rounded down to whole weights
 * @param chosen which tensors; default matrices, not tables of embeddings, norms or biases
 */
export function magnitudeMasks(parameters: NamedTensors, share: number, chosen: (name: string, dims: readonly number[]) => boolean = isLinearWeight): Masks {
  invariant(share >= 0 && share <= 1, () => `the pruned share lies in 0 … 1; found ${share}`);
  const masks = new Map<string, Uint8Array>();
  for (const [name, { dims, data }] of parameters) {
    if (!chosen(name, dims)) continue;
    const bySize = Float64Array.from(data, Math.abs).entries();
    const order = [...bySize].sort(([a, x], [b, y]) => x - y || a - b);
    const mask = new Uint8Array(data.length).fill(1);
    for (const [at] of order.slice(0, Math.floor(share * data.length))) mask[at] = 0;
    masks.set(name, mask);
  }
  return masks;
}

const isLinearWeight = (name: string, dims: readonly number[]): boolean => dims.length === 2 && !name.includes("embeddings");

/** Zeroes what the masks do not keep, in place. @param weights the numbers of a tensor by name */
export function pruneTo(weights: (name: string) => Float32Array, masks: Masks): void {
  for (const [name, mask] of masks) {
    const data = weights(name);
    invariant(mask.length === data.length, () => `the mask of "${name}" has ${mask.length} entries, the tensor ${data.length}`);
    for (let at = 0; at < mask.length; at++) if (mask[at] === 0) data[at] = 0;
  }
}

/** The share of zeros over all tensors that have a mask. */
export function sparsity(masks: Masks): number {
  let [zeros, all] = [0, 0];
  for (const mask of masks.values()) {
    all += mask.length;
    for (const kept of mask) zeros += 1 - kept;
  }
  return all === 0 ? 0 : zeros / all;
}

/**
 * The share to prune at a step when it grows gradually: fast at first, slowly towards the end.
 *
 * @returns final · (1 − (1 − t)³), t from 0 at `from` to 1 at `to`
 */
export function shareAt(step: number, { from, to, final }: { from: number; to: number; final: number }): number {
  const t = Math.min(1, Math.max(0, (step - from) / Math.max(1, to - from)));
  return final * (1 - (1 - t) ** 3);
}
