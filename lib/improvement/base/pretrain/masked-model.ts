/**
 * @file The model of pre-training: the encoder's layers with BERT's two heads, one that guesses hidden words (the word
 * table is its decoder) and one that says whether the second text follows the first. Batch → feeds → losses. No corpus here.
 */
import { createRng } from "../../../core/rng";
import type { Executor, HostTensor } from "../../../engine/executor";
import type { Value } from "../../../engine/graph/value";
import { nextSentenceLoss } from "../../../engine/losses/classification";
import { maskedLmDims, maskedLmLoss } from "../../../engine/losses/masked-lm";
import type { NamedTensors } from "../../../engine/named-tensors";
import { bert } from "../../../engine/nn/bert";
import { bertTensorDims, type BertConfig } from "../../../engine/nn/bert-config";
import { linear } from "../../../engine/nn/linear";
import { add, tanh } from "../../../engine/ops/elementwise";
import { gather } from "../../../engine/ops/gather";
import { createModelTrainer, type ModelInputs, type ModelTrainer } from "../../../engine/train/model-trainer";
import type { OptimizerOptions } from "../../../engine/train/trained-tensors";
import { randomParameters } from "../loop/random-parameters";
import type { MaskedBatch } from "./masked-batches";

export interface MaskedModelOptions {
  readonly executor: Executor;
  /** Of the layers that are trained. */
  readonly config: BertConfig;
  /** The encoder's start weights; what `config` does not name is left alone. */
  readonly parameters: NamedTensors;
  readonly optimizer: OptimizerOptions;
  readonly nextSentence: boolean;
  /** Draws the heads' start weights. */
  readonly seed: number;
}

/** Seed of the heads beside that of the encoder, which draws from the recipe's own. */
const HEADS = 0x4d4c4d;

/** Heads start at random; the loss is the sum of both tasks', as in BERT. */
export function createMaskedTrainer({ executor, config, parameters, optimizer, nextSentence, seed }: MaskedModelOptions): ModelTrainer {
  const body = [...bertTensorDims(config).keys()].map((name) => [name, parameters.get(name)] as const);
  const heads = randomParameters(headDims(config, nextSentence), createRng(seed ^ HEADS));
  const losses = (model: ModelInputs): { words: Value; follows?: { loss: Value; scores: Value } } => {
    const { weights, input } = model;
    const types = nextSentence ? { types: input("types") } : {};
    const { states } = bert(config, weights, { ids: input("ids"), mask: input("mask"), ...types });
    const words = maskedLmLoss(states, { positions: input("positions"), labels: input("labels"), counts: input("counts") }, { weights, config });
    if (!nextSentence) return { words };
    const pooled = tanh(linear(gather(states, input("firsts")), weights, "pooler.dense"));
    const scores = linear(pooled, weights, "cls.seq_relationship");
    return { words, follows: { scores, loss: nextSentenceLoss(scores, input("follows")) } };
  };
  return createModelTrainer({
    executor,
    optimizer,
    maxSessions: 2,
    parameters: new Map([...body.flatMap(([name, tensor]) => (tensor ? [[name, tensor] as const] : [])), ...heads]),
    loss: (model) => {
      const { words, follows } = losses(model);
      return follows ? add(words, follows.loss) : words;
    },
    predict: (model): Record<string, Value> => {
      const { words, follows } = losses(model);
      return follows ? { words, scores: follows.scores } : { words };
    },
  });
}

/** The hub's names (BertForPreTraining), without its "bert." in front. */
function headDims(config: BertConfig, nextSentence: boolean): ReadonlyMap<string, readonly number[]> {
  const { hiddenSize: h } = config;
  const follows: [string, readonly number[]][] = [["pooler.dense.weight", [h, h]], ["pooler.dense.bias", [h]], ["cls.seq_relationship.weight", [2, h]], ["cls.seq_relationship.bias", [2]]];
  return new Map([...maskedLmDims(config), ...(nextSentence ? follows : [])]);
}

export function maskedFeeds(batch: MaskedBatch): Record<string, HostTensor> {
  const { rows, length, pairs, hidden } = batch;
  const whole = (values: Int32Array, shape: readonly number[]): HostTensor => ({ shape, data: BigInt64Array.from(values, BigInt) });
  const words = { ids: whole(batch.ids, [rows, length]), mask: { shape: [rows, length], data: Float32Array.from(batch.mask) } };
  const places = [hidden.positions.length];
  const guessed = { positions: whole(hidden.positions, places), labels: whole(hidden.labels, places), counts: { shape: places, data: hidden.counts } };
  if (!pairs) return { ...words, ...guessed };
  const firsts = Int32Array.from(pairs.follows, (_, row) => row * length);
  const asked = { types: whole(pairs.types, [rows, length]), firsts: whole(firsts, [firsts.length]), follows: whole(pairs.follows, [firsts.length]) };
  return { ...words, ...guessed, ...asked };
}
