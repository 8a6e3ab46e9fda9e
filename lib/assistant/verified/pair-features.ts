/**
 * @file Do two questions ask the same? What can be told from their words. Near misses share nearly all words
 * ("leave in Rotterdam", "leave in Leeds"), so what counts is the word that the other lacks; and where numbers, denials, the
 * kind of answer or the direction ("to", "from") differ, they are two questions, however alike. Pure.
 */
import { detectLanguage } from "../../core/language";
import type { Language } from "../../core/types";
import { information } from "../../knowledge/lexical/common-words";
import { editDistance } from "../../knowledge/lexical/edit-distance";
import { isFunctionCharacter, isQuestionWord, isSoftWord } from "../../knowledge/lexical/question-words";
import { findConcepts } from "../../knowledge/lexical/thesaurus";
import { tokenize, type Token } from "../../knowledge/lexical/tokenize";
import { isEnglishWord } from "../../knowledge/lexical/word-filter";
import { askedQuantity } from "../understand/asked-quantity";
import { questionType, type AnswerType } from "../understand/question-type";

/** Each is 0 for equal questions and grows with what differs. */
export const PAIR_FEATURES = ["swapped", "missing", "missingShare", "modal"] as const;
export type PairFeature = (typeof PAIR_FEATURES)[number];

interface Unit {
  readonly term: string;
  readonly surface: string;
  readonly position: number;
  readonly concepts: ReadonlySet<string>;
  /** Nats. */
  readonly weight: number;
  readonly isHan: boolean;
}

/** A question prepared for comparing; made once per question. */
export interface ReadQuestion {
  readonly text: string;
  readonly language: Language;
  readonly units: readonly Unit[];
  readonly characters: ReadonlySet<string>;
  /** Numbers, weekdays and months, in one order. */
  readonly numbers: string;
  /** Word → the direction word before it: "supplier" → "from". */
  readonly directions: ReadonlyMap<string, string>;
  readonly isDenied: boolean;
  readonly isDuty: boolean;
  readonly unit: string | null;
  readonly type: AnswerType;
}

/** What a word of the same concept still leaves open, of its weight: near synonyms are not always the same. */
const CONCEPT_LEAVES = 0.25;
const SOFT = 0.5;
const DENIALS = /\b(?:not|no|never|without|cannot|can't|don't|doesn't|isn't|aren't|won't|nobody|none)\b|不(?!动产)|没有?|无法|未|非|别/i;
/** "Can I" may be answered by what "must I" asks, but not the other way round. */
const DUTIES = /\b(?:must|have to|has to|need to|obliged|required|mandatory|compulsory)\b|必须|一定要|需要|非得|强制/i;
const DAYS = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六七八九十]+月份?|\d+月份?/g;
/** "吗" questions that name both sides ("能不能") deny nothing. */
const EITHER_WAY = /(\p{Script=Han})不\1|有没有|是不是|能不能|可不可以|会不会|要不要/gu;

const DIRECTIONS: ReadonlySet<string> = new Set(["from", "to", "by", "before", "after", "with", "without", "送给", "给", "被", "向"]);
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "my", "our", "your", "his", "her", "their", "of", "的"]);

export function readQuestion(text: string): ReadQuestion {
  const tokens = tokenize(text);
  const plain = text.toLowerCase().replace(/[’‘]/g, "'");
  return {
    text,
    language: detectLanguage(text),
    units: unitsOf(tokens),
    characters: new Set(tokens.filter((token) => token.kind === "han-char" || token.kind === "han-single").map((token) => token.term)),
    numbers: [...new Set([...tokens.filter((token) => token.kind === "number" || token.kind === "quantity").map((token) => token.term.replace(/\D+$/u, "")), ...(plain.match(DAYS) ?? []).map((day) => day.replace(/^(?:星期|礼拜)/, "周").replace(/天$/, "日").replace("月份", "月"))])].sort().join(" "),
    directions: directionsOf(tokens),
    isDenied: DENIALS.test(plain.replace(EITHER_WAY, "")),
    isDuty: DUTIES.test(plain),
    unit: askedQuantity(text)?.unit ?? null,
    type: questionType(text),
  };
}

