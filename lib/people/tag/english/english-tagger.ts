/**
 * @file The English tagger: one chain for skills and one for knowledge, because the two overlap. Training from labelled
 * sentences, reading of sentences in their order.
 */
import type { Taxonomy } from "../../taxonomy/types";
import type { ChainModel } from "../chain/chain-model";
import { tagUnits, type ScoredSpan } from "../chain/tag-units";
import { trainChain, type ChainRecipe } from "../chain/train-chain";
import { featureHash } from "../feature-hash";
import { createTagSet, pathOfSpans } from "../tag-set";
import { englishFeatures, type EnglishSentence } from "./features";
import { collectPhrases, type KnownPhrases } from "./known-phrases";
import type { SkillSentence } from "./read-skillspan";
import type { WordClusters } from "./word-clusters";

export const ENGLISH_PARTS = ["skill", "knowledge"] as const;
export type EnglishPart = (typeof ENGLISH_PARTS)[number];

export interface EnglishModel {
  readonly clusters: WordClusters;
  readonly parts: Readonly<Record<EnglishPart, { readonly chain: ChainModel; readonly known: KnownPhrases }>>;
}

/** Chosen on dev: lib/people/tag/README.md. */
export const ENGLISH_RECIPE: ChainRecipe = { epochs: 4, rate: 0.07, l2: 0.03, dropout: 0.55, minCount: 2, seed: 1, runs: 1 };

/**
 * How much less "outside" is worth when reading than when learning, nats: nine words of ten are outside, and the best
 * path names too few spans. Chosen on dev.
 */
export const OUTSIDE_PULL: Readonly<Record<EnglishPart, number>> = { skill: 0.8, knowledge: 0.8 };

const FOLDS = 20;

export interface EnglishTraining {
  readonly sentences: readonly SkillSentence[];
  readonly clusters: WordClusters;
  readonly taxonomy: Taxonomy;
  readonly recipe: ChainRecipe;
  readonly onEpoch?: (part: EnglishPart, epoch: number, loss: number) => void;
}

export function trainEnglish(training: EnglishTraining): EnglishModel {
  return { clusters: training.clusters, parts: { skill: trainPart("skill", training), knowledge: trainPart("knowledge", training) } };
}

function trainPart(part: EnglishPart, { sentences, clusters, taxonomy, recipe, onEpoch }: EnglishTraining): EnglishModel["parts"][EnglishPart] {
  const tagSet = createTagSet([part.toUpperCase()]);
  const labelled = sentences.map((sentence) => ({ tokens: sentence.tokens, spans: sentence[part] }));
  const foldOf = (index: number): number => Math.floor((index * FOLDS) / labelled.length);
  const others = Array.from({ length: FOLDS }, (_, fold) => collectPhrases(labelled.filter((__, index) => foldOf(index) !== fold)));
  const known = collectPhrases(labelled);
  const headed = withHeadings(sentences.map(({ tokens }) => tokens));
  const examples = labelled.map(({ tokens, spans }, index) => ({
    features: englishFeatures(headed[index] ?? { words: tokens, heading: "" }, { taxonomy, clusters, known: others[foldOf(index)] ?? known }),
    path: pathOfSpans(tagSet, tokens.length, spans),
  }));
  const chain = trainChain(tagSet, examples, recipe, (epoch, loss) => onEpoch?.(part, epoch, loss));
  return { chain: withOutsidePull(chain, OUTSIDE_PULL[part]), known };
}

/** Every word has the feature "bias": its weight for O is where a constant goes. It gets a row where it has none. */
export function withOutsidePull(chain: ChainModel, pull: number): ChainModel {
  const L = chain.tagSet.tags.length;
  const hash = featureHash("bias");
  const row = chain.rows.get(hash) ?? chain.weights.length / L;
  const weights = new Float32Array(Math.max(chain.weights.length, (row + 1) * L));
  weights.set(chain.weights);
  weights[row * L] = (weights[row * L] as number) - pull;
  return { ...chain, rows: new Map(chain.rows).set(hash, row), weights };
}

/** @param sentences in the order of the document; @returns per sentence its spans */
export function tagEnglishPart({ clusters, parts }: EnglishModel, part: EnglishPart, sentences: readonly (readonly string[])[], taxonomy: Taxonomy): ScoredSpan[][] {
  const { chain, known } = parts[part];
  return withHeadings(sentences).map((sentence) => tagUnits(chain, englishFeatures(sentence, { taxonomy, clusters, known })));
}

/** Both kinds of spans of each sentence. */
export function tagEnglish(model: EnglishModel, sentences: readonly (readonly string[])[], taxonomy: Taxonomy): { skill: ScoredSpan[]; knowledge: ScoredSpan[] }[] {
  const [skill, knowledge] = ENGLISH_PARTS.map((part) => tagEnglishPart(model, part, sentences, taxonomy));
  return sentences.map((_, index) => ({ skill: skill?.[index] ?? [], knowledge: knowledge?.[index] ?? [] }));
}

/** A heading: a short line that ends with a colon. It holds for the lines below it. */
function withHeadings(sentences: readonly (readonly string[])[]): EnglishSentence[] {
  let heading = "";
  return sentences.map((words) => {
    const sentence = { words, heading };
    if (words.length <= 8 && (words[words.length - 1] ?? "").endsWith(":")) heading = words.join(" ").toLowerCase();
    return sentence;
  });
}
