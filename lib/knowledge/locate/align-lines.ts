/**
 * @file Matches the lines of a page's layout with the stored text of that page. The stored text has the same lines in
 * the same order, without running headers, with other white space and sometimes without a hyphen at a line's end.
 */
import type { Span } from "../../core/types";
import type { LayoutLine } from "../extract/pdf/geometry";

/** A layout line and the stored characters it became: `at[i]` is the offset of its i-th visible character. */
export interface AlignedLine {
  readonly line: LayoutLine;
  /** Offsets within the line's text of its visible characters … */
  readonly visible: readonly number[];
  /** … and the offset of each in the stored page text. */
  readonly at: readonly number[];
}

/**
 * @param lines   in reading order
 * @param stored  the page's slice of the document's text
 * @returns matched lines in order; lines that the stored text lacks (page furniture) are left out
 */
export function alignLines(lines: readonly LayoutLine[], stored: string): AlignedLine[] {
  const storedOffsets = visibleOffsets(stored);
  const storedChars = storedOffsets.map((offset) => stored[offset]).join("");
  const candidates = lines.map((line) => toCandidate(line));
  const path = bestPath(candidates.map((candidate) => candidate.chars), storedChars);
  return path.map(({ index, from, length }) => {
    const candidate = candidates[index];
    return {
      line: candidate?.line as LayoutLine,
      visible: candidate?.visible.slice(0, length) ?? [],
      at: storedOffsets.slice(from, from + length),
    };
  });
}

function toCandidate(line: LayoutLine): { line: LayoutLine; visible: number[]; chars: string } {
  const visible = visibleOffsets(line.text);
  return { line, visible, chars: visible.map((offset) => line.text[offset]).join("") };
}

function visibleOffsets(text: string): number[] {
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) if (!/\s/.test(text[i] ?? "")) offsets.push(i);
  return offsets;
}

interface Step {
  readonly index: number;
  readonly from: number;
  readonly length: number;
}

/**
 * Each line either stands at the present place of the stored text, with or without a last hyphen, or is skipped. The
 * path that explains the most of the text wins; on a tie the one that skips later lines.
 */
function bestPath(lines: readonly string[], stored: string): Step[] {
  // Reached place → the steps that lead there. Few places are ever reached, because matching is exact.
  let reached = new Map<number, readonly Step[]>([[0, []]]);
  for (const [index, line] of lines.entries()) {
    const next = new Map(reached);
    for (const [from, steps] of reached) {
      for (const length of lengthsToTry(line)) {
        if (length === 0 || !stored.startsWith(line.slice(0, length), from)) continue;
        const to = from + length;
        if (!next.has(to)) next.set(to, [...steps, { index, from, length }]);
      }
    }
    reached = next;
  }
  const furthest = Math.max(...reached.keys());
  return [...(reached.get(furthest) ?? [])];
}

function lengthsToTry(line: string): number[] {
  return line.endsWith("-") ? [line.length, line.length - 1] : [line.length];
}

/** True when `offset` lies in the span. */
export function contains(span: Span, offset: number): boolean {
  return offset >= span.start && offset < span.end;
}
