/**
 * @file chunkDocument: extracted text → passages sized in tokens, cut along the document's own structure.
 * Flow: extract → [chunk] → embed. Never changes text: every chunk is a slice with exact offsets.
 */
import type { Span } from "../../core/types";
import type { Chunk, ExtractedDocument, PageSpan } from "../types";
import { toAtoms } from "./atoms";
import { pack } from "./pack";
import { toSections, type Section } from "./sections";
import { splitSentences } from "./sentences";

export interface ChunkOptions {
  /** Tokens of a text, special tokens not counted: the encoder's own count. */
  countTokens: (text: string) => number;
  /** Largest chunk, its headings inside the text included; usual 100–400. */
  maxTokens: number;
  /** Tokens of whole sentences that a chunk repeats from the one before in the same section; default 0. */
  overlapTokens?: number;
}

/** A section's chunk smaller than this share of `maxTokens` may join a neighbour. */
const TINY_SHARE = 1 / 3;
/** A merged chunk takes the headings of the section that holds this share of it, else those that all share. */
const MAJORITY_SHARE = 0.6;

interface Part {
  readonly section: Section;
  readonly tokens: number;
}
interface Draft extends Span {
  readonly parts: readonly Part[];
  readonly tokens: number;
  /** It starts where its section starts. */
  readonly opensSection: boolean;
  /** It ends where its section ends. */
  readonly closesSection: boolean;
}

/**
 * @returns chunks in order of the text, covering all of it except white space. A chunk stays within one section (a
 *   heading and its body); only neighbouring sections that are tiny, siblings or parent and child, share a chunk.
 */
export function chunkDocument(document: ExtractedDocument, options: ChunkOptions): Chunk[] {
  const overlapTokens = options.overlapTokens ?? 0;
  const maxTokens = Math.max(1, options.maxTokens - overlapTokens);
  const drafts = toSections(document).flatMap((section) => sectionDrafts(document.text, section, { ...options, maxTokens }));
  const merged = mergeTiny(drafts, maxTokens);
  return merged.map((draft, ordinal) => {
    const previous = draft.opensSection ? undefined : merged[ordinal - 1];
    const start = previous && overlapTokens > 0 ? overlapStart(document.text, previous, draft, options) : draft.start;
    return {
      ordinal,
      start,
      end: draft.end,
      text: document.text.slice(start, draft.end),
      headings: headingsOf(draft),
      page: pageAt(document.pages, start),
    };
  });
}

function sectionDrafts(text: string, section: Section, options: ChunkOptions): Draft[] {
  const groups = pack(toAtoms(text, section.blocks, options), options.maxTokens);
  return groups.flatMap((group, i) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) return [];
    const tokens = group.reduce((sum, atom) => sum + atom.tokens, 0);
    const ends = { opensSection: i === 0, closesSection: i === groups.length - 1 };
    return [{ start: first.start, end: last.end, tokens, parts: [{ section, tokens }], ...ends }];
  });
}

/** Joins a draft with the next one when both are whole sections, either is tiny, and the next does not climb. */
function mergeTiny(drafts: readonly Draft[], maxTokens: number): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const last = merged.at(-1);
    if (last && mayMerge(last, draft, maxTokens)) {
      merged[merged.length - 1] = {
        ...last,
        end: draft.end,
        tokens: last.tokens + draft.tokens,
        parts: [...last.parts, ...draft.parts],
        closesSection: draft.closesSection,
      };
    } else {
      merged.push(draft);
    }
  }
  return merged;
}

function mayMerge(last: Draft, next: Draft, maxTokens: number): boolean {
  const whole = last.opensSection && last.closesSection && next.opensSection && next.closesSection;
  if (!whole || last.tokens + next.tokens > maxTokens) return false;
  if (Math.min(last.tokens, next.tokens) > TINY_SHARE * maxTokens) return false;
  const top = Math.min(...last.parts.map((part) => part.section.level));
  return (next.parts[0]?.section.level ?? 0) >= top;
}

function headingsOf(draft: Draft): readonly string[] {
  const major = draft.parts.find((part) => part.tokens >= MAJORITY_SHARE * draft.tokens);
  const paths = major ? [major.section.headings] : draft.parts.map((part) => part.section.headings);
  const [first = [], ...others] = paths;
  const differs = first.findIndex((heading, i) => others.some((path) => path[i] !== heading));
  return differs === -1 ? first : first.slice(0, differs);
}

/** Start of the last whole sentences of `previous` that have at most `overlapTokens`. */
function overlapStart(text: string, previous: Draft, draft: Draft, options: ChunkOptions): number {
  let start = draft.start;
  for (const sentence of splitSentences(text, previous).reverse()) {
    if (options.countTokens(text.slice(sentence.start, draft.start)) > (options.overlapTokens ?? 0)) break;
    start = sentence.start;
  }
  return start;
}

/** Page that holds the offset; null where the format has no pages. */
export function pageAt(pages: readonly PageSpan[], offset: number): number | null {
  const hit = pages.find((page) => offset >= page.start && offset < page.end);
  return hit?.page ?? null;
}
