/**
 * @file What is foreseen of every person, each by a model that did not learn from that person's own result (cross-fitted), with a
 * range that holds four times of five and exact reasons. In table order: nobody is ranked.
 */
import type { TooFewData } from "../attrition/types";
import { largestAt } from "../measure/class-figures";
import { stratifiedFolds } from "../measure/folds";
import { ANY, meanInterval, shareInterval } from "../measure/interval";
import { assignRoles } from "../table/assign-roles";
import { showCell } from "../table/target";
import type { DataTable } from "../table/types";
import { explainPerformance, fitPerformance, predictPerformance } from "./performance-model";
import { preparePerformance, type PreparedPerformance, type PreparePerformanceOptions } from "./prepare";
import type { ForeseenGroup, ForeseenResult, PerformanceModel } from "./types";

const FOLDS = 5;
/** Of true results within the range. */
export const RANGE_SHARE = 0.8;
/** A class with a smaller share is not called foreseen. */
const CLEAR = 0.5;
/** Smaller groups' means would tell of persons. */
export const SMALLEST_RESULT_GROUP = 10;

export interface ForeseenPeople {
  readonly people: readonly ForeseenResult[];
  /** Share of known results that lay within the range, by models that had not seen them. */
  readonly coverage: number;
  /** By the grouping column, in the order of the alphabet; small groups left out. */
  readonly groups: readonly ForeseenGroup[];
  readonly suppressed: number;
}

interface Told {
  /** Row of the given table. */
  readonly row: number;
  readonly answer: readonly number[];
  /** Number or class that came; null where it has not come yet. */
  readonly truth: number | null;
  readonly explain: (outputs: { of: number; against?: number }) => ForeseenResult["explanation"];
}

