/**
 * @file idleLayers: tables that were trained without layers (recipe `layers: 0`) as a whole encoder whose layers do
 * nothing yet, so that it gives the very vectors of the tables and a later training of the layers begins there. Shares of
 * words that were learned with them (`weighsWords`) become the attention of its last layer, which the loop trains on.
 */
import { invariant } from "../../../core/invariant";
import type { NamedTensor, NamedTensors } from "../../../engine/named-tensors";
import { IMPORTANCE } from "../../../engine/nn/bert-config";

const TABLE_NORM = "embeddings.LayerNorm";

/**
 * What a layer adds to its input becomes 0 (the matrices that write into the residual stream, and their biases), and the
 * tables' gain and shift move to the last norm, or into the last attention: a norm without them changes nothing that is
 * already normed.
 *
 * @param start a whole encoder's weights, by the hub's names; its layers' other matrices are kept, which is what lets them learn
 * @param tables what a training without layers gave
 * @param layers of the encoder, at least 1
 * @source T. Bachlechner et al. 2020, "ReZero is all you need", arXiv:2003.04887 (layers that begin as nothing learn well)
 */
export function idleLayers({ start, tables, layers }: { start: NamedTensors; tables: NamedTensors; layers: number }): NamedTensors {
  invariant(layers > 0, () => "an encoder needs a layer to idle");
  const lastLayer = `encoder.layer.${layers - 1}`;
  const changed = tables.has(IMPORTANCE) ? sharesAsAttention(tables, start, `${lastLayer}.attention`) : lastNorm(tables, `${lastLayer}.output.LayerNorm`);
  return new Map([...start].filter(([name]) => name !== IMPORTANCE).map(([name, tensor]): [string, NamedTensor] => {
    const known = changed.get(name);
    if (known) return [name, known];
    if (name.endsWith("LayerNorm.weight")) return [name, filled(tensor, 1)];
    if (name.endsWith("LayerNorm.bias") || /output\.dense\.(weight|bias)$/.test(name)) return [name, filled(tensor, 0)];
    return [name, tables.get(name) ?? tensor];
  }));
}

function lastNorm(tables: NamedTensors, norm: string): NamedTensors {
  return new Map(["weight", "bias"].map((part) => [`${norm}.${part}`, taken(tables, `${TABLE_NORM}.${part}`)]));
}

/** What attention adds to a token, over the token itself: so much that each becomes the text's weighted mean, to three digits. */
const OVER_TOKEN = 1000;

/**
 * Every token asks the same (no query but its bias, the first number of each head's), a head's first key is how much a word
 * counts, and the values are the states with gain and shift. The norm behind it is that of `weightedPool`.
 */
function sharesAsAttention(tables: NamedTensors, start: NamedTensors, attention: string): NamedTensors {
  const [importance, gain, shift] = [taken(tables, IMPORTANCE), taken(tables, `${TABLE_NORM}.weight`).data, taken(tables, `${TABLE_NORM}.bias`)];
  const [heads, width] = importance.dims as [number, number];
  const size = width / heads;
  const diagonal = (value: (at: number) => number): Float32Array => Float32Array.from({ length: width * width }, (_, at) => (at % (width + 1) === 0 ? value(at % width) : 0));
  // The layer divides what query and key give by √(H / A), the pooling by √H; a shift moves all of a text's scores alike.
  const queries = Float32Array.from({ length: width }, (_, at) => (at % size === 0 ? Math.sqrt(size) : 0));
  const keys = new Float32Array(taken(start, `${attention}.self.key.weight`).data);
  for (let head = 0; head < heads; head++) {
    const row = importance.data.slice(head * width, (head + 1) * width);
    keys.set(row.map((value, at) => (value * (gain[at] as number)) / Math.sqrt(width)), head * size * width);
  }
  const none = { dims: [width], data: new Float32Array(width) };
  const square = (data: Float32Array): NamedTensor => ({ dims: [width, width], data });
  return new Map(Object.entries({
    "self.query.weight": square(new Float32Array(width * width)),
    "self.query.bias": { dims: [width], data: queries },
    "self.key.weight": square(keys),
    "self.key.bias": none,
    "self.value.weight": square(diagonal((at) => gain[at] as number)),
    "self.value.bias": shift,
    "output.dense.weight": square(diagonal(() => OVER_TOKEN)),
    "output.dense.bias": none,
  }).map(([name, tensor]) => [`${attention}.${name}`, tensor]));
}

function taken(tensors: NamedTensors, name: string): NamedTensor {
  const tensor = tensors.get(name);
  invariant(tensor, () => `tensor "${name}" is missing`);
  return tensor;
}

function filled({ dims, data }: NamedTensor, value: number): NamedTensor {
  return { dims, data: new Float32Array(data.length).fill(value) };
}
