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
 * @param text      the answer's text; paragraphs end at line breaks, a quotation may run over several
 * @param citations in order; numbers are 1-based and unique
 * @returns rows in reading order. A quotation that stands alone becomes a row of its own, without the line above it
 *   that only names its place (its note does); quotations that the text lacks follow at the end; quotations that
 *   contradict each other share one row, at the first one's place. Markers without a citation are dropped: a number
 *   that leads nowhere is never shown.
 */
export function answerRows(text: string, citations: readonly Citation[]): AnswerRow[] {
  const rows: AnswerRow[] = [];
  const shown = new Set<number>();
  for (const pieces of paragraphsOf(text, citations)) {
    const alone = onlyQuote(pieces);
    for (const piece of pieces) if (piece.type === "quote") shown.add(piece.citation.number);
    if (!alone) {
      const sources = citations.filter((citation) =>
        pieces.some((piece) => piece.type === "quote" && piece.citation.number === citation.number),
      );
      rows.push({ type: "prose", pieces, sources });
      continue;
    }
    const above = rows.at(-1);
    if (above?.type === "prose" && isPlaceOf(above.pieces, alone)) rows.pop();
    rows.push({ type: "quote", citation: alone });
  }
  for (const citation of citations) if (!shown.has(citation.number)) rows.push({ type: "quote", citation });
  return withConflicts(rows);
}

/**
 * Rows to show at once and rows that wait behind one line: quotations set aside, with the line above them that says to whom
 * they apply, where it stands for no other. Both in reading order.
 */
export function splitAsides(rows: readonly AnswerRow[]): { readonly main: readonly AnswerRow[]; readonly asides: readonly AnswerRow[] } {
  const isAside = (row: AnswerRow | undefined): boolean => row?.type === "quote" && row.citation.aside === true;
  const goesAside = (row: AnswerRow, at: number): boolean => {
    if (row.type !== "prose") return isAside(row);
    const rest = rows.slice(at + 1);
    const next = rest.findIndex((other) => other.type === "prose");
    const under = next === -1 ? rest : rest.slice(0, next);
    return at > 0 && under.length > 0 && under.every(isAside) && row.pieces.every((piece) => piece.type === "text");
  };
  const places = rows.map(goesAside);
  return { main: rows.filter((_, at) => !places[at]), asides: rows.filter((_, at) => places[at]) };
}

/** The text as paragraphs of pieces; empty ones are left out. */
function paragraphsOf(text: string, citations: readonly Citation[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  const add = (piece: Piece) => paragraphs.at(-1)?.push(piece);
  let rest = text;
  while (rest.length > 0) {
    const found = nextQuote(rest, citations);
    const lines = (found ? rest.slice(0, found.from) : rest).split(/\n+/);
    for (const [index, line] of lines.entries()) {
      if (index > 0) paragraphs.push([]);
      withMarkers(line, citations).forEach(add);
    }
    if (!found) break;
    add({ type: "quote", citation: found.citation });
    rest = rest.slice(found.to);
  }
  return paragraphs.filter((pieces) => pieces.some((piece) => piece.type !== "text" || piece.text.trim() !== ""));
}

/** The citation of a paragraph that holds one quotation and nothing else. */
function onlyQuote(pieces: readonly Piece[]): Citation | null {
  const [piece, ...more] = pieces.filter((part) => part.type !== "text" || part.text.trim() !== "");
  return piece?.type === "quote" && more.length === 0 ? piece.citation : null;
}

/** Does a paragraph only say where the quotation stands, as "Annual leave › Carrying over"? */
function isPlaceOf(pieces: readonly Piece[], { title, headings }: Citation): boolean {
  const words = pieces.map((piece) => (piece.type === "text" ? piece.text : "[]")).join("").trim();
  return [title, `${title} › ${headings.at(-1) ?? ""}`, [title, ...headings].join(" › ")].includes(words);
}

/** Quotations with the same letter → one row, where the first of them stood; a letter that stands alone means nothing. */
function withConflicts(rows: readonly AnswerRow[]): AnswerRow[] {
  const sidesOf = (letter: string) =>
    rows.flatMap((row) => (row.type === "quote" && row.citation.conflict === letter ? [row.citation] : []));
  return rows.flatMap((row): AnswerRow[] => {
    const letter = row.type === "quote" ? row.citation.conflict : null;
    if (row.type !== "quote" || letter === null) return [row];
    const sides = sidesOf(letter);
    if (sides.length < 2) return [row];
    return sides[0] === row.citation ? [{ type: "conflict", letter, citations: sides }] : [];
  });
}

interface FoundQuote {
  /** Where the quoted words begin; `from` where their opening mark does. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Its own marker stands behind it. */
  readonly isOwn: boolean;
  readonly citation: Citation;
}

/** The number of the marker behind a quotation that ends at `end`; NaN where none stands. */
const markerBehind = (text: string, end: number): number => Number(/^[”"」]?\s*\[(\d+)\]/.exec(text.slice(end))?.[1]);

/** The first quotation in `text` that is there to the letter, with the quotation marks and the marker around it. */
function nextQuote(text: string, citations: readonly Citation[]): FoundQuote | null {
  let best: FoundQuote | null = null;
  for (const citation of citations) {
    const at = placeOfQuote(text, citation);
    if (at < 0) continue;
    const end: number = at + citation.quote.length;
    const isOwn = markerBehind(text, end) === citation.number;
    // Two documents may say the same to the letter: the words belong to the one whose marker stands behind them.
    if (best && (at > best.at || (at === best.at && (isOwn === best.isOwn ? citation.quote.length <= best.citation.quote.length : !isOwn)))) continue;
    const opening: number = /[“"「]$/.exec(text.slice(0, at))?.[0].length ?? 0;
    const closing = /^[”"」]?\s*(\[\d+\])?/.exec(text.slice(end));
    const marker = closing?.[1];
    const ownMarker = marker === undefined || marker === `[${citation.number}]`;
    const tail = ownMarker ? (closing?.[0].length ?? 0) : (/^[”"」]?/.exec(text.slice(end))?.[0].length ?? 0);
    best = { at, from: at - opening, to: end + tail, isOwn, citation };
  }
  return best;
}

/** Where the quotation stands: with its own marker behind it if there is such a place, else its first occurrence. */
function placeOfQuote(text: string, { quote, number }: Citation): number {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (markerBehind(text, at + quote.length) === number) return at;
  }
  // Its marker stands elsewhere: words that merely occur in another sentence are not this quotation.
  return text.includes(`[${number}]`) ? -1 : text.indexOf(quote);
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
