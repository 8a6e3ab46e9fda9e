/**
 * @file Lines of one résumé that may be evidence, with what matching needs of each. Identity is left out here, once, so
 * that nothing behind it can see a name, an address or an age.
 */
import { splitSentences } from "../../knowledge/chunk/sentences";
import { isSectionName } from "../../knowledge/extract/heading-rules";
import type { Passage } from "../../knowledge/types";
import { isJobTitle } from "../../people/job-words";
import { telling } from "../../people/terms/identity-lines";
import { toMatchText, type MatchText } from "../../people/terms/match-units";
import type { PersonCard } from "./person";

export interface Line {
  readonly passage: Passage;
  /** UTF-16 units into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReadLine extends Line {
  readonly match: MatchText;
  /** Reads like a job title, alone or before a date or a company. */
  readonly isTitle: boolean;
}

const MAX_LINE_CHARS = 2000;
const MAX_QUOTE_CHARS = 240;

/** All but what says who someone is. */
export function evidenceLines(passages: readonly Passage[], person: PersonCard): ReadLine[] {
  return passages.flatMap((passage) =>
    splitSentences(passage.text).flatMap((sentence) => {
      const whole = passage.text.slice(sentence.start, sentence.end);
      if (whole.length > MAX_LINE_CHARS || isSectionName(whole.trim())) return [];
      return telling(whole, person).map((span): ReadLine => {
        const start = sentence.start + span.start;
        const text = whole.slice(span.start, span.end);
        return { passage, start: passage.start + start, end: passage.start + start + text.length, text, match: toMatchText(text), isTitle: namesTitle(text) };
      });
    }),
  );
}

function namesTitle(text: string): boolean {
  const bare = text.replace(/^[\s•*·✔★-]+/, "");
  return isJobTitle(bare) || bare.split(/\s*[|,，;；/（(]\s*|\s{2,}|\s[–—-]\s/).slice(0, 4).some((cell) => isJobTitle(cell));
}

/** Long lines are cut to a stretch around what matched, at spaces; the quote stays a slice of the document. */
export function shorten(line: Line, wanted: readonly string[]): Line {
  const { passage, start, end, text } = line;
  if (text.length <= MAX_QUOTE_CHARS) return { passage, start, end, text };
  const lower = text.toLowerCase();
  const at = Math.min(...wanted.map((one) => lower.indexOf(one.toLowerCase())).filter((place) => place >= 0), Infinity);
  const centre = Number.isFinite(at) ? at : 0;
  let from = Math.max(0, Math.min(centre - 80, text.length - MAX_QUOTE_CHARS));
  let to = Math.min(text.length, from + MAX_QUOTE_CHARS);
  if (from > 0) from += Math.max(0, text.slice(from, from + 40).search(/\s/) + 1);
  if (to < text.length) to -= Math.max(0, /\S*$/.exec(text.slice(from, to))?.[0].length ?? 0) % 40;
  return { passage, start: start + from, end: start + to, text: text.slice(from, to) };
}
