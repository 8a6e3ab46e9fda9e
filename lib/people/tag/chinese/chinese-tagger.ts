/**
 * @file The Chinese résumé tagger: its two parts (chain and gazetteer), training from labelled sentences, reading of
 * sentences in their order. Files and folders: open-taggers.ts.
 */
import type { ChainModel } from "../chain/chain-model";
import { tagUnits, type ScoredSpan } from "../chain/tag-units";
import { trainChain, type ChainExample, type ChainRecipe } from "../chain/train-chain";
import { contextOf } from "./context";
import { chineseFeatures } from "./features";
import { buildGazetteer, type Gazetteer } from "./gazetteer";
import { RESUME_TAGS, type LabelledSentence } from "./read-bmes";

export interface ChineseModel {
  readonly chain: ChainModel;
  readonly gazetteer: Gazetteer;
}

/** Chosen on dev: lib/people/tag/README.md. */
export const CHINESE_RECIPE: ChainRecipe = { epochs: 5, rate: 0.07, l2: 0.03, dropout: 0.7, minCount: 2, seed: 1, runs: 2 };

/** The gazetteer that a training sentence sees comes from the other nineteen parts. */
const FOLDS = 20;

/**
 * @param sentences in the order of their documents: neighbours are context
 * @param onEpoch told after each pass: passes done over all runs, mean loss per sentence in nats
 */
export function trainChinese(sentences: readonly LabelledSentence[], recipe: ChainRecipe, onEpoch?: (epoch: number, loss: number) => void): ChineseModel {
  const texts = sentences.map(({ units }) => units.join(""));
  const foldOf = (at: number): number => Math.floor((at * FOLDS) / sentences.length);
  const others = Array.from({ length: FOLDS }, (_, fold) => buildGazetteer(sentences.filter((__, at) => foldOf(at) !== fold)));
  const examples: ChainExample[] = sentences.map(({ path }, at) => ({
    features: chineseFeatures({ text: texts[at] ?? "", context: contextOf(texts, at) }, others[foldOf(at)] ?? new Map<number, number>()),
    path,
  }));
  const chain = trainChain(RESUME_TAGS, examples, recipe, onEpoch);
  return { chain, gazetteer: buildGazetteer(sentences) };
}

/** @param texts sentences in the order of the document, one UTF-16 unit per character; @returns per sentence its spans */
export function tagChinese({ chain, gazetteer }: ChineseModel, texts: readonly string[]): ScoredSpan[][] {
  return texts.map((text, at) => tagUnits(chain, chineseFeatures({ text, context: contextOf(texts, at) }, gazetteer)));
}
