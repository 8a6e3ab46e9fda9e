/**
 * @file Tokenize: one tokenizer for passages and questions. English words (stemmed), compounds as parts and joined,
 * numbers without separators, Chinese as dictionary words, bigrams and single characters. Keeps no offsets: citations
 * never come from here.
 */
import { HAN } from "../../core/language";
import { chineseQuantities, ENGLISH_NUMBERS } from "./numbers";
import { normalise, stem } from "./normalise";

/** `han-single` is a character that stands as a word of its own, `han-char` one inside a longer word. */
export type TokenKind = "word" | "number" | "joined" | "han-word" | "han-bigram" | "han-char" | "han-single" | "quantity";

export interface Token {
  /** What the index stores: a stem, a number without separators, a run of Han characters. */
  readonly term: string;
  /** Normalised but not stemmed. */
  readonly surface: string;
  readonly kind: TokenKind;
  /** Counts words (Chinese: characters) from 0; parts and their joined form share the first part's position. */
  readonly position: number;
}

/** Chinese runs · numbers with separators, "(k)" and "%" · words with inner apostrophe, "c++", "c#". */
const PIECES =
  /\p{Script=Han}+|\d+(?:,\d{3})+(?:\.\d+)?%?|\d+(?:\.\d+)?(?:\([a-z\d]{1,2}\)|%)?|(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])*(?:'\p{L}+)*(?:\+\+|#(?!\p{L}))?/gu;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Splits a text into index terms, in reading order. */
export function tokenize(text: string): Token[] {
  const clean = normalise(text);
  const tokens: Token[] = [];
  let position = 0;
  let chain: { surface: string; position: number }[] = [];
  let previousEnd = -1;
  const closeChain = (): void => {
    if (chain.length > 1) addJoined(chain, tokens);
    chain = [];
  };
  for (const match of clean.matchAll(PIECES)) {
    const piece = match[0];
    if (!linksTo(clean, previousEnd, match.index)) closeChain();
    previousEnd = match.index + piece.length;
    if (HAN.test(piece)) {
      closeChain();
      addHan(piece, position, tokens);
      position += piece.length;
      continue;
    }
    const surface = addPiece(piece, position, tokens);
    if (surface) chain.push({ surface, position });
    position++;
  }
  closeChain();
  for (const quantity of chineseQuantities(clean)) tokens.push({ term: quantity, surface: quantity, kind: "quantity", position: -1 });
  return tokens;
}

/** One Chinese character, alone or inside a word. */
export function isCharacter(token: { readonly kind: TokenKind }): boolean {
  return token.kind === "han-char" || token.kind === "han-single";
}

/** Terms only, for callers that compare texts. */
export function terms(text: string): string[] {
  return tokenize(text).map((token) => token.term);
}

/** Two pieces belong to one compound when nothing, or one of - . & / ' stands between them: "part-time", "5pm", "r&d". */
function linksTo(text: string, previousEnd: number, start: number): boolean {
  if (previousEnd < 0) return false;
  const gap = start - previousEnd;
  return gap === 0 || (gap === 1 && "-.&'".includes(text.charAt(previousEnd)));
}

/** @returns the surface form that a compound joins, empty when the piece holds nothing to index */
function addPiece(piece: string, position: number, tokens: Token[]): string {
  if (/^\d/.test(piece)) {
    const digits = piece.replace(/[,()%]/g, "").replace(/^(\d+)\.0+$/, "$1");
    tokens.push({ term: digits, surface: digits, kind: "number", position });
    const leading = /^\d+(?=[a-z])/.exec(digits)?.[0];
    if (leading) tokens.push({ term: leading, surface: leading, kind: "number", position });
    return digits;
  }
  const surface = piece.replace(/'(?:s|d|m|ll|ve|re)?$/, "").replace(/'/g, "");
  if (surface === "") return "";
  const number = ENGLISH_NUMBERS.get(surface);
  if (number !== undefined) tokens.push({ term: number, surface, kind: "number", position });
  else tokens.push({ term: stem(surface), surface, kind: "word", position });
  return surface;
}

/** "part-time" also as "parttime", "401-k" as "401k", "u.s." as "us"; longer chains (paths, addresses) only in parts. */
function addJoined(chain: readonly { surface: string; position: number }[], tokens: Token[]): void {
  const first = chain[0];
  if (!first || chain.length > 4) return;
  const surface = chain.map((part) => part.surface).join("");
  if (surface.length > 30) return;
  tokens.push({ term: stem(surface), surface, kind: "joined", position: first.position });
}

function addHan(run: string, position: number, tokens: Token[]): void {
  const seen = new Set<string>();
  const singles = new Set<number>();
  for (const { segment, index } of segmenter.segment(run)) {
    if (segment.length < 2) {
      singles.add(index);
      continue;
    }
    seen.add(`${index}:${segment}`);
    tokens.push({ term: segment, surface: segment, kind: "han-word", position: position + index });
  }
  for (let i = 0; i < run.length; i++) {
    const char = run.charAt(i);
    tokens.push({ term: char, surface: char, kind: singles.has(i) ? "han-single" : "han-char", position: position + i });
    const bigram = run.slice(i, i + 2);
    if (bigram.length === 2 && !seen.has(`${i}:${bigram}`)) {
      tokens.push({ term: bigram, surface: bigram, kind: "han-bigram", position: position + i });
    }
  }
}
