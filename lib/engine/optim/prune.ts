/**
 * @file Magnitude pruning: which weights of a matrix are small enough to be zero. The mask goes to
 * `TrainedTensors.prune`, so that further training respects it.
 * @source Han et al. 2015, arXiv:1506.02626
 */
import type { NamedTensors } from "../named-tensors";

/**
 * @param share of each matrix's numbers to prune, [0, 1): its smallest in size
 * @param isPruned which tensors; by default all with two axes or more (biases and norms stay whole)
 * @returns per tensor, 1 = lives, 0 = pruned; among equals the later ones live
 */
export function magnitudeMasks(
  parameters: NamedTensors,
  share: number,
  isPruned: (name: string) => boolean = (name) => (parameters.get(name)?.dims.length ?? 0) >= 2,
): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>();
  for (const [name, { data }] of parameters) {
    if (!isPruned(name)) continue;
    const order = Uint32Array.from(data, (_, at) => at).sort((a, b) => Math.abs(data[a] as number) - Math.abs(data[b] as number) || a - b);
    const mask = new Uint8Array(data.length).fill(1);
    for (const at of order.subarray(0, Math.floor(share * data.length))) mask[at] = 0;
    masks.set(name, mask);
  }
  return masks;
}
