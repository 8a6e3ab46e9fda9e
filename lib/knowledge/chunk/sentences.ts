/**
 * @file splitSentences: a span of extracted text → sentences, English and Chinese. A line end always ends a sentence
 * (extraction joins wrapped lines), and a table row is one sentence. Serves chunking and the quoting of answers.
 */
import type { Span } from "../../core/types";

/** Words before a full stop that seldom end a sentence; lower case, without the stop. */
const ABBREVIATIONS = new Set(
  ("mr mrs ms dr prof sr jr st rev hon gov gen col sgt capt lt cmdr vs cf eg ie e.g i.e a.k.a approx appt dept est fig figs ext " +
    "no nos vol pp p sec secs art arts para paras ch chap inc ltd co corp llc bros dist univ assn mt ave blvd rd tel fax " +
    "u.s u.k u.n e.u d.c ph.d m.sc b.sc m.a b.a jan feb mar apr jun jul aug sep sept oct nov dec min max avg yr yrs hr hrs incl excl resp").split(" "),
);
/** After these a capital letter does start a new sentence, as "etc. The …", if the word is a common opener. */
const OPENERS =
  /^(the|this|that|these|those|it|its|they|we|you|he|she|i|in|on|at|if|when|where|while|for|as|all|any|each|every|no|to|our|your|please|however|but|and|after|before|employees?|there|an?)\b/i;

const TERMINATOR = /[.!?。！？…]+/g;
const CLOSERS = /^["'”’」』）)\]】》〉»]*/;
const HAN_OR_FULLWIDTH = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

/**
 * @param text the whole extracted text
 * @param span part of it to split; default all
 * @returns non-empty spans in order, without white space at their ends; together they cover every other character
 *   of `span`. A list marker belongs to the first sentence of its item.
 */
export function splitSentences(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const sentences: Span[] = [];
  let lineStart = span.start;
  while (lineStart < span.end) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 || newline > span.end ? span.end : newline;
    pushLine(text, { start: lineStart, end: lineEnd }, sentences);
    lineStart = lineEnd + 1;
  }
  return sentences;
}

function pushLine(text: string, span: Span, out: Span[]): void {
  const line = text.slice(span.start, span.end);
  let from = 0;
  if (!line.includes(" | ")) {
    for (const end of sentenceEnds(line)) {
      pushTrimmed(text, { start: span.start + from, end: span.start + end }, out);
      from = end;
    }
  }
  pushTrimmed(text, { start: span.start + from, end: span.end }, out);
}

function pushTrimmed(text: string, span: Span, out: Span[]): void {
  const trimmed = trimSpan(text, span);
  if (trimmed.end > trimmed.start) out.push(trimmed);
}

/** The span without white space at its ends (empty when it is all white space). */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** Offsets within one line behind which a sentence ends; the line's end itself not included. */
function sentenceEnds(line: string): number[] {
  const ends: number[] = [];
  TERMINATOR.lastIndex = 0;
  for (const match of line.matchAll(TERMINATOR)) {
    const mark = match[0];
    const closers = CLOSERS.exec(line.slice(match.index + mark.length))?.[0] ?? "";
    const end = match.index + mark.length + closers.length;
    if (end < line.length && endsSentence(line, { at: match.index, mark, end })) ends.push(end);
  }
  return ends;
}

function endsSentence(line: string, { at, mark, end }: { at: number; mark: string; end: number }): boolean {
  const rest = line.slice(end);
  if (/[。！？]/.test(mark)) return !/^[，、；：,;]/.test(rest);
  if (/^…+$/.test(mark)) return /^\s+\p{Lu}/u.test(rest);
  if (!/^\s/.test(rest)) return !mark.includes(".") && HAN_OR_FULLWIDTH.test(rest[0] ?? "");
  const next = rest.trimStart();
  if (/^\p{Ll}/u.test(next)) return false;
  if (/[!?]/.test(mark)) return !/^[-–—&|]/.test(next);
  return !isAbbreviation(line.slice(0, at), next);
}

/** True when the full stop behind `before` belongs to an abbreviation, an initial or a list number. */
function isAbbreviation(before: string, next: string): boolean {
  if (/^[\s\-–—•*]*(\(?\d{1,3}(\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})$/.test(before)) return true; // "1. Scope"
  if (/[.!?。！？]\s+\(?\d{1,2}$/.test(before)) return true; // "… done. 2. Wait"
  const word = /[^\s(["“‘]+$/.exec(before)?.[0] ?? "";
  if (/^\p{Lu}$/u.test(word)) return !OPENERS.test(next) || /^\p{Lu}\./u.test(next); // "J. Doe"
  if (!ABBREVIATIONS.has(word.toLowerCase())) return false;
  if (/^(no|nos|vol|pp|p|sec|art|para|ch|chap|fig|ext)$/i.test(word)) return /^[\d(#§IVX]/.test(next);
  return !OPENERS.test(next);
}
