/**
 * @file Words of the PDF layout pass. Lengths in PDF points; x grows to the right, y downwards, from the top left
 * corner of the page as it is displayed.
 */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Quarter turns clockwise: 0 level, 1 read downwards, 2 upside down, 3 read upwards. */
export type Quarter = 0 | 1 | 2 | 3;

/** The part of a turned box between two shares (0–1) of the way along the text. */
export function partOfBox(box: Rect, quarter: Quarter, from: number, to: number): Rect {
  const [low, high] = quarter === 0 || quarter === 1 ? [from, to] : [1 - to, 1 - from];
  return quarter === 0 || quarter === 2
    ? { ...box, x: box.x + low * box.width, width: (high - low) * box.width }
    : { ...box, y: box.y + low * box.height, height: (high - low) * box.height };
}

/** A piece of text as the PDF draws it: one font, one baseline, no wide gap inside. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  /** Font size after scaling. */
  readonly size: number;
  readonly bold: boolean;
  /** White space was drawn behind it. */
  readonly spaceAfter: boolean;
  /** Position in the page's content stream. */
  readonly order: number;
  /** Where it is on the displayed page; differs from x and baseline for turned text. */
  readonly box: Rect;
  readonly quarter: Quarter;
}

/** Runs on one baseline with no gap wider than a word space between them. */
export interface Segment {
  readonly runs: readonly TextRun[];
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Part of a line's text and where it is drawn. */
export interface Piece {
  /** UTF-16 code units into `LayoutLine.text`. */
  readonly start: number;
  readonly end: number;
  readonly box: Rect;
  readonly quarter: Quarter;
}

/** One line (or table row) in reading order. */
export interface LayoutLine {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly right: number;
  /** Baseline of its first and of its last physical line (they differ in table rows with wrapped cells). */
  readonly baseline: number;
  readonly lastBaseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** 2 or more for a table row. */
  readonly cells: number;
  /** Column or band it belongs to; lines of different regions are never one paragraph … */
  readonly region: number;
  /** … and the region's right edge tells whether a line was full. */
  readonly regionRight: number;
}

export interface PageLayout {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LayoutLine[];
  /** Pictures, or so many shapes that letters may have been drawn as outlines. */
  readonly hasPictures: boolean;
  /** How much of the page pictures cover, 0–1; overlaps count twice. */
  readonly pictureShare: number;
  /** Letters that a reader does not see; left out of the lines. */
  readonly hiddenLetters: number;
  readonly hiddenText: string;
  /** With the characters that have no width; empty where nothing is painted as text. */
  readonly raw: string;
}
