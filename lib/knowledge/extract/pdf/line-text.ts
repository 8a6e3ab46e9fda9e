/**
 * @file The text of one line: runs joined with spaces where the eye sees a space, table cells joined with " | ",
 * bullets as "- ". Keeps where each run stands, for highlights.
 */
import { dateGlue } from "./cut-dates";
import type { Piece, Segment, TextRun } from "./geometry";

/** Gap, in font sizes, that is a word space. */
const WORD_GAP = 0.17;
/** Between two Chinese characters a gap must be this wide. */
const HAN_GAP = 0.6;
/** Gap, in font sizes, from which neighbours on a row are cells. */
export const CELL_GAP = 1.8;
const HAN = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;
/** Bullet glyphs, those of Symbol and Wingdings (private use area) included. */
const BULLET = /^[•●○◦▪▫■□▶►▸➢➤➔✓✔✦❖◆◇·∙‣⁃\uF000-\uF0FF*]$|^[oO§ü]$/;
const LEADING_BULLET = /^[•●○◦▪▫■□▶►▸➢➤➔✓✔✦❖◆◇·∙‣⁃\uF0A7\uF0A8\uF0B7\uF0D8\uF0FC\uF06C\uF06E\uF076]\s*/;

/** "1.", "(b)", "iv)", "三、": what a numbered list sets apart from its text. */
const LIST_NUMBER = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|[（(]?[一二三四五六七八九十]{1,3}[)）、.])$/i;

export interface LineText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly cells: number;
}

/** @param cells segments of each cell, in reading order; a bullet that stands apart is no cell, nor is a list's number before one text */
export function lineText(cells: readonly (readonly Segment[])[]): LineText {
  const writer = new LineWriter();
  const [first, ...rest] = cells;
  const bulletApart = rest.length > 0 && first?.length === 1 && (isBullet(first[0]) || (rest.length === 1 && isListNumber(first[0])));
  for (const [i, cell] of cells.entries()) {
    if (i > 0) writer.separate(bulletApart && i === 1 ? " " : " | ");
    for (const [j, segment] of cell.entries()) {
      if (j > 0 && endsHeading(cell[j - 1], segment)) writer.separate(" | ");
      else if (j > 0 && !goesOn(cell[j - 1], segment)) writer.space();
      for (const run of segment.runs) writer.run(run, i === 0 && j === 0);
    }
  }
  return writer.finish(bulletApart ? cells.length - 1 : cells.length);
}

/** Bold lines above others in one cell ("Controls engineer" above the employer) are a text of their own. */
function endsHeading(above: Segment | undefined, below: Segment): boolean {
  if (!above || above.baseline === below.baseline) return false;
  return above.runs.every((run) => run.bold) && below.runs.every((run) => !run.bold);
}

/** A Chinese word may break at any character, a date at any digit: the next line of the same cell begins without a space. */
function goesOn(above: Segment | undefined, below: Segment): boolean {
  const [last, first] = [above?.runs.at(-1), below.runs[0]];
  if (above && dateGlue(textOf(above), textOf(below)) === "") return true;
  return last !== undefined && first !== undefined && last.baseline !== first.baseline && HAN.test(last.text.trimEnd().at(-1) ?? "") && HAN.test(first.text.trimStart().at(0) ?? "");
}

function textOf(segment: Segment): string {
  return segment.runs.map((run) => run.text).join("");
}

function isBullet(segment: Segment | undefined): boolean {
  return segment?.runs.length === 1 && BULLET.test(segment.runs[0]?.text.trim() ?? "");
}

function isListNumber(segment: Segment | undefined): boolean {
  return segment?.runs.length === 1 && LIST_NUMBER.test(segment.runs[0]?.text.trim() ?? "");
}

class LineWriter {
  #text = "";
  #pieces: Piece[] = [];
  #last: TextRun | null = null;

  separate(mark: string): void {
    this.#text = this.#text.trimEnd() + (this.#text.trim() === "" ? "" : mark);
    this.#last = null;
  }

  space(): void {
    if (!this.#text.endsWith(" ") && !(HAN.test(this.#text.at(-1) ?? "") && this.#last === null)) this.#text += " ";
    this.#last = null;
  }

  run(run: TextRun, first: boolean): void {
    let text = tidyRun(run.text);
    if (this.#text === "" && first) {
      text = BULLET.test(text.trim()) ? "- " : text.trimStart().replace(LEADING_BULLET, "- ");
    }
    if (this.#needsSpace(run, text)) this.#text += " ";
    if (this.#text.endsWith(" ")) text = text.trimStart();
    const start = this.#text.length;
    this.#text += text;
    if (text.trim() !== "") this.#pieces.push({ start, end: this.#text.length, box: run.box, quarter: run.quarter });
    this.#last = run;
  }

  #needsSpace(run: TextRun, text: string): boolean {
    const last = this.#last;
    if (!last || this.#text === "" || this.#text.endsWith(" ") || text.startsWith(" ")) return false;
    const gap = (run.x - last.right) / Math.max(1, Math.min(run.size, last.size));
    const han = HAN.test(this.#text.at(-1) ?? "") && HAN.test(text[0] ?? "");
    if (han) return gap > HAN_GAP;
    return gap > WORD_GAP || last.spaceAfter;
  }

  /** Trims the end; a bullet with nothing behind it says nothing. */
  finish(cells: number): LineText {
    const text = this.#text.trimEnd().replace(/^-$/, "");
    const pieces = this.#pieces
      .map((piece) => ({ ...piece, end: Math.min(piece.end, text.length) }))
      .filter((piece) => piece.end > piece.start);
    return { text, pieces, cells: text.includes(" | ") ? cells : 1 };
  }
}

/** Leader dots shortened, letter-spaced words and spaced-out Chinese closed up, runs of spaces made one. */
function tidyRun(raw: string): string {
  let text = raw.replace(/(?:[.·_…]\s?){5,}/g, " … ");
  if (/^(?:\p{L} ){3,}\p{L}$/u.test(text.trim().replace(/ {2,}/g, " "))) {
    text = text
      .trim()
      .split(/ {2,}/)
      .map((word) => word.replace(/ /g, ""))
      .join(" ");
  }
  const pairs = text.match(/\p{Script=Han}(?= ?\p{Script=Han})/gu)?.length ?? 0;
  const spaced = text.match(/\p{Script=Han} (?=\p{Script=Han})/gu)?.length ?? 0;
  if (pairs >= 4 && spaced > 0.6 * pairs) text = text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  return text.replace(/ {2,}/g, " ");
}
