/**
 * @file Understand: a typed question → weighted units to look up. Drops question words, repairs spelling against what
 * the asker may read, adds thesaurus concepts. Reads vocabulary only; scoring is score.ts.
 */
import type { Language } from "../../core/types";
import { detectLanguage } from "../../core/language";
import type { LexicalConstants } from "../retrieval/constants";
import { information, MOST } from "./common-words";
import { normalise } from "./normalise";
import { askingCharacters, isFunctionCharacter, isQuestionWord, isQuestionWordHere, isSoftWord } from "./question-words";
import { repairWord, type SpellingContext } from "./spelling";
import { findConcepts } from "./thesaurus";
import { isCharacter, tokenize, type Token } from "./tokenize";

export interface Repair {
  readonly from: string;
  readonly to: string;
}

/** One thing the question asks about: a word, or a Chinese word or bigram. */
export interface QueryUnit {
  readonly term: string;
  readonly surface: string;
  /** 0–1; see LexicalConstants. */
  readonly weight: number;
  /** Thesaurus terms that may stand for it. */
  readonly concepts: readonly string[];
  /** Words or characters from the start of the question. */
  readonly position: number;
  readonly isNumber: boolean;
  readonly kind: Token["kind"];
}

export interface UnderstoodQuestion {
  /** The question with repairs in place; the question itself when there were none. */
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly language: Language;
  readonly units: readonly QueryUnit[];
}

export interface UnderstandOptions {
  readonly constants: LexicalConstants;
  readonly spelling: SpellingContext;
}

/** @param question as typed, any length */
export function understandQuestion(question: string, { constants, spelling }: UnderstandOptions): UnderstoodQuestion {
  const { text, repairs } = repairText(question, spelling);
  const tokens = tokenize(text);
  const concepts = findConcepts(tokens);
  const repaired = new Set(repairs.flatMap((repair) => repair.to.split(" ")));
  const hanCharacters = tokens.filter(isCharacter).length;
  const softAt = new Set(tokens.filter((token) => token.kind === "han-single" && isSoftWord(token.term)).map((token) => token.position));
  const conceptsAt = new Map<number, string[]>();
  for (const concept of concepts) {
    for (let offset = 0; offset < concept.length; offset++) {
      const at = conceptsAt.get(concept.position + offset) ?? [];
      at.push(concept.term);
      conceptsAt.set(concept.position + offset, at);
    }
  }
  const wordAt = new Map(tokens.flatMap((token) => (token.kind === "word" ? [[token.position, token.surface] as const] : [])));
  const saysNothing = ({ surface, position }: QueryUnit): boolean => isQuestionWord(surface) || isQuestionWordHere(wordAt.get(position - 1) ?? "", surface, wordAt.get(position + 1) ?? "");
  const asks = askingAt(tokens);
  const weightOf = (token: Token): number => {
    if (token.kind === "han-bigram" && (asks.has(token.position) || asks.has(token.position + 1))) return 0;
    if (isCharacter(token) && hanCharacters > 1 && asks.has(token.position)) return 0;
    if (isSoftWord(token.surface)) return constants.softWeight * (token.kind === "han-bigram" ? constants.bigramWeight : 1);
    if (token.kind === "joined") return constants.joinedWeight;
    if (token.kind === "han-bigram") return touchesFunctionCharacter(token) ? 0 : crossesSoftCharacter(token, softAt) ? constants.softWeight * constants.bigramWeight : constants.bigramWeight;
    if (isCharacter(token)) {
      if (hanCharacters === 1) return 1;
      if (isFunctionCharacter(token.term)) return 0;
      return token.kind === "han-single" ? constants.singleWeight : constants.characterWeight;
    }
    return repaired.has(token.surface) ? constants.repairWeight : 1;
  };
  const all = tokens.map((token): QueryUnit => ({
    term: token.term,
    surface: token.surface,
    weight: weightOf(token) * telling(token, constants),
    concepts: token.kind === "joined" || token.kind === "quantity" ? [] : (conceptsAt.get(token.position) ?? []),
    position: token.position,
    isNumber: token.kind === "number" || token.kind === "quantity",
    kind: token.kind,
  }));
  const kept = all.filter((unit) => unit.weight > 0 && (!saysNothing(unit) || hasPhraseConcept(unit, concepts)));
  const units = distinct(kept.length > 0 ? kept : all);
  return { text, repairs, language: detectLanguage(text), units };
}

/** Positions of the Chinese characters that only ask. */
function askingAt(tokens: readonly Token[]): ReadonlySet<number> {
  const characters = tokens.filter(isCharacter);
  const starts = new Set(tokens.flatMap((token) => (token.kind === "han-word" || token.kind === "han-single" ? [token.position, token.position + token.term.length] : [])));
  const found = new Set<number>();
  for (let from = 0; from < characters.length; ) {
    let to = from + 1;
    while (characters[to] && characters[to]?.position === (characters[to - 1]?.position ?? 0) + 1) to++;
    const run = characters.slice(from, to);
    const first = run[0]?.position ?? 0;
    askingCharacters(run.map((token) => token.term).join(""), (at) => at === run.length || starts.has(first + at)).forEach((only, at) => only && found.add(first + at));
    from = to;
  }
  return found;
}

/** Below 1 for words of everyday sentences, which a small collection takes for rare. */
function telling(token: Token, { commonPower }: LexicalConstants): number {
  return token.kind === "number" || token.kind === "quantity" || token.kind === "joined" ? 1 : (information(token.term, token.kind) / MOST) ** commonPower;
}

/** "off" of "time off" is a question word, but part of a concept of several words. */
function hasPhraseConcept(unit: QueryUnit, concepts: readonly { term: string; length: number; position: number }[]): boolean {
  return concepts.some((concept) => concept.length > 1 && unit.position >= concept.position && unit.position < concept.position + concept.length);
}

/** A bigram of a soft one-character word and half of its neighbour says as little as the word. */
function crossesSoftCharacter(token: Token, softAt: ReadonlySet<number>): boolean {
  return softAt.has(token.position) || softAt.has(token.position + 1);
}

function touchesFunctionCharacter(token: Token): boolean {
  return isFunctionCharacter(token.term.charAt(0)) || isFunctionCharacter(token.term.charAt(1));
}

function distinct(units: readonly QueryUnit[]): QueryUnit[] {
  const byTerm = new Map<string, QueryUnit>();
  for (const unit of units) {
    const known = byTerm.get(unit.term);
    if (!known || known.weight < unit.weight) byTerm.set(unit.term, unit);
  }
  return [...byTerm.values()];
}

/** Only words are replaced; everything else of the question stays as typed. */
function repairText(question: string, spelling: SpellingContext): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const text = question.replace(/[\p{L}\p{N}]+(?:['’]\p{L}+)*['’]?/gu, (word, offset: number) => {
    const next = question.charAt(offset + word.length);
    const previous = question.charAt(offset - 1);
    // Names, addresses and amounts are written on purpose.
    if (/[@/\\_]/.test(next) || /[@/\\_$.#]/.test(previous) || /^[A-Z]{2,}s?$/.test(word)) return word;
    const surface = normalise(word).replace(/'(?:s|d|m|ll|ve|re)?$/, "").replace(/'/g, "");
    const better = repairWord(surface, spelling);
    if (!better) return word;
    repairs.push({ from: word, to: better.join(" ") });
    return better.join(" ");
  });
  return { text, repairs };
}
