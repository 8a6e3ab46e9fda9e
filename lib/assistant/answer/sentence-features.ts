/**
 * @file Sentence features: how well each sentence of the pool may answer the question, as numbers that mean the same
 * in every corpus (shares, cosines, claims). Flow: pool → [features] → score. Fitted nowhere in here.
 */
import { tokenize, type Token } from "../../knowledge/lexical/tokenize";
import type { RatedUnit } from "../../knowledge/lexical/lexical-index";
import type { RankedPassage } from "../../knowledge/retrieval/knowledge-base";
import { holdsAnswerType, type AnswerType } from "../understand/question-type";
import { termsOf, type PoolSentence } from "./sentence-pool";

export const SENTENCE_FEATURES = [
  "cover", "coverInContext", "coverPrevious", "coverNext", "headingCover", "nearestHeadingCover", "passageCover", "rarestUnit", "phrase",
  "dense", "passageDense", "passageScore", "passageRank", "documentRank",
  "typeNumber", "typeMoney", "typeTime", "typePerson", "typePlace", "typeYesNo", "typeSteps", "typeReason", "coverTimesType",
  "isHeading", "isQuestion", "isTiny", "length", "isFirst", "endsWithColon", "coverDensity",
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** What the question gives to every sentence's features. */
export interface AskedFor {
  readonly units: readonly RatedUnit[];
  readonly type: AnswerType;
}

export interface PoolContext {
  readonly asked: AskedFor;
  readonly sentences: readonly PoolSentence[];
  /** Aligned with the pool's passageRank. */
  readonly passages: readonly RankedPassage[];
  /** Cosine of sentence and question, aligned with `sentences`; null where they were not compared. */
  readonly similarities: readonly (number | null)[];
}

/** A synonym counts for this share of the word itself. */
const CONCEPT_SHARE = 0.6;

/** A text's index terms and concepts. */
export function termSet(text: string): ReadonlySet<string> {
  return termsOf(tokenize(text));
}

/** Idf-weighted share of the question's units that the sets hold together, 0–1. */
export function coverOf(units: readonly RatedUnit[], ...sets: readonly ReadonlySet<string>[]): number {
  let total = 0;
  let found = 0;
  for (const unit of units) {
    total += unit.idf;
    if (sets.some((set) => set.has(unit.term))) found += unit.idf;
    else if (unit.concepts.some((concept) => sets.some((set) => set.has(concept)))) found += unit.idf * CONCEPT_SHARE;
  }
  return total > 0 ? found / total : 0;
}

/** @returns one row per sentence, in the order of SENTENCE_FEATURES */
export function sentenceFeatures(context: PoolContext): Float64Array[] {
  const { asked, sentences, passages, similarities } = context;
  const sets = sentences.map((sentence) => sentence.terms);
  const covers = sets.map((set) => coverOf(asked.units, set));
  const bestDense = Math.max(...passages.map((ranked) => ranked.dense ?? 0));
  const byPassage = passages.map((ranked, rank) => passageFacts(context, { ranked, rank, bestDense }));
  const compared = similarities.filter((value) => value !== null);
  const best = compared.reduce((a, b) => Math.max(a, b), -1);
  const lowest = compared.reduce((a, b) => Math.min(a, b), best);
  const documentRanks = rankDocumentsOf(passages);
  return sentences.map((sentence, i) => {
    const facts = byPassage[sentence.passageRank];
    const ranked = passages[sentence.passageRank];
    const cover = covers[i] ?? 0;
    const set = sets[i] ?? new Set<string>();
    const before = sameNeighbour(sentences, i, -1);
    const after = sameNeighbour(sentences, i, 1);
    const answered = sentence.answers === null ? NONE : (sets[sentence.answers] ?? NONE);
    const type = asked.type;
    const holds = type !== "open" && type !== "definition" && holdsAnswerType(sentence.text, type) ? 1 : 0;
    const isOf = (...types: AnswerType[]): number => (types.includes(type) ? holds : 0);
    return Float64Array.of(
      cover,
      coverOf(asked.units, set, facts?.headingSet ?? NONE, before === null ? NONE : (sets[before] ?? NONE), answered),
      before === null ? 0 : (covers[before] ?? 0),
      after === null ? 0 : (covers[after] ?? 0),
      facts?.headingCover ?? 0,
      facts?.nearestHeadingCover ?? 0,
      facts?.cover ?? 0,
      facts?.rarest && (set.has(facts.rarest.term) || facts.rarest.concepts.some((concept) => set.has(concept))) ? 1 : 0,
      hasPhrase(asked.units, sentence.tokens) ? 1 : 0,
      (similarities[i] ?? lowest) - best,
      facts?.dense ?? 0,
      ranked && passages[0] ? ranked.score / Math.max(passages[0].score, 1e-6) : 0,
      Math.log(1 + sentence.passageRank),
      Math.log(1 + (documentRanks[sentence.passageRank] ?? 0)),
      isOf("number", "duration"), isOf("money"), isOf("time"), isOf("person"), isOf("place"), isOf("yesno"), isOf("steps"), isOf("reason"),
      holds * cover,
      sentence.isHeading ? 1 : 0,
      /[?？]["”’)]*$/.test(sentence.text) ? 1 : 0,
      weightedLength(sentence.text) < 24 ? 1 : 0,
      Math.log(Math.max(8, Math.min(400, weightedLength(sentence.text))) / 80),
      sentence.index === 0 ? 1 : 0,
      /[:：]$/.test(sentence.text) ? 1 : 0,
      cover / Math.sqrt(Math.max(20, weightedLength(sentence.text)) / 80),
    );
  });
}

const NONE: ReadonlySet<string> = new Set();

interface PassageFacts {
  readonly headingSet: ReadonlySet<string>;
  readonly headingCover: number;
  readonly nearestHeadingCover: number;
  readonly cover: number;
  readonly dense: number;
  /** The question's unit with the largest idf that any readable passage has. */
  readonly rarest: RatedUnit | undefined;
}

function passageFacts(context: PoolContext, { ranked, rank, bestDense }: { ranked: RankedPassage; rank: number; bestDense: number }): PassageFacts {
  const { units } = context.asked;
  const { passage } = ranked;
  const headingSet = termSet([passage.documentTitle, ...passage.headings].join("\n"));
  const own = context.sentences.flatMap((sentence) => (sentence.passageRank === rank ? [sentence.terms] : []));
  const known = units.filter((unit) => unit.isKnown && unit.kind !== "joined");
  return {
    headingSet,
    headingCover: coverOf(units, headingSet),
    nearestHeadingCover: coverOf(units, termSet(passage.headings.at(-1) ?? passage.documentTitle)),
    cover: coverOf(units, headingSet, ...own),
    dense: ranked.dense === null ? 0 : ranked.dense - bestDense,
    rarest: known.reduce<RatedUnit | undefined>((best, unit) => (best && best.idf >= unit.idf ? best : unit), undefined),
  };
}

/** For each passage: how many other documents have a better passage. */
function rankDocumentsOf(passages: readonly RankedPassage[]): number[] {
  const order = new Map<string, number>();
  return passages.map(({ passage }) => {
    const known = order.get(passage.documentId) ?? order.size;
    order.set(passage.documentId, known);
    return known;
  });
}

/** Index of the sentence before or after it in the same passage. */
function sameNeighbour(sentences: readonly PoolSentence[], at: number, step: 1 | -1): number | null {
  const other = sentences[at + step];
  return other && other.passageRank === sentences[at]?.passageRank ? at + step : null;
}

/** Two neighbouring words of the question stand next to each other in the sentence. */
function hasPhrase(units: readonly RatedUnit[], tokens: readonly Token[]): boolean {
  const words = units.filter((unit) => unit.kind === "word" || unit.kind === "number").sort((a, b) => a.position - b.position);
  const places = new Map<string, number[]>();
  for (const token of tokens) if (token.position >= 0) places.set(token.term, [...(places.get(token.term) ?? []), token.position]);
  return words.some((word, i) => {
    const next = words[i + 1];
    if (!next || next.position - word.position > 2) return false;
    return (places.get(word.term) ?? []).some((at) => (places.get(next.term) ?? []).some((then) => then > at && then - at <= 2));
  });
}

/** Characters, a Chinese one counting for two and a half. */
function weightedLength(text: string): number {
  return text.length + 1.5 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
