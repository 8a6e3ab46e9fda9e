/**
 * @file Atoms: the smallest pieces that a chunk is made of (a block, or parts of a block that is too large), each
 * with its size and with what it costs to break a chunk in front of it.
 */
import type { Span } from "../../core/types";
import { ARTICLE_START } from "../extract/heading-rules";
import type { Block } from "../types";
import { splitSentences, trimSpan } from "./sentences";

export interface Atom extends Span {
  readonly tokens: number;
  /** What a chunk break in front of this atom costs; one whole chunk more costs 1. */
  readonly breakCost: number;
}

export interface AtomOptions {
  readonly countTokens: (text: string) => number;
  readonly maxTokens: number;
}

/** Costs were set so that a whole article or an intro with its list is split only when it does not fit. */
const COST = {
  afterHeading: 20,
  afterColon: 3,
  insideArticle: 2,
  insideSentence: 8,
  betweenSentences: 1.5,
  listItem: 0.6,
  nestedText: 1.2,
  tableRow: 0.3,
  paragraph: 0,
} as const;

/**
 * @param blocks of one section, in order
 * @returns atoms in order, none larger than `maxTokens` (unless a single character is)
 */
export function toAtoms(text: string, blocks: readonly Block[], options: AtomOptions): Atom[] {
  const atoms: Atom[] = [];
  let inArticle = false;
  let previous: Block | undefined;
  for (const block of blocks) {
    const isArticle = ARTICLE_START.test(text.slice(block.start, Math.min(block.end, block.start + 24)));
    inArticle = block.kind !== "heading" && (isArticle || inArticle);
    const breakCost = costBefore(text, previous, block, inArticle && !isArticle);
    atoms.push(...splitBlock(text, block, { ...options, breakCost }));
    previous = block;
  }
  return atoms;
}

function costBefore(text: string, previous: Block | undefined, block: Block, insideArticle: boolean): number {
  if (!previous) return 0;
  if (previous.kind === "heading") return COST.afterHeading;
  if (/[:：]$/.test(text.slice(previous.start, previous.end))) return COST.afterColon;
  if (insideArticle) return COST.insideArticle;
  if (block.kind === "list_item") return COST.listItem;
  if (block.kind === "table_row") return previous.kind === "table_row" ? COST.tableRow : COST.afterColon;
  return previous.kind === "list_item" && text[block.start - 1] === " " ? COST.nestedText : COST.paragraph;
}

function splitBlock(text: string, block: Span, options: AtomOptions & { breakCost: number }): Atom[] {
  const tokens = options.countTokens(text.slice(block.start, block.end));
  if (tokens <= options.maxTokens) return [{ start: block.start, end: block.end, tokens, breakCost: options.breakCost }];
  return splitSentences(text, block).flatMap((sentence, i) => {
    const breakCost = i === 0 ? options.breakCost : COST.betweenSentences;
    return splitSentence(text, sentence, { ...options, breakCost });
  });
}

/** Too long a sentence: cut at the last clause mark, else white space, else character that still fits. */
function splitSentence(text: string, sentence: Span, options: AtomOptions & { breakCost: number }): Atom[] {
  const { countTokens, maxTokens } = options;
  const atoms: Atom[] = [];
  let rest = sentence;
  let breakCost = options.breakCost;
  while (rest.end > rest.start) {
    const end = largestFit(text, rest, options);
    const part = trimSpan(text, { start: rest.start, end });
    const tokens = countTokens(text.slice(part.start, part.end));
    atoms.push({ ...part, tokens, breakCost });
    breakCost = tokens > 0.5 * maxTokens ? COST.insideSentence : 0;
    rest = trimSpan(text, { start: end, end: rest.end });
  }
  return atoms;
}

/** End of the largest beginning of `span` that has at most `maxTokens`, moved back to a good place to cut. */
function largestFit(text: string, span: Span, { countTokens, maxTokens }: AtomOptions): number {
  if (countTokens(text.slice(span.start, span.end)) <= maxTokens) return span.end;
  let low = span.start + 1;
  let high = span.end - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countTokens(text.slice(span.start, middle)) <= maxTokens) low = middle;
    else high = middle - 1;
  }
  const piece = text.slice(span.start, low);
  const clause = Math.max(...["；", ";", "，", ", ", "、"].map((mark) => lastEnd(piece, mark)));
  if (clause > 0.5 * piece.length) return span.start + clause;
  const space = piece.search(/\s\S*$/) + 1;
  if (space > 0.5 * piece.length) return span.start + space;
  const splitsPair = /[\uD800-\uDBFF]$/.test(piece) && piece.length > 1;
  return splitsPair ? low - 1 : low;
}

function lastEnd(piece: string, mark: string): number {
  const at = piece.lastIndexOf(mark);
  return at === -1 ? 0 : at + mark.length;
}
