/**
 * @file Train encoder: labelled examples → the encoder with its last layers trained. Joins pairs, replay, choice on dev and the
 * witness of general questions; trainer and texts come in. Judging and storing are the caller's.
 */
import { createRng } from "../../core/rng";
import type { Encoder } from "../../core/encoder";
import type { EncoderTrainer } from "../../engine/train/encoder-trainer";
import type { Tokens } from "../base/batches/token-rows";
import { trainerEncoder } from "../base/loop/trainer-encoder";
import { thesaurusSynonyms } from "../base/text/synonyms";
import type { Pair } from "../base/types";
import type { GeneralQuestion } from "../gate/general-set";
import { rightOf, type RankingExample } from "../ranking/examples";
import type { SplitExample } from "../ranking/improve-ranking";
import { splitGeneral } from "../ranking/keep-general";
import { dot } from "../ranking/score-pool";
import { devQuestions, meanReciprocalRank } from "./dev-pools";
import { fineTune, type FineTuned } from "./fine-tune";
import { withKeys, type Anchor } from "./step-batches";
import { labelPairs } from "./training-pairs";

export interface TrainEncoderOptions {
  readonly trainer: EncoderTrainer;
  readonly tokens: Tokens;
  readonly dimension: number;
  /** Split; those of test are not looked at. */
  readonly examples: readonly SplitExample[];
  readonly general: readonly GeneralQuestion[];
  /** What is embedded of a passage, this company's or of the general set. */
  readonly textOf: (id: string) => string | undefined;
  /** Passages of this company with the vectors they have now, neighbours beside one another. */
  readonly passages: readonly { readonly text: string; readonly vector: Float32Array }[];
  readonly translations: readonly Pair[];
  readonly seed: number;
  readonly budgetMs: number;
  readonly now: () => number;
  readonly onProgress: (point: { readonly step: number; readonly loss: number; readonly dev: number }) => void;
  readonly signal?: AbortSignal;
}

/** Questions that weights are chosen by, at most: each costs its candidates' embedding at every look. */
const CHOOSE_BY = 80;
/** Mean reciprocal rank that the witness may lose: a third of a point. The gate asks a thousand other questions. */
const WITNESS_MAY_LOSE = 0.003;
const ANCHORS = 400;

/** @returns the trained weights and how they came about, with the number of pairs @throws as `fineTune` */
export async function trainEncoder(options: TrainEncoderOptions): Promise<FineTuned & { readonly pairs: number }> {
  const { trainer, tokens, dimension, examples, textOf, translations, seed } = options;
  const part = (split: SplitExample["split"]): SplitExample[] => examples.filter((example) => example.split === split);
  const pairs = labelPairs(part("train"), textOf);
  // A small company has nothing kept for choosing: then the training part chooses, and the gate alone is honest.
  const chosenBy = part("dev").length > 0 ? part("dev") : part("train");
  const dev = devQuestions(chosenBy.map(asked), CHOOSE_BY);
  const witness = devQuestions(splitGeneral(options.general).replay, Infinity);
  const encoder = keyedEncoder(trainer, { tokens, dimension });
  const witnessBefore = await meanReciprocalRank(witness, encoder, textOf);
  const tuned = await fineTune({
    ...options,
    sources: { pairs, translations, anchors: anchorsOf(options.passages, seed), tokens, synonyms: thesaurusSynonyms(), seed },
    dev: () => meanReciprocalRank(dev, encoder, textOf),
    isBearable: async () => witnessBefore - (await meanReciprocalRank(witness, encoder, textOf)) <= WITNESS_MAY_LOSE,
  });
  return { ...tuned, pairs: pairs.length };
}

const asked = (example: RankingExample) => ({ pool: example.pool, right: rightOf(example) });

/** Its lower layers stay: what they make of a text is kept under the text's ids. */
function keyedEncoder(trainer: EncoderTrainer, how: { tokens: Tokens; dimension: number }): Encoder {
  return trainerEncoder({ embed: (batch) => trainer.embed(withKeys(batch)) }, how);
}

/** Each passage with its neighbour and with one from elsewhere, so that near and far are both there. */
function anchorsOf(passages: TrainEncoderOptions["passages"], seed: number): Anchor[] {
  if (passages.length < 3) return [];
  const random = createRng(seed);
  const at = (): number => Math.floor(random() * passages.length);
  return Array.from({ length: Math.min(ANCHORS, 2 * passages.length) }, (_, i): Anchor => {
    const one = at();
    const [first, second] = [passages[one], passages[i % 2 === 0 ? (one + 1) % passages.length : at()]] as [(typeof passages)[number], (typeof passages)[number]];
    return { first: first.text, second: second.text, likeness: dot(first.vector, second.vector) };
  });
}
