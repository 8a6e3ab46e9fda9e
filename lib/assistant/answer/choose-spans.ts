/**
 * @file Choose spans: which contiguous sentences to quote within the budget, so that the probability of having quoted
 * the answering sentence is as large as can be. Greedy by probability per character; neighbours of a chosen sentence
 * cost no new citation and often finish the thought, so they count more; what cannot be understood alone (quote-units.ts)
 * comes with what it needs.
 */
import type { Span } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { quoteUnits } from "./quote-units";
import type { PoolSentence } from "./sentence-pool";

export interface ChosenSpan {
  readonly passage: Passage;
  /** UTF-16 units into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Summed over its sentences, 0–1. */
  readonly probability: number;
  /** The best of its sentences. */
  readonly best: number;
}

export interface ChooseOptions {
  /** UTF-16 units of all quotes together. */
  readonly maxChars: number;
  readonly maxSpans: number;
  /** A sentence below this probability is not worth its space, unless it is the best. */
  readonly minProbability: number;
  /** Probability that all quotes together have when no further place is quoted: one clear answer stands alone. 0–1 */
  readonly enough: number;
  /** Factor for sentences next to a chosen one, ≥ 1. */
  readonly neighbourFactor: number;
  /** How strongly long sentences are held back, 0 (not at all) – 1 (probability per character). */
  readonly lengthExponent: number;
  /** Documents whose sentences may be quoted besides the best one's; undefined: all. */
  readonly mayQuote?: (sentence: PoolSentence) => boolean;
}

interface Window {
  readonly passage: Passage;
  start: number;
  end: number;
  probability: number;
  best: number;
}

/** @returns best first; empty when nothing can be quoted */
export function chooseSpans(sentences: readonly PoolSentence[], probabilities: Float64Array, options: ChooseOptions): ChosenSpan[] {
  const mayQuote = sentences.map((_, i) => i).filter((i) => !options.mayQuote || options.mayQuote(sentences[i] as PoolSentence));
  // Its heading stands above every quote already: as a quote it would only take a place.
  const told = mayQuote.filter((i) => !sentences[i]?.isHeading);
  const open = new Set(told.length > 0 ? told : mayQuote);
  let windows: Window[] = [];
  let spent = 0;
  for (;;) {
    const next = bestStep({ sentences, probabilities, open, windows, left: options.maxChars - spent }, options);
    if (!next) break;
    next.indices.forEach((index) => open.delete(index));
    windows = absorb(windows, next);
    spent = windows.reduce((sum, window) => sum + window.end - window.start, 0);
  }
  return windows
    .sort((a, b) => b.best - a.best || a.start - b.start)
    .map((window) => ({ ...window, quote: window.passage.text.slice(window.start - window.passage.start, window.end - window.passage.start) }));
}

interface State {
  readonly sentences: readonly PoolSentence[];
  readonly probabilities: Float64Array;
  readonly open: ReadonlySet<number>;
  readonly windows: readonly Window[];
  readonly left: number;
}

interface Step {
  /** Of the sentences that it quotes. */
  readonly indices: readonly number[];
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** Of all of them. */
  readonly probability: number;
  /** The best of them. */
  readonly best: number;
}

function bestStep({ sentences, probabilities, open, windows, left }: State, options: ChooseOptions): Step | null {
  const isFull = windows.length >= options.maxSpans || windows.reduce((sum, window) => sum + window.probability, 0) >= options.enough;
  let best: { step: Step; worth: number } | null = null;
  for (const index of open) {
    const sentence = sentences[index];
    if (!sentence || (windows.length > 0 && (probabilities[index] ?? 0) < options.minProbability)) continue;
    for (const indices of quoteUnits(sentences, index)) {
      const ends = indices.flatMap((i) => sentences[i] ?? []);
      const unit = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) };
      const touching = windows.find((window) => window.passage === sentence.passage && (isNext(window, unit) || overlaps(window, unit)));
      if (!touching && isFull) continue;
      const span = windows.length === 0 && indices.length === 1 ? fit(sentence, left) : unit;
      const cost = touching ? Math.max(touching.end, span.end) - Math.min(touching.start, span.start) - (touching.end - touching.start) : span.end - span.start;
      if (cost > left) continue;
      const gained = indices.filter((i) => open.has(i)).map((i) => probabilities[i] ?? 0);
      // A weak sentence does not bring in the strong one before it: that one has a unit of its own.
      if ((probabilities[index] ?? 0) < Math.max(...gained)) break;
      const probability = gained.reduce((sum, value) => sum + value, 0);
      const worth = (probability * (touching ? options.neighbourFactor : 1)) / Math.max(30, cost) ** options.lengthExponent;
      if (!best || worth > best.worth) best = { step: { indices, passage: sentence.passage, ...span, probability, best: Math.max(...gained) }, worth };
      break;
    }
  }
  return best?.step ?? null;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Nothing but white space lies between them. */
function isNext(window: Window, sentence: Span): boolean {
  const offset = window.passage.start;
  if (sentence.start >= window.end) return window.passage.text.slice(window.end - offset, sentence.start - offset).trim() === "";
  if (sentence.end <= window.start) return window.passage.text.slice(sentence.end - offset, window.start - offset).trim() === "";
  return false;
}

/** A sentence longer than the whole budget is cut behind its last clause that fits. */
function fit(sentence: PoolSentence, maxChars: number): { start: number; end: number } {
  if (sentence.end - sentence.start <= maxChars) return { start: sentence.start, end: sentence.end };
  const piece = sentence.text.slice(0, maxChars);
  const clause = Math.max(piece.lastIndexOf("；") + 1, piece.lastIndexOf("; ") + 1, piece.lastIndexOf("，") + 1, piece.lastIndexOf(", ") + 1);
  const cut = clause > maxChars / 2 ? clause : piece.search(/\s\S*$/) > maxChars / 2 ? piece.search(/\s\S*$/) : piece.length;
  const splitsPair = /[\uD800-\uDBFF]/.test(piece.charAt(cut - 1));
  return { start: sentence.start, end: sentence.start + (splitsPair ? cut - 1 : cut) };
}

/** Joins a step to the windows that it touches. */
function absorb(windows: readonly Window[], step: Step): Window[] {
  const touched = windows.filter((window) => window.passage === step.passage && (isNext(window, step) || overlaps(window, step)));
  const merged: Window = {
    passage: step.passage,
    start: Math.min(step.start, ...touched.map((window) => window.start)),
    end: Math.max(step.end, ...touched.map((window) => window.end)),
    probability: step.probability + touched.reduce((sum, window) => sum + window.probability, 0),
    best: Math.max(step.best, ...touched.map((window) => window.best)),
  };
  return [...windows.filter((window) => !touched.includes(window)), merged];
}