/** "" for a word that has none before it: asked only where the other question has one. */
function directionsOf(tokens: readonly Token[]): Map<string, string> {
  const found = new Map<string, string>();
  let direction = "";
  for (const token of tokens) {
    if (token.kind !== "word" && token.kind !== "han-word" && token.kind !== "han-single") continue;
    if (DIRECTIONS.has(token.surface)) direction = token.surface;
    else if (!ARTICLES.has(token.surface)) {
      if (direction !== "") found.set(token.term, direction);
      direction = "";
    }
  }
  return found;
}

function unitsOf(tokens: readonly Token[]): Unit[] {
  const concepts = findConcepts(tokens);
  const seen = new Set<string>();
  return tokens.flatMap((token): Unit[] => {
    const isHan = token.kind === "han-word" || token.kind === "han-single";
    const counts = isHan ? !isQuestionWord(token.surface) && !isFunctionCharacter(token.surface) : token.kind === "word" && !isQuestionWord(token.surface);
    if (!counts || seen.has(token.term)) return [];
    seen.add(token.term);
    const reach = isHan ? token.term.length : 1;
    const held = concepts.filter((concept) => concept.position < token.position + reach && token.position < concept.position + concept.length);
    const weight = information(token.term, token.kind) * (isSoftWord(token.surface) ? SOFT : 1);
    return [{ term: token.term, surface: token.surface, position: token.position, concepts: new Set(held.map((concept) => concept.term)), weight, isHan }];
  });
}

/** @returns one number per PAIR_FEATURES, in its order */
export function pairFeatures(a: ReadQuestion, b: ReadQuestion): number[] {
  const [missA, missB] = [missingOf(a, b), missingOf(b, a)];
  const total = sum(a.units.map((unit) => unit.weight)) + sum(b.units.map((unit) => unit.weight));
  const values: Record<PairFeature, number> = {
    swapped: Math.min(missA.most, missB.most),
    missing: Math.max(missA.most, missB.most),
    missingShare: total === 0 ? 0 : (missA.sum + missB.sum) / total,
    modal: a.isDuty === b.isDuty ? 0 : 1,
  };
  return PAIR_FEATURES.map((name) => values[name]);
}

/** True when the two are not the same question, whatever they share. */
export function isOtherQuestion(a: ReadQuestion, b: ReadQuestion): boolean {
  const otherUnit = a.unit !== null && b.unit !== null && a.unit !== b.unit;
  const turned = [...a.directions].some(([term, word]) => (b.directions.get(term) ?? word) !== word);
  return a.language !== b.language || a.numbers !== b.numbers || a.isDenied !== b.isDenied || otherUnit || turned || typesClash(a.type, b.type);
}

/** Nats of a's words that b lacks: of the heaviest, and of all. */
function missingOf(a: ReadQuestion, b: ReadQuestion): { most: number; sum: number } {
  const left = a.units.map((unit) => unit.weight * lackOf(unit, b));
  return { most: Math.max(0, ...left), sum: sum(left) };
}

/** 0: b has the word. 1: it has nothing like it. */
function lackOf(unit: Unit, b: ReadQuestion): number {
  if (b.units.some((other) => other.term === unit.term)) return 0;
  const shared = b.units.some((other) => [...unit.concepts].some((concept) => other.concepts.has(concept)));
  if (unit.isHan) {
    const lacking = [...unit.term].filter((character) => !b.characters.has(character)).length / unit.term.length;
    return shared ? Math.min(CONCEPT_LEAVES, lacking) : lacking;
  }
  if (shared) return CONCEPT_LEAVES;
  return b.units.some((other) => isSlip(unit.surface, other.surface)) ? 0 : 1;
}

/** One of the two is a typing slip of the other, no word of its own. */
function isSlip(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || (isEnglishWord(a) && isEnglishWord(b))) return false;
  return editDistance(a, b, 1) <= 1;
}

/** Kinds that people mix: "where do I claim" and "how do I claim" ask the same. */
const MIXED: readonly (readonly AnswerType[])[] = [["place", "steps"], ["money", "number"], ["duration", "number"], ["time", "duration"], ["place", "yesno"]];

function typesClash(a: AnswerType, b: AnswerType): boolean {
  const vague: readonly AnswerType[] = ["open", "definition"];
  if (a === b || vague.includes(a) || vague.includes(b)) return false;
  return !MIXED.some((kinds) => kinds.includes(a) && kinds.includes(b));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
