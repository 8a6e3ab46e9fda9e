/**
 * @file Risk over horizons (6, 12, 24 months from now) for everyone who is still here, with bands of resampled tables, by group, and
 * checked by cross-validation over the one period that the table covers.
 */
import { createRng } from "../../../core/rng";
import { binaryFigures, crossValidate } from "../../measure/cross-validate";
import { meanOf } from "../../measure/interval";
import type { Interval } from "../../measure/types";
import { encodeTable, fitCoding } from "../../models/coding";
import { project, takeRows, type Matrix } from "../../models/matrix";
import type { Column } from "../../table/types";
import type { PreparedTable } from "../prepare";
import { cutsOf, fitHazard, riskWithin, stayOf, type HazardFit, type Stay } from "./horizon-model";

export const HORIZON_MONTHS = [6, 12, 24] as const;
/** Months over which the table is taken to count leavers. */
export const TABLE_MONTHS = 12;
const PENALTY = 30;
const RESAMPLES = 20;
const FOLDS = 10;
/** More than this cannot have left in one period: the table then holds leavers of several. */
const MOST_LEFT = 0.4;

export interface HorizonCheck {
  /** Over the table's own period, held out. */
  readonly auc: Interval;
  readonly brier: Interval;
  readonly predicted: number;
  readonly observed: number;
}

export interface Horizons {
  readonly tenure: string;
  /** One tenure unit in months, as taken from the column's unit or name. */
  readonly monthsPerUnit: number;
  readonly check: HorizonCheck;
  /** By row of the prepared table: one interval per HORIZON_MONTHS; rows without tenure, and who have left, are missing. */
  readonly risks: ReadonlyMap<number, readonly Interval[]>;
  /** The mean of these people's risks, drawn again with the table. */
  readonly meanOver: (rows: readonly number[]) => readonly Interval[];
}

/** "Tenure (years)" → 12; null where neither unit nor name says it. */
export function monthsPerUnit({ name, unit, cells }: Pick<Column, "name" | "unit" | "cells">): number {
  const said = `${unit ?? ""} ${name}`.toLowerCase();
  if (/month|mths?\b|月/.test(said)) return 1;
  if (/\bdays?\b|_days?|天|日/.test(said)) return 12 / 365.25;
  if (/year|yrs?\b|年|龄/.test(said)) return 12;
  const most = Math.max(...cells.map((cell) => (typeof cell === "number" ? cell : 0)));
  return most <= 60 ? 12 : most <= 720 ? 1 : 12 / 365.25;
}

/** @param tenure name of a column of numbers @returns null when too many have left for one period */
export async function measureHorizons(prepared: PreparedTable, tenure: string, { seed = 1, onProgress }: { seed?: number; onProgress?: (done: number, of: number) => void } = {}): Promise<Horizons | null> {
  const column = prepared.table.columns.find(({ name }) => name === tenure);
  if (!column || prepared.events > MOST_LEFT * prepared.table.rows) return null;
  const unit = monthsPerUnit(column);
  const whole = column.cells.every((cell) => cell === null || Number.isInteger(cell));
  const known = Array.from({ length: prepared.table.rows }, (_, row) => row).filter((row) => typeof column.cells[row] === "number" && Number(column.cells[row]) >= 0);
  // Whole units are full ones: three years is anything up to four.
  const years = (row: number): number => ((Number(column.cells[row]) + (whole ? 0.5 : 0)) * unit) / 12;
  const stays = known.map((row) => stayOf(years(row), prepared.outcomes[row] === 1, TABLE_MONTHS / 12));
  const features = prepared.features.filter((name) => name !== tenure);
  const cuts = cutsOf(stays);
  const check = await checked(prepared, { known, stays, years, features, cuts }, { seed, ...(onProgress ? { onProgress } : {}) });
  const coding = fitCoding(prepared.table, known, { features });
  const x = encodeTable(prepared.table, known, coding);
  const fits = [fitHazard(x, stays, { penalty: PENALTY, cuts }), ...resampled(x, stays, { cuts, seed })];
  const scores = fits.map((fit) => project(x, fit.weights));
  const risk = (fit: number, at: number, months: number): number => riskWithin(fits[fit] as HazardFit, { score: scores[fit]?.[at] ?? 0, tenure: years(known[at] ?? 0), years: months / 12 });
  const placeOf = new Map(known.map((row, at) => [row, at]));
  const intervals = (places: readonly number[]): Interval[] => HORIZON_MONTHS.map((months) => intervalOf(fits.map((_, fit) => meanOf(places.map((at) => risk(fit, at, months))))));
  return {
    tenure,
    monthsPerUnit: unit,
    check,
    risks: new Map(known.flatMap((row, at) => (prepared.outcomes[row] === 1 ? [] : [[row, intervals([at])] as const]))),
    meanOver: (rows) => intervals(rows.flatMap((row) => placeOf.get(row) ?? [])),
  };
}

