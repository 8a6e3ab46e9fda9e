/**
 * @file Masked language modelling: guess the hidden words from the others. Head with the word table as decoder.
 */
import type { Value } from "../graph/value";
import { gather } from "../ops/gather";
import { activate } from "../nn/activation";
import type { Activation } from "../nn/bert-config";
import { linear, norm } from "../nn/linear";
import type { Weights } from "../nn/weights";
import { add } from "../ops/elementwise";
import { gemm } from "../ops/matrix";
import { crossEntropy } from "./classification";

export interface MaskedWords {
  /** Rows of `states` that were hidden: int32 or int64 [M], padded with any row. */
  readonly positions: Value;
  /** The words that were there: int64 [M]. */
  readonly labels: Value;
  /** Float32 [M]: 1 = counts, 0 = padding. */
  readonly counts: Value;
}

/** The head's tensors under the hub's names (BertForMaskedLM), beside the encoder's. */
export function maskedLmDims({ hiddenSize: h, vocabSize }: { hiddenSize: number; vocabSize: number }): ReadonlyMap<string, readonly number[]> {
  return new Map([
    ["cls.predictions.transform.dense.weight", [h, h]],
    ["cls.predictions.transform.dense.bias", [h]],
    ["cls.predictions.transform.LayerNorm.weight", [h]],
    ["cls.predictions.transform.LayerNorm.bias", [h]],
    ["cls.predictions.bias", [vocabSize]],
  ]);
}

/**
 * Cross-entropy over the vocabulary at the hidden positions; perplexity is its exponential.
 *
 * @param states float32 [B · S, H]
 * @returns scalar, nats per hidden word
 * @source Devlin et al. 2018, arXiv:1810.04805, section 3.1, task 1; Press, Wolf 2016, arXiv:1608.05859 (tied decoder)
 */
export function maskedLmLoss(states: Value, words: MaskedWords, { weights, config }: { weights: Weights; config: { activation: Activation; layerNormEps: number } }): Value {
  const hidden = gather(states, words.positions); // [M, H]
  const transform = "cls.predictions.transform";
  const x = norm(activate(linear(hidden, weights, `${transform}.dense`), config.activation), weights, `${transform}.LayerNorm`, config.layerNormEps);
  const table = weights("embeddings.word_embeddings.weight"); // [V, H]
  const scores = add(gemm(x, table, { transposeB: true }), weights("cls.predictions.bias")); // [M, V]
  return crossEntropy(scores, words.labels, { counts: words.counts });
}

/** Perplexity of a mean loss: how many words the model hesitates between. @param loss nats per word */
export function perplexity(loss: number): number {
  return Math.exp(loss);
}
