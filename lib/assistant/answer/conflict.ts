/**
 * @file Conflict: do two quotes of different documents answer the same question differently? Same subject (the question
 * and each other share most of their words), but other numbers of the same unit, or one denies what the other allows.
 * Strict: a false alarm costs trust, a missed one still shows both quotes.
 */
import { ENGLISH_NUMBERS, parseChineseNumber } from "../../knowledge/lexical/numbers";
import { normalise } from "../../knowledge/lexical/normalise";
import type { RatedUnit } from "../../knowledge/lexical/lexical-index";
import { splitSentences } from "../../knowledge/chunk/sentences";
import type { ChosenSpan } from "./choose-spans";
import { coverOf, termSet } from "./sentence-features";

/** Both must cover this share of the question's words. */
const MIN_QUESTION_COVER = 0.45;
/** Words that both sentences share, of the shorter's. */
const MIN_SHARED = 0.4;
/** Both sentences must be this strong against the best, so that neither is a stray. */
const MIN_STRENGTH = 0.08;

export interface Sides {
  readonly first: number;
  readonly second: number;
}

/**
 * @param mayOverlap false for two documents that never hold for the same person: different figures are then as they should be
 * @returns positions of two spans that disagree, or null
 */
export function findConflict(spans: readonly ChosenSpan[], units: readonly RatedUnit[], mayOverlap: (first: string, second: string) => boolean = () => true): Sides | null {
  const strongest = Math.max(0, ...spans.map((span) => span.best));
  for (const [first, a] of spans.entries()) {
    for (const [second, b] of spans.entries()) {
      if (second <= first || a.passage.documentId === b.passage.documentId || Math.min(a.best, b.best) < MIN_STRENGTH * strongest) continue;
      if (!mayOverlap(a.passage.documentId, b.passage.documentId)) continue;
      if (disagree(a, b, units)) return { first, second };
    }
  }
  return null;
}

function disagree(a: ChosenSpan, b: ChosenSpan, units: readonly RatedUnit[]): boolean {
  return sentencesOf(a).some((left) => sentencesOf(b).some((right) => contradicts(left, right, units)));
}

function sentencesOf(span: ChosenSpan): { text: string; context: string }[] {
  const context = [span.passage.documentTitle, ...span.passage.headings].join("\n");
  return splitSentences(span.quote).map(({ start, end }) => ({ text: span.quote.slice(start, end), context }));
}

function contradicts(left: { text: string; context: string }, right: { text: string; context: string }, units: readonly RatedUnit[]): boolean {
  const [a, b] = [termSet(left.text), termSet(right.text)];
  if (Math.min(coverOf(units, a, termSet(left.context)), coverOf(units, b, termSet(right.context))) < MIN_QUESTION_COVER) return false;
  if (Math.min(coverOf(units, a), coverOf(units, b)) === 0 || sharedShare(a, b) < MIN_SHARED) return false;
  return differInNumbers(quantities(left.text), quantities(right.text)) || (isDenied(left.text) !== isDenied(right.text) && sharedShare(a, b) >= 0.6);
}

/** Share of the shorter text's words (no numbers, no concepts) that the other has. */
function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const words = (set: ReadonlySet<string>): string[] => [...set].filter((term) => term.length > 2 && !/\d|^\u0001/.test(term));
  const [shorter, other] = words(a).length <= words(b).length ? [words(a), b] : [words(b), a];
  return shorter.length === 0 ? 0 : shorter.filter((term) => other.has(term)).length / shorter.length;
}

/** Unit → values, "27 days" and "twenty-seven days" alike. */
export function quantities(text: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const add = (unit: string, value: number): void => void found.set(unit, (found.get(unit) ?? new Set()).add(value));
  const clean = normalise(text).replace(/(\d),(?=\d{3}\b)/g, "$1");
  for (const [, currency = "", amount = ""] of clean.matchAll(/([$€£¥])\s?\\?(\d+(?:\.\d+)?)/g)) add(currency, Number(amount));
  for (const [, currency = "", amount = ""] of clean.matchAll(/\b(eur|gbp|usd|cny|rmb)\s?(\d+(?:\.\d+)?)/g)) add(currency, Number(amount));
  for (const [, amount = "", unit = ""] of clean.matchAll(/(\d+(?:\.\d+)?|[a-z]+)[\s-]+(?:(?:calendar|working|business|full|paid|consecutive) )?(day|week|month|year|hour|minute|percent|%|euro|pound|dollar|yuan)s?\b/g)) {
    const value = /\d/.test(amount) ? Number(amount) : Number(ENGLISH_NUMBERS.get(amount) ?? NaN);
    if (Number.isFinite(value)) add(unit, value);
  }
  for (const [, amount = ""] of clean.matchAll(/(\d+(?:\.\d+)?)\s?%/g)) add("%", Number(amount));
  for (const [, amount = "", unit = ""] of clean.matchAll(/(\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+)\s*个?(天|日|周|月|年|小时|分钟|元|%|倍)/g)) add(unit === "日" ? "天" : unit, /\d/.test(amount) ? Number(amount) : parseChineseNumber(amount));
  return found;
}

/** Some unit stands in both, with no value in common. */
function differInNumbers(a: Map<string, Set<number>>, b: Map<string, Set<number>>): boolean {
  return [...a].some(([unit, values]) => {
    const others = b.get(unit);
    return others !== undefined && ![...values].some((value) => others.has(value));
  });
}

function isDenied(text: string): boolean {
  return /\b(?:not|no|never|cannot|can't|isn't|aren't|doesn't|don't|won't|prohibited|forbidden)\b|不得|不能|不可|禁止|不予|无需|不会/i.test(text);
}
