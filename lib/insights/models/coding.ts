/**
 * @file Columns → inputs of a model: numbers standardised (skewed amounts after a logarithm, bends where asked), one
 * input per category, a flag for missing values. Fitted on training rows only.
 */
import { isCodedMissing } from "./coded-cell";
import { createMatrix, type Matrix } from "./matrix";
import type { Column, DataTable } from "../table/types";
import type { FeatureCode, FeatureCoding, Interaction } from "./types";

export interface CodingOptions {
  /** Names of the columns to learn from. */
  readonly features: readonly string[];
  readonly interactions?: readonly Interaction[];
  /** Inputs max(0, x − cut) at so many inner quantiles of each number; 0 = straight lines. Default 0. */
  readonly bends?: number;
}

/** Categories in fewer training rows than this share (and than five) count as "other". */
const RARE_SHARE = 0.004;
const MOST_CATEGORIES = 30;
const MISSING_FLAG_SHARE = 0.01;

/**
 * @param rows training rows; nothing is read from the others
 * @returns what `encodeTable` needs
 */
export function fitCoding(table: DataTable, rows: readonly number[], options: CodingOptions): FeatureCoding {
  const codes = options.features.flatMap((name) => {
    const column = table.columns.find((one) => one.name === name);
    return column ? [fitCode(column, rows, options.bends ?? 0)] : [];
  });
  const plain: FeatureCoding = { codes, interactions: options.interactions ?? [], inputs: inputNames(codes, options.interactions ?? []), centre: [], spread: [] };
  return { ...plain, ...momentsOf(rawInputs(table, rows, plain)) };
}

function fitCode(column: Column, rows: readonly number[], bends: number): FeatureCode {
  const cells = rows.map((row) => column.cells[row] ?? null);
  const missing = cells.filter(isCodedMissing).length;
  const code = { feature: column.name, kind: column.kind, unit: column.unit, flagsMissing: missing > MISSING_FLAG_SHARE * rows.length && missing >= 5, mean: 0, deviation: 1, log: null, clip: null, categories: [], other: false, bends: [] };
  if (column.kind === "category" || column.kind === "text") return { ...code, ...fitCategories(cells) };
  const numbers = cells.filter((cell): cell is number => typeof cell === "number").sort((a, b) => a - b);
  if (numbers.length === 0) return code;
  const at = (share: number): number => numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0;
  const distinct = new Set(numbers).size;
  const clip = distinct > 20 ? { low: at(0.005), high: at(0.995) } : null;
  const log = distinct > 10 && skewOf(numbers) > 1 ? { low: numbers[0] ?? 0 } : null;
  const shaped = numbers.map((value) => shape(value, { clip, log }));
  const mean = shaped.reduce((sum, one) => sum + one, 0) / shaped.length;
  const deviation = Math.sqrt(shaped.reduce((sum, one) => sum + (one - mean) ** 2, 0) / shaped.length) || 1;
  const standard = (value: number): number => (shape(value, { clip, log }) - mean) / deviation;
  const cuts = distinct < 4 ? [] : Array.from({ length: bends }, (_, bend) => standard(at((bend + 1) / (bends + 1))));
  return { ...code, clip, log, mean, deviation, bends: [...new Set(cuts)].filter((cut) => cut > standard(numbers[0] ?? 0)) };
}

function fitCategories(cells: readonly (number | string | null)[]): Pick<FeatureCode, "categories" | "other"> {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  const least = Math.max(5, RARE_SHARE * cells.length);
  const common = [...counts].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CATEGORIES).map(([value]) => value);
  return { categories: common, other: common.length < counts.size };
}

const shape = (value: number, { clip, log }: Pick<FeatureCode, "clip" | "log">): number => {
  const held = clip ? Math.min(clip.high, Math.max(clip.low, value)) : value;
  return log ? Math.log1p(Math.max(0, held - log.low)) : held;
};

function skewOf(sorted: readonly number[]): number {
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  const [m2, m3] = sorted.reduce(([a, b], one) => [a + (one - mean) ** 2, b + (one - mean) ** 3], [0, 0]);
  return m2 === 0 ? 0 : m3 / sorted.length / (m2 / sorted.length) ** 1.5;
}

/** A code's inputs: the number and its bends, or one per category; then the flag. */
export function codeInputs(code: FeatureCode): string[] {
  const flag = code.flagsMissing ? [`${code.feature} is missing`] : [];
  if (code.kind === "category" || code.kind === "text") return [...code.categories.map((value) => `${code.feature} = ${value}`), ...(code.other ? [`${code.feature} = other`] : []), ...flag];
  return [code.feature, ...code.bends.map((cut) => `${code.feature} above ${cut.toFixed(2)} sd`), ...flag];
}

