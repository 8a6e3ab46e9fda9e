/**
 * @file The two optional parts of a recipe that come before its contrastive stage: a tokenizer trained on the corpus, and
 * pre-training (hidden words, next sentence). Checked by zod, like the rest of the recipe; computes nothing.
 */
import { z } from "zod";

const share = z.number().min(0).max(1);
const count = z.number().int().positive();

export const tokenizerRule = z.strictObject({
  /** WordPiece entries at most, special tokens included; fewer where no frequent pair is left. */
  entries: count.min(200),
  /** A Chinese character seen less often is unknown; default 10. */
  minChineseCount: count.optional(),
  /** The same for other characters but printable ASCII, which is always known; default 10. */
  minCharacterCount: count.optional(),
  /** Pairs of pieces seen less often are not merged; default 2. */
  minPairCount: count.optional(),
});
export type TokenizerRule = z.infer<typeof tokenizerRule>;

export const pretrainRule = z.strictObject({
  /** At most. With --max-minutes the clock may end it before. */
  steps: count,
  /** Part of --max-minutes that it may take, 0–1; the rest is the contrastive stage's. */
  timeShare: z.number().gt(0).lt(1).default(0.5),
  /** Texts of a batch, and tokens of each: a multiple of 16, at most the encoder's positions. */
  rows: count,
  tokens: count.min(16).multipleOf(16),
  warmUpSteps: z.number().int().nonnegative(),
  peakRate: z.number().positive(),
  finalRate: z.number().nonnegative(),
  /** Last part of it in which the rate falls, 0–1. */
  decayShare: share,
  /** Words hidden, of those that can be. Of these 80 % become [MASK], 10 % another word, 10 % stay. */
  maskShare: z.number().gt(0).max(0.5).default(0.15),
  /** Also learn whether the second half of a row follows the first in its passage. */
  nextSentence: z.boolean().default(true),
  checkpointSteps: count.default(100),
  evaluateSteps: count.default(100),
});
export type PretrainRule = z.infer<typeof pretrainRule>;

/** What is wrong between these parts and the rest, as [field, fault]; null: nothing. */
export function faultOf({ start, layers, weighsWords, tokenizer, pretrain }: { start: string; layers?: number | undefined; weighsWords?: boolean | undefined; tokenizer?: object | undefined; pretrain?: object | undefined }): readonly [field: string, fault: string] | null {
  if (tokenizer && start !== "random") return ["tokenizer", 'a new vocabulary fits no trained word table: it needs start: "random"'];
  if (pretrain && layers === 0) return ["pretrain", "layers: 0 leaves no layer to pre-train: raise layers, or leave pretrain out"];
  if (weighsWords === true && (start !== "random" || layers !== 0)) return ["weighsWords", 'shares of words are learned with tables that begin at random: it needs start: "random" and layers: 0'];
  return null;
}
