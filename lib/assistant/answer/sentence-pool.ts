/**
 * @file Sentence pool: the sentences of the best passages, each with its exact span in the document and its
 * neighbours. Flow: retrieve → [pool] → features → choose. A sentence that two passages share is taken once.
 */
import type { Span } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { findConcepts } from "../../knowledge/lexical/thesaurus";
import { tokenize, type Token } from "../../knowledge/lexical/tokenize";
import { splitSentences } from "../../knowledge/chunk/sentences";

export interface PoolSentence {
  /** Position of its passage in the list given. */
  readonly passageRank: number;
  readonly passage: Passage;
  /** 0-based within its passage. */
  readonly index: number;
  /** Of its passage. */
  readonly count: number;
  /** UTF-16 units into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isHeading: boolean;
  /** It asks, and begins its line, as guides in questions and answers do. */
  readonly asks: boolean;
  /** Position in the pool of the line that it answers, in a guide of questions and answers; null elsewhere. */
  readonly answers: number | null;
  /** Index terms in reading order; made once, for all that look at words. */
  readonly tokens: readonly Token[];
  /** The tokens' terms and the thesaurus concepts among them. */
  readonly terms: ReadonlySet<string>;
}

/** @param passages best first @returns sentences passage by passage, in reading order within each */
export function poolSentences(passages: readonly Passage[]): PoolSentence[] {
  const seen = new Set<string>();
  const pool: PoolSentence[] = [];
  passages.forEach((passage, passageRank) => {
    const spans = splitSentences(passage.text);
    let asked: number | null = null;
    spans.forEach((span, index) => {
      const start = passage.start + span.start;
      const end = passage.start + span.end;
      const key = `${passage.documentId} ${start} ${end}`;
      if (seen.has(key)) {
        asked = null;
        return;
      }
      seen.add(key);
      const text = passage.text.slice(span.start, span.end);
      const heading = isHeading(lineAround(passage.text, span), passage) || looksLikeHeading(passage.text, span);
      const asks = !heading && QUESTION.test(text) && text.length <= LONGEST_QUESTION && beginsLine(passage.text, span.start);
      if (heading) asked = null;
      pool.push({ passageRank, passage, index, count: spans.length, start, end, text, isHeading: heading, asks, answers: asks ? null : asked, ...wordsOf(text) });
      if (asks) asked = pool.length - 1;
    });
  });
  return pool;
}

/** The whole line: "Clause 7. Training" is one heading, though it holds two sentences. */
function lineAround(text: string, { start, end }: Span): string {
  const newline = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, newline === -1 ? text.length : newline);
}

/** A short line between blank lines, with text below and no stop at its end: a heading inside a passage of several sections. */
function looksLikeHeading(text: string, span: Span): boolean {
  const line = lineAround(text, span);
  const at = text.lastIndexOf("\n", span.start - 1) + 1;
  const isApart = (at === 0 || text.slice(0, at).endsWith("\n\n")) && text.slice(at + line.length).startsWith("\n\n");
  return isApart && line.length <= LONGEST_HEADING && /^[\p{Lu}\p{N}\p{Script=Han}]/u.test(line) && !/[.!?。！？:：;；,，]$|\|/.test(line);
}

/** UTF-16 units. */
const LONGEST_HEADING = 80;

const QUESTION = /[?？][*_\s"”’)）]*$/;
/** UTF-16 units of a line that is taken for the question of a guide. */
const LONGEST_QUESTION = 200;

/** Nothing stands before it on its line but marks of lists and emphasis. */
function beginsLine(text: string, start: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));
}

function wordsOf(text: string): Pick<PoolSentence, "tokens" | "terms"> {
  const tokens = tokenize(text);
  return { tokens, terms: termsOf(tokens) };
}

/** Terms of tokens, and the concepts among them. */
export function termsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const set = new Set(tokens.map((token) => token.term));
  for (const concept of findConcepts(tokens)) set.add(concept.term);
  return set;
}

/** Its own line equals one of the passage's headings, or the document's title. */
function isHeading(text: string, passage: Passage): boolean {
  const plain = bare(text);
  return plain === bare(passage.documentTitle) || passage.headings.some((heading) => bare(heading) === plain);
}

const bare = (text: string): string => text.replace(/^[#\s*_\d.]+|[\s*_:：]+$/g, "").toLowerCase();