/** @param options.group column that the groups are of @throws AppError "insights/bad-target", "insights/bad-table" */
export async function foreseePeople(raw: DataTable, options: PreparePerformanceOptions & { readonly seed?: number; readonly group?: string | null } = {}): Promise<ForeseenPeople | TooFewData> {
  const prepared = preparePerformance(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  const told = [...(await heldOut(prepared, options.seed ?? 1)), ...withoutResult(raw, prepared, options)].sort((a, b) => a.row - b.row);
  const known = told.filter(({ truth }) => truth !== null);
  const people = prepared.task === "regression" ? foreseeNumbers(known, told, prepared) : foreseeClasses(known, told, prepared);
  const inRange = (at: number): boolean => {
    const { range } = people[at] as ForeseenResult;
    const truth = told[at]?.truth ?? 0;
    return prepared.task === "regression" ? truth >= Number(range[0]) && truth <= Number(range[1]) : range.includes(prepared.classes[truth] ?? "");
  };
  const hits = told.reduce((sum, { truth }, at) => sum + Number(truth !== null && inRange(at)), 0);
  return { people, coverage: hits / Math.max(1, known.length), ...groupsOf(raw, known, { prepared, group: options.group ?? null }) };
}

/** Every row with a result, by a model of the other folds. */
async function heldOut(prepared: PreparedPerformance, seed: number): Promise<Told[]> {
  const told: Told[] = [];
  for (const [fold, { train, test }] of stratifiedFolds(prepared.strata, { folds: FOLDS, seed: seed + 31, groups: prepared.groups }).entries()) {
    const model = fitPerformance(prepared, train, seed + fold);
    const answers = predictPerformance(model, prepared.table, test);
    test.forEach((row, at) => told.push({ row: prepared.rows[row] ?? row, answer: answers[at] ?? [], truth: prepared.targets[row] ?? 0, explain: (outputs) => explainPerformance(model, prepared.table, { row, ...outputs }) }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return told;
}

/** Rows whose result has not come yet, by a model of all that have. */
function withoutResult(raw: DataTable, prepared: PreparedPerformance, options: PreparePerformanceOptions & { readonly seed?: number }): Told[] {
  const target = raw.columns.find(({ name }) => name === prepared.target);
  const open = Array.from({ length: raw.rows }, (_, row) => row).filter((row) => target?.cells[row] === null);
  if (open.length === 0) return [];
  const table = assignRoles(raw, { ...options, target: prepared.target }).table;
  const model: PerformanceModel = fitPerformance(prepared, prepared.rows.map((_, row) => row), options.seed ?? 1);
  const answers = predictPerformance(model, table, open);
  return open.map((row, at) => ({ row, answer: answers[at] ?? [], truth: null, explain: (outputs) => explainPerformance(model, table, { row, ...outputs }) }));
}

/** The value below which so large a share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** @source Vovk, Gammerman, Shafer 2005 (conformal sets): classes whose share is one that true results have, four times of five */
function foreseeClasses(known: readonly Told[], told: readonly Told[], { classes }: PreparedPerformance): ForeseenResult[] {
  const least = -quantile(known.map(({ answer, truth }) => -(answer[truth ?? 0] ?? 0)), RANGE_SHARE);
  return told.map(({ row, answer, explain }): ForeseenResult => {
    const first = largestAt(answer);
    const second = largestAt(answer.map((share, of) => (of === first ? -1 : share)));
    const [low, high] = first < second ? [first, second] : [second, first];
    const name = (of: number): string => classes[of] ?? "";
    const chance = answer[first] ?? 0;
    return { row, foreseen: name(first), chance, range: classes.filter((_, of) => of === first || (answer[of] ?? 0) >= least), band: chance >= CLEAR ? name(first) : "unclear", pair: [name(low), name(high)], explanation: explain({ of: high, against: low }) };
  });
}

/** The range is as wide as four misses of five. */
function foreseeNumbers(known: readonly Told[], told: readonly Told[], { targets }: PreparedPerformance): ForeseenResult[] {
  const half = quantile(known.map(({ answer, truth }) => Math.abs((answer[0] ?? 0) - (truth ?? 0))), RANGE_SHARE);
  const [lower, upper] = [quantile(Array.from(targets), 0.25), quantile(Array.from(targets), 0.75)];
  const digits = half >= 10 ? 0 : half >= 1 ? 1 : 3;
  return told.map(({ row, answer, explain }): ForeseenResult => {
    const value = answer[0] ?? 0;
    const shown = (one: number): string => String(Number(one.toFixed(digits)));
    return { row, foreseen: shown(value), chance: null, range: [shown(value - half), shown(value + half)], band: value < lower ? "lower" : value > upper ? "higher" : "usual", pair: null, explanation: explain({ of: 0 }) };
  });
}

function groupsOf(raw: DataTable, known: readonly Told[], { prepared, group }: { prepared: PreparedPerformance; group: string | null }): { groups: ForeseenGroup[]; suppressed: number } {
  const column = raw.columns.find(({ name }) => name === group);
  const members = new Map<string, Told[]>([["", [...known]]]);
  for (const one of column ? known : []) {
    const value = column ? showCell(column, one.row) : null;
    if (value !== null) members.set(value, [...(members.get(value) ?? []), one]);
  }
  const top = prepared.classes.length - 1;
  const isClasses = prepared.task === "classification";
  const shown = [...members].filter(([, own]) => own.length >= SMALLEST_RESULT_GROUP).sort(([a], [b]) => a.localeCompare(b));
  const groups = shown.map(([name, own]): ForeseenGroup => ({
    group: name,
    n: own.length,
    foreseen: meanInterval(own.map(({ answer }) => answer[isClasses ? top : 0] ?? 0), isClasses ? { least: 0, most: 1 } : ANY),
    observed: isClasses ? shareInterval(own.filter(({ truth }) => truth === top).length, own.length) : meanInterval(own.map(({ truth }) => truth ?? 0), ANY),
  }));
  return { groups, suppressed: members.size - shown.length };
}
