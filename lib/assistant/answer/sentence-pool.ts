/**
 * @file Sentence pool: the sentences of the best passages, each with its exact span in the document and its
 * neighbours. Flow: retrieve → [pool] → features → choose. A sentence that two passages share is taken once.
 */
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
  /** Index terms in reading order; made once, for all that look at words. */
  readonly tokens: readonly Token[];
  /** The tokens' terms and the thesaurus concepts among them. */
  readonly terms: ReadonlySet<string>;
}

/** @param passages best first @returns sentences passage by passage, in reading order within each */
export function poolSentences(passages: readonly Passage[]): PoolSentence[] {
  const seen = new Set<string>();
  return passages.flatMap((passage, passageRank) => {
    const spans = splitSentences(passage.text);
    return spans.flatMap((span, index): PoolSentence[] => {
      const start = passage.start + span.start;
      const end = passage.start + span.end;
      const key = `${passage.documentId} ${start} ${end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const text = passage.text.slice(span.start, span.end);
      return [{ passageRank, passage, index, count: spans.length, start, end, text, isHeading: isHeading(text, passage), ...wordsOf(text) }];
    });
  });
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
