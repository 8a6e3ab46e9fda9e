/**
 * @file The BERT encoder as a graph: ids and mask → one state per token. Weights under the hub's names.
 * B rows (texts), S tokens per row, H width, A heads, D = H / A.
 * @source Devlin et al. 2018, arXiv:1810.04805; layout of transformers' BertModel (post-norm)
 */
import { axisSize, type Value } from "../graph/value";
import { add, scale, shift } from "../ops/elementwise";
import { gather } from "../ops/gather";
import { gemm, matmul } from "../ops/matrix";
import { reshape, slice, swapLast, transpose } from "../ops/movement";
import { softmax } from "../ops/normalise";
import { ACTIVATIONS } from "./activation";
import type { BertConfig } from "./bert-config";
import { linear, norm } from "./linear";
import { under, type Weights } from "./weights";

export interface BertInput {
  /** Whole numbers [B, S]. */
  readonly ids: Value;
  /** 1 = token, 0 = padding; float32 [B, S]. */
  readonly mask: Value;
  /** Sentence 0 or 1, whole numbers [B, S]; left out = all 0. */
  readonly types?: Value;
}

export interface BertStates {
  /** The gathered rows of the word table [B, S, H]: ask for their gradient to train the table sparsely. */
  readonly wordRows: Value;
  /** Last layer [B · S, H]. */
  readonly states: Value;
}

/** Added to the scores of padding before the softmax. */
const MASKED = -1e4;

export function bert(config: BertConfig, weights: Weights, input: BertInput): BertStates {
  const { wordRows, states } = bertEmbeddings(config, weights, input);
  return { wordRows, states: bertLayers(states, input.mask, { config, weights }) };
}

/**
 * Some of the layers: all by default; the upper ones alone when the lower ones are frozen and their results known.
 *
 * @param states [B · S, H], what layer `from` reads
 * @param how.from first layer, how.to one behind the last
 */
export function bertLayers(states: Value, mask: Value, how: { config: BertConfig; weights: Weights; from?: number; to?: number }): Value {
  const { config, weights, from = 0, to = config.layers } = how;
  const [rows, length] = [axisSize(mask.shape, 0), axisSize(mask.shape, 1)];
  const penalty = reshape(scale(shift(mask, -1), -MASKED), [rows, 1, 1, length]);
  let x = states;
  for (let layer = from; layer < to; layer++) x = encoderLayer(x, penalty, { config, weights: under(weights, `encoder.layer.${layer}`) });
  return x;
}

/** Words + positions + token types, normalised. */
export function bertEmbeddings(config: BertConfig, weights: Weights, { ids, types }: BertInput): BertStates {
  const table = under(weights, "embeddings");
  const [rows, length, width] = [axisSize(ids.shape, 0), axisSize(ids.shape, 1), config.hiddenSize];
  const typeTable = table("token_type_embeddings.weight");
  const wordRows = gather(table("word_embeddings.weight"), ids);
  const positions = slice(table("position_embeddings.weight"), 0, 0, length); // [S, H]
  const everywhere = types ? positions : add(positions, slice(typeTable, 0, 0, 1));
  const sum = add(wordRows, everywhere); // [B, S, H]
  const x = types ? add(sum, gather(typeTable, types)) : sum;
  return { wordRows, states: norm(reshape(x, [rows * length, width]), table, "LayerNorm", config.layerNormEps) };
}

/** One transformer layer, [B · S, H] → [B · S, H]. */
function encoderLayer(x: Value, penalty: Value, { config, weights }: { config: BertConfig; weights: Weights }): Value {
  const attended = linear(selfAttention(x, penalty, { config, weights }), weights, "attention.output.dense");
  const y = norm(add(x, attended), weights, "attention.output.LayerNorm", config.layerNormEps);
  return norm(add(y, feedForward(y, config, weights)), weights, "output.LayerNorm", config.layerNormEps);
}

/** softmax(Q Kᵀ / √D + penalty) V per head. @param penalty [B, 1, 1, S] */
function selfAttention(x: Value, penalty: Value, { config, weights }: { config: BertConfig; weights: Weights }): Value {
  const [rows, length] = [axisSize(penalty.shape, 0), axisSize(penalty.shape, 3)];
  const size = config.hiddenSize / config.heads;
  const heads = (part: string, factor?: number): Value => {
    const split = reshape(linear(x, weights, `attention.self.${part}`, factor), [rows, length, config.heads, size]);
    return transpose(split, [0, 2, 1, 3]); // [B, A, S, D]
  };
  const scores = matmul(heads("query", 1 / Math.sqrt(size)), swapLast(heads("key"))); // [B, A, S, S]
  const mixed = matmul(softmax(add(scores, penalty)), heads("value")); // [B, A, S, D]
  return reshape(transpose(mixed, [0, 2, 1, 3]), [rows * length, config.hiddenSize]);
}

function feedForward(x: Value, config: BertConfig, weights: Weights): Value {
  const { before, apply, after } = ACTIVATIONS[config.activation];
  const inner = apply(linear(x, weights, "intermediate.dense", before));
  const product = gemm(inner, weights("output.dense.weight"), { transposeB: true, alpha: after });
  return add(product, weights("output.dense.bias"));
}
