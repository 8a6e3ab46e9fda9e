/**
 * @file idleLayers: tables that were trained without layers (recipe `layers: 0`) as a whole encoder whose layers do
 * nothing yet, so that it gives the very vectors of the tables and a later training of the layers begins there.
 */
import { invariant } from "../../../core/invariant";
import type { NamedTensor, NamedTensors } from "../../../engine/named-tensors";

const TABLE_NORM = "embeddings.LayerNorm";

/**
 * What a layer adds to its input becomes 0 (the matrices that write into the residual stream, and their biases), and the
 * tables' gain and shift move to the last norm: a norm without them changes nothing that is already normed.
 *
 * @param start a whole encoder's weights, by the hub's names; its layers' other matrices are kept, which is what lets them learn
 * @param tables what a training without layers gave
 * @param layers of the encoder, at least 1
 * @source T. Bachlechner et al. 2020, "ReZero is all you need", arXiv:2003.04887 (layers that begin as nothing learn well)
 */
export function idleLayers({ start, tables, layers }: { start: NamedTensors; tables: NamedTensors; layers: number }): NamedTensors {
  invariant(layers > 0, () => "an encoder needs a layer to idle");
  const lastNorm = `encoder.layer.${layers - 1}.output.LayerNorm`;
  const taken = (name: string): NamedTensor => {
    const tensor = tables.get(name);
    invariant(tensor, () => `tensor "${name}" is missing`);
    return tensor;
  };
  return new Map([...start].map(([name, tensor]): [string, NamedTensor] => {
    if (name.startsWith(lastNorm)) return [name, taken(name.replace(lastNorm, TABLE_NORM))];
    if (name.endsWith("LayerNorm.weight")) return [name, filled(tensor, 1)];
    if (name.endsWith("LayerNorm.bias") || /output\.dense\.(weight|bias)$/.test(name)) return [name, filled(tensor, 0)];
    return [name, tables.get(name) ?? tensor];
  }));
}

function filled({ dims, data }: NamedTensor, value: number): NamedTensor {
  return { dims, data: new Float32Array(data.length).fill(value) };
}
