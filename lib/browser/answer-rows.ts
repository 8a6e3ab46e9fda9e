/**
 * @file Lay out an answer: its text and citations → rows, each a claim with the sources that belong beside it.
 * Flow: answer (contracts) → [rows] → screen. Knows nothing of how a row is drawn.
 */
import type { Citation } from "../contracts/evidence";

/** A stretch of a row: plain words, a marker like [2], or words quoted to the letter from a citation. */
export type Piece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "marker"; readonly number: number }
  | { readonly type: "quote"; readonly citation: Citation };

export type AnswerRow =
  | { readonly type: "prose"; readonly pieces: readonly Piece[]; readonly sources: readonly Citation[] }
  | { readonly type: "quote"; readonly citation: Citation }
  | { readonly type: "conflict"; readonly letter: string; readonly citations: readonly Citation[] };

/**
 * @param text      the answer's text; paragraphs end at line breaks
 * @param citations in order; numbers are 1-based and unique
 * @returns prose rows first, in order, then a row for every quotation that the prose did not hold to the letter;
 *   quotations that contradict each other share one row, at the first one's place. Markers without a citation are
 *   dropped: a number that leads nowhere is never shown.
 */
export function answerRows(text: string, citations: readonly Citation[]): AnswerRow[] {
  const quotedInProse = new Set<number>();
  const prose = text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => proseRow(paragraph, citations, quotedInProse))
    .filter((row) => row.pieces.length > 0);
  return [...prose, ...quoteRows(citations.filter((citation) => !quotedInProse.has(citation.number)))];
}

function quoteRows(citations: readonly Citation[]): AnswerRow[] {
  const rows: AnswerRow[] = [];
  const seen = new Set<string>();
  for (const citation of citations) {
    const letter = citation.conflict;
    if (letter === null) {
      rows.push({ type: "quote", citation });
      continue;
    }
    if (seen.has(letter)) continue;
    seen.add(letter);
    const sides = citations.filter((other) => other.conflict === letter);
    rows.push(sides.length > 1 ? { type: "conflict", letter, citations: sides } : { type: "quote", citation });
  }
  return rows;
}

function proseRow(paragraph: string, citations: readonly Citation[], quotedInProse: Set<number>) {
  const pieces: Piece[] = [];
  let rest = paragraph;
  while (rest.length > 0) {
    const found = nextQuote(rest, citations);
    pieces.push(...withMarkers(found ? rest.slice(0, found.from) : rest, citations));
    if (!found) break;
    quotedInProse.add(found.citation.number);
    pieces.push({ type: "quote", citation: found.citation });
    rest = rest.slice(found.to);
  }
  const sources = citations.filter((citation) =>
    pieces.some((piece) => piece.type === "quote" && piece.citation.number === citation.number),
  );
  return { type: "prose" as const, pieces, sources };
}

interface FoundQuote {
  readonly from: number;
  readonly to: number;
  readonly citation: Citation;
}

/** The first quotation in `text` that is there to the letter, with the quotation marks and the marker around it. */
function nextQuote(text: string, citations: readonly Citation[]): FoundQuote | null {
  let best: FoundQuote | null = null;
  for (const citation of citations) {
    const at = text.indexOf(citation.quote);
    if (at < 0) continue;
    if (best && (at > best.from || (at === best.from && citation.quote.length <= best.citation.quote.length))) continue;
    const end: number = at + citation.quote.length;
    const opening: number = /[“"「]$/.exec(text.slice(0, at))?.[0].length ?? 0;
    const closing = /^[”"」]?\s*(\[\d+\])?/.exec(text.slice(end));
    const marker = closing?.[1];
    const ownMarker = marker === undefined || marker === `[${citation.number}]`;
    const tail = ownMarker ? (closing?.[0].length ?? 0) : (/^[”"」]?/.exec(text.slice(end))?.[0].length ?? 0);
    best = { from: at - opening, to: end + tail, citation };
  }
  return best;
}

function withMarkers(text: string, citations: readonly Citation[]): Piece[] {
  const known = new Set(citations.map((citation) => citation.number));
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\s*\[(\d+)\]/g)) {
    if (match.index > from) pieces.push({ type: "text", text: text.slice(from, match.index) });
    const number = Number(match[1]);
    if (known.has(number)) pieces.push({ type: "marker", number });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
}
