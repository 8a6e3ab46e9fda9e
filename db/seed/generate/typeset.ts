/**
 * @file Typeset: styled runs → lines that fit a width, Latin and Chinese mixed, drawn face by face.
 * Flow: fonts → [typeset] → column. Breaks lines by words in Latin and by characters in Chinese (no closing mark
 * at a line's start, no opening mark at its end). Does not hyphenate or justify.
 */
import { faceFor, textWidth } from "./fonts";
import type { Face, TextStyle } from "./fonts";

export interface Run {
  readonly text: string;
  readonly style: TextStyle;
}

/** Text of one face and style, `x` points right of the line's start. */
interface Segment {
  text: string;
  readonly face: Face;
  readonly style: TextStyle;
  readonly x: number;
  width: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly widthPt: number;
  readonly heightPt: number;
  /** Baseline below the line's top. */
  readonly baselinePt: number;
}

interface Piece {
  readonly text: string;
  readonly style: TextStyle;
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const CLOSING = /^[，。、；：！？）」』】》”’%‰）·…]/u;
const OPENING = /[（「『【《“‘]$/u;

/**
 * @param runs text in reading order; "\n" forces a new line
 * @param widthPt > 0; a word wider than this is cut where it must be
 * @returns at least one line
 */
export function breakLines(runs: readonly Run[], widthPt: number): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const flush = () => {
    lines.push(composeLine(pieces, runs[0]?.style));
    pieces = [];
    used = 0;
  };
  for (const cluster of clusters(runs)) {
    if (cluster === "newline") {
      flush();
      continue;
    }
    const visible = clusterWidth(
      cluster.map((p, i) => (i === cluster.length - 1 ? { ...p, text: p.text.trimEnd() } : p)),
    );
    if (pieces.length > 0 && used + visible > widthPt) flush();
    for (const part of visible > widthPt ? cutCluster(cluster, widthPt) : [cluster]) {
      if (pieces.length > 0 && visible > widthPt) flush();
      pieces.push(...part);
      used += clusterWidth(part);
    }
  }
  flush();
  return lines;
}

/** Runs → unbreakable groups of pieces; a group carries its trailing white space. */
function clusters(runs: readonly Run[]): (Piece[] | "newline")[] {
  const result: (Piece[] | "newline")[] = [];
  let current: Piece[] = [];
  const close = () => {
    if (current.length > 0) result.push(current);
    current = [];
  };
  for (const run of runs) {
    for (const unit of run.text.match(
      /\n|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\S\n]+|(?:(?![\p{Script=Han}\u3000-\u303f\uff00-\uffef])\S)+/gu,
    ) ?? []) {
      if (unit === "\n") {
        close();
        result.push("newline");
        continue;
      }
      const previous = current.at(-1)?.text ?? "";
      const glued = previous !== "" && (/^\s/.test(unit) || sticks(previous, unit));
      if (!glued) close();
      current.push({ text: unit, style: run.style });
    }
  }
  close();
  return result;
}

/** Whether no line may break between two neighbouring units. */
function sticks(before: string, after: string): boolean {
  if (/\s$/.test(before)) return false;
  if (CLOSING.test(after) || OPENING.test(before)) return true;
  return !WIDE.test(before) && !WIDE.test(after);
}

function clusterWidth(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) =>
      sum + splitByFace(piece).reduce((s, part) => s + textWidth(part.text, part.face, piece.style.sizePt), 0),
    0,
  );
}

/** Cuts a group that is wider than the column, an e-mail address say, into parts that fit. */
function cutCluster(cluster: readonly Piece[], widthPt: number): Piece[][] {
  const parts: Piece[][] = [];
  let part: Piece[] = [];
  for (const piece of cluster) {
    for (const char of piece.text) {
      if (part.length > 0 && clusterWidth([...part, { text: char.trim(), style: piece.style }]) > widthPt) {
        parts.push(part);
        part = [];
      }
      const last = part.at(-1);
      if (last?.style === piece.style) part[part.length - 1] = { text: last.text + char, style: last.style };
      else part.push({ text: char, style: piece.style });
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function splitByFace(piece: Piece): { text: string; face: Face }[] {
  const parts: { text: string; face: Face }[] = [];
  for (const char of piece.text) {
    const last = parts.at(-1);
    // A space goes with the text before it, so that Latin words inside Chinese keep natural gaps.
    const face = char === " " && last ? last.face : faceFor(char, piece.style);
    if (last?.face === face) last.text += char;
    else parts.push({ text: char, face });
  }
  return parts;
}

function composeLine(pieces: readonly Piece[], fallback: TextStyle | undefined): Line {
  const segments: Segment[] = [];
  let x = 0;
  for (const [i, piece] of pieces.entries()) {
    const text = i === pieces.length - 1 ? piece.text.trimEnd() : piece.text;
    for (const part of splitByFace({ text, style: piece.style })) {
      const width = textWidth(part.text, part.face, piece.style.sizePt);
      const last = segments.at(-1);
      if (last && last.face === part.face && last.style === piece.style) {
        last.text += part.text;
        last.width += width;
      } else {
        segments.push({ text: part.text, face: part.face, style: piece.style, x, width });
      }
      x += width;
    }
  }
  const styles = segments.length > 0 ? segments.map((s) => s.style) : fallback ? [fallback] : [];
  const heightPt = Math.max(0, ...styles.map((s) => s.sizePt * s.leading));
  const sizePt = Math.max(0, ...styles.map((s) => s.sizePt));
  return { segments, widthPt: x, heightPt, baselinePt: (heightPt - sizePt) / 2 + sizePt * 0.82 };
}

/** Draws one line with its top left corner at (x, y), in points from the page's top left corner. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, at: { x: number; y: number }): void {
  for (const segment of line.segments) {
    if (segment.text.trim() === "" && line.segments.length === 1) continue;
    doc.registerFont(segment.face.name, segment.face.font as unknown as string);
    doc.font(segment.face.name, segment.style.sizePt).fillColor(segment.style.color);
    doc.text(segment.text, at.x + segment.x, at.y + line.baselinePt, { lineBreak: false, baseline: "alphabetic" });
  }
}