function inputNames(codes: readonly FeatureCode[], interactions: readonly Interaction[]): string[] {
  const of = (name: string): string[] => codes.filter((code) => code.feature === name).flatMap(productInputs);
  return [...codes.flatMap(codeInputs), ...interactions.flatMap(({ a, b }) => of(a).flatMap((left) => of(b).map((right) => `${left} × ${right}`)))];
}

/** The inputs of a feature that take part in products: no bends, no flags. */
function productInputs(code: FeatureCode): string[] {
  return codeInputs({ ...code, bends: [], flagsMissing: false });
}

/** Writes a cell's inputs; missing numbers are average (0), missing categories belong to none. @returns how many were written */
function writeCode(code: FeatureCode, cell: number | string | null, into: Float64Array, at: number): number {
  const isWords = code.kind === "category" || code.kind === "text";
  const width = (isWords ? code.categories.length + Number(code.other) : 1 + code.bends.length) + Number(code.flagsMissing);
  const missing = isCodedMissing(cell);
  if (code.flagsMissing) into[at + width - 1] = Number(missing);
  if (missing) return width;
  if (isWords) {
    const place = code.categories.indexOf(String(cell));
    if (place >= 0) into[at + place] = 1;
    else if (code.other) into[at + code.categories.length] = 1;
    return width;
  }
  const value = (shape(Number(cell), code) - code.mean) / code.deviation;
  into[at] = value;
  code.bends.forEach((cut, bend) => (into[at + 1 + bend] = Math.max(0, value - cut)));
  return width;
}

/** Inputs before they are centred. */
function rawInputs(table: DataTable, rows: readonly number[], coding: FeatureCoding): Matrix {
  const x = createMatrix(rows.length, coding.inputs.length);
  const columns = coding.codes.map((code) => table.columns.find((column) => column.name === code.feature));
  const products = coding.interactions.map(({ a, b }) => [placeOf(coding, a), placeOf(coding, b)] as const);
  rows.forEach((row, line) => {
    const into = x.data.subarray(line * x.columns, (line + 1) * x.columns);
    let at = 0;
    coding.codes.forEach((code, feature) => {
      at += writeCode(code, columns[feature]?.cells[row] ?? null, into, at);
    });
    for (const [left, right] of products) {
      for (let i = left.from; i < left.to; i++) for (let j = right.from; j < right.to; j++) into[at++] = (into[i] ?? 0) * (into[j] ?? 0);
    }
  });
  return x;
}

/** Where a feature's product inputs lie. */
function placeOf({ codes }: FeatureCoding, feature: string): { from: number; to: number } {
  let from = 0;
  for (const code of codes) {
    if (code.feature === feature) return { from, to: from + productInputs(code).length };
    from += codeInputs(code).length;
  }
  return { from: 0, to: 0 };
}

/**
 * Rows as standardised inputs: mean 0 and deviation 1 over the training rows.
 *
 * @returns rows.length × inputs
 */
export function encodeTable(table: DataTable, rows: readonly number[], coding: FeatureCoding): Matrix {
  const x = rawInputs(table, rows, coding);
  for (let row = 0; row < x.rows; row++) {
    for (let at = 0; at < x.columns; at++) x.data[row * x.columns + at] = ((x.data[row * x.columns + at] as number) - (coding.centre[at] as number)) / (coding.spread[at] as number);
  }
  return x;
}

function momentsOf(x: Matrix): { centre: number[]; spread: number[] } {
  const centre = new Array<number>(x.columns).fill(0);
  const spread = new Array<number>(x.columns).fill(0);
  for (let row = 0; row < x.rows; row++) for (let at = 0; at < x.columns; at++) centre[at] = (centre[at] as number) + (x.data[row * x.columns + at] as number) / x.rows;
  for (let row = 0; row < x.rows; row++) for (let at = 0; at < x.columns; at++) spread[at] = (spread[at] as number) + ((x.data[row * x.columns + at] as number) - (centre[at] as number)) ** 2 / x.rows;
  return { centre, spread: spread.map((one) => Math.sqrt(one) || 1) };
}

/** The features that an input speaks of: one, or two for a product. By input number. */
export function featuresOfInputs(coding: FeatureCoding): readonly (readonly string[])[] {
  const single = coding.codes.flatMap((code) => codeInputs(code).map(() => [code.feature]));
  const of = (name: string): number => coding.codes.filter((code) => code.feature === name).flatMap(productInputs).length;
  return [...single, ...coding.interactions.flatMap(({ a, b }) => Array.from({ length: of(a) * of(b) }, () => [a, b]))];
}
