/**
 * @file Sentence pairs: reads the tab-separated files of `cadre eval sts` and `cadre eval bitext`.
 */
import { AppError } from "../../core/errors";

export interface ScoredPair {
  readonly first: string;
  readonly second: string;
  /** Human similarity, any scale. */
  readonly score: number;
}

export interface Translation {
  readonly source: string;
  readonly target: string;
}

/** Columns, 0-based: STS-B (genre, file, year, id, score, first, second, …) or plain (first, second, score). */
const LAYOUTS = [
  { columns: 7, score: 4, first: 5, second: 6 },
  { columns: 3, score: 2, first: 0, second: 1 },
] as const;

/**
 * @param text  the file; quotes mean nothing; a first line without a number as its score is a header
 * @throws AppError "eval/bad-input" naming the line
 */
export function parseScoredPairs(text: string): ScoredPair[] {
  const lines = linesOf(text);
  const layout = LAYOUTS.find(({ columns }) => (lines.at(-1)?.cells.length ?? 0) >= columns);
  if (!layout) {
    throw new AppError("eval/bad-input", "Expected STS-B's columns (score in the 5th, sentences in the 6th and 7th) or sentence, sentence, score.");
  }
  const pairs: ScoredPair[] = [];
  for (const [at, { cells, number }] of lines.entries()) {
    const [first, second, score] = [cells[layout.first], cells[layout.second], toNumber(cells[layout.score])];
    if (first && second && score !== null) pairs.push({ first, second, score });
    else if (at > 0) throw new AppError("eval/bad-input", `Line ${number} has no score or lacks a sentence.`, { context: { line: number } });
  }
  if (pairs.length < 2) throw new AppError("eval/bad-input", "The file holds fewer than two scored pairs.");
  return pairs;
}

/**
 * @param text Tatoeba's lines: sentence, its translation, attribution (ignored)
 * @throws AppError "eval/bad-input" naming the line
 */
export function parseTranslations(text: string): Translation[] {
  const pairs = linesOf(text).map(({ cells, number }) => {
    const [source, target] = cells;
    if (source && target) return { source, target };
    throw new AppError("eval/bad-input", `Line ${number} needs a sentence and its translation, separated by a tab.`, { context: { line: number } });
  });
  if (pairs.length === 0) throw new AppError("eval/bad-input", "The file holds no pairs.");
  return pairs;
}

function linesOf(text: string): { cells: string[]; number: number }[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line, at) => ({ cells: line.split("\t").map((cell) => cell.trim()), number: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function toNumber(cell: string | undefined): number | null {
  if (cell === undefined || cell === "") return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}