/**
 * The first is of the whole table, the others give nine times of ten. Rows drawn twice let a model believe itself, so drawn risks lie
 * lower as a whole: their spread is taken around the first, in log-odds.
 */
function intervalOf([mean = 0, ...drawn]: readonly number[]): Interval {
  const logit = (share: number): number => Math.log(Math.max(1e-9, share) / Math.max(1e-9, 1 - share));
  const odds = drawn.map(logit).sort((a, b) => a - b);
  const middle = meanOf(odds);
  const at = (place: number): number => 1 / (1 + Math.exp(-(logit(mean) + (odds[place] ?? middle) - middle)));
  return { mean, low: Math.min(mean, at(Math.floor(0.05 * odds.length))), high: Math.max(mean, at(Math.ceil(0.95 * odds.length) - 1)) };
}

function resampled(x: Matrix, stays: readonly Stay[], { cuts, seed }: { cuts: readonly number[]; seed: number }): HazardFit[] {
  const random = createRng(seed + 191);
  return Array.from({ length: RESAMPLES }, () => {
    const rows = stays.map(() => Math.floor(random() * stays.length));
    return fitHazard(takeRows(x, rows), rows.flatMap((row) => stays[row] ?? []), { penalty: PENALTY, cuts });
  });
}

interface Known {
  readonly known: readonly number[];
  readonly stays: readonly Stay[];
  readonly years: (row: number) => number;
  readonly features: readonly string[];
  readonly cuts: readonly number[];
}

/** The risk of the table's own period, from its beginning, by models that have not seen the person. */
async function checked(prepared: PreparedTable, { known, stays, years, features, cuts }: Known, { seed, onProgress }: { seed: number; onProgress?: (done: number, of: number) => void }): Promise<HorizonCheck> {
  const outcomes = Float64Array.from(known, (row) => prepared.outcomes[row] ?? 0);
  const found = await crossValidate({ strata: outcomes, groups: known.map((row) => prepared.groups[row] ?? row), folds: FOLDS, repeats: 1, seed, ...(onProgress ? { onProgress } : {}) }, async ({ train, test }) => {
    const rows = (some: readonly number[]): number[] => some.map((at) => known[at] ?? 0);
    const coding = fitCoding(prepared.table, rows(train), { features });
    const fit = fitHazard(encodeTable(prepared.table, rows(train), coding), train.flatMap((at) => stays[at] ?? []), { penalty: PENALTY, cuts });
    const scores = project(encodeTable(prepared.table, rows(test), coding), fit.weights);
    await new Promise((resolve) => setImmediate(resolve));
    return test.map((at, line) => riskWithin(fit, { score: scores[line] ?? 0, tenure: Math.max(0, years(known[at] ?? 0) - TABLE_MONTHS / 12), years: TABLE_MONTHS / 12 }));
  });
  const { metrics, heldOut } = binaryFigures(found, outcomes, { folds: FOLDS, method: "none" });
  const none = { mean: 0, low: 0, high: 0 };
  return { auc: metrics["auc"] ?? none, brier: metrics["brier"] ?? none, predicted: meanOf(heldOut), observed: meanOf(outcomes) };
}
