/**
 * @file Tenure and leaving together: Cox regression cross-validated, Kaplan–Meier, hazard ratios, horizons. Tenure is the
 * outcome here, so neither it nor columns that it bounds (years in the role ≤ years here) are learned from.
 */
import { correlation } from "../../../core/correlation";
import { crossValidate, type CrossValidationPlan } from "../../measure/cross-validate";
import { foldInterval, METRIC_RANGES } from "../../measure/interval";
import { concordance } from "../../measure/ranking";
import { stratifiedFolds } from "../../measure/folds";
import { encodeTable, fitCoding } from "../../models/coding";
import { project, takeRows } from "../../models/matrix";
import type { Notice } from "../../table/types";
import type { PreparedTable } from "../prepare";
import type { SurvivalReport } from "../types";
import { fitCox, survivalAt, type CoxData } from "./cox";
import { kaplanMeier, shareAt, type SurvivalStep } from "./kaplan-meier";

const PENALTIES = [30, 10, 3] as const;
/** Tenure 0 means "within the first unit". */
const FIRST_TIME = 0.5;
const CURVE_POINTS = 60;
/** A column is a bound of tenure when so many rows keep to it, and so many reach it. */
const BOUND_SHARE = 0.99;
const EQUAL_SHARE = 0.02;

export interface SurvivalFigures {
  readonly report: SurvivalReport;
  readonly notices: readonly Notice[];
}

/** @param tenure name of a column of numbers; here it is the outcome, whatever it is to the other models */
export async function measureSurvival(prepared: PreparedTable, tenure: string, plan: CrossValidationPlan): Promise<SurvivalFigures> {
  const time = prepared.table.columns.find((column) => column.name === tenure);
  const known = Array.from({ length: prepared.table.rows }, (_, row) => row).filter((row) => typeof time?.cells[row] === "number" && Number(time.cells[row]) >= 0);
  const times = Float64Array.from({ length: prepared.table.rows }, (_, row) => Math.max(FIRST_TIME, Number(time?.cells[row] ?? 0)));
  const bounded = boundedBy(prepared, times, known);
  const features = prepared.features.filter((name) => name !== tenure && !bounded.includes(name));
  const folds = await heldOutScores(prepared, { features, times, known }, plan);
  const curve = kaplanMeier(known.map((row) => times[row] ?? 0), known.map((row) => prepared.outcomes[row] ?? 0));
  const coding = fitCoding(prepared.table, known, { features });
  const whole = fitCox(dataOf(prepared, { coding, rows: known, times }), folds.at(-1)?.penalty ?? PENALTIES[1]);
  return {
    report: {
      time: time?.name ?? "",
      unit: time?.unit ?? null,
      metrics: { concordance: foldInterval(folds.map((fold) => fold.concordance), plan.folds, METRIC_RANGES.concordance) },
      curve: { name: "share still here", points: thin(curve).map((step) => ({ x: step.time, y: step.share, low: step.low, high: step.high })) },
      hazards: coding.inputs
        .map((feature, at) => ({ feature, ratio: ratioOf(whole.weights[at] ?? 0, whole.errors[at] ?? 0) }))
        .sort((a, b) => Math.abs(Math.log(b.ratio.mean)) - Math.abs(Math.log(a.ratio.mean))),
      horizons: horizonsOf(prepared, { folds, curve, times, known }),
    },
    notices: noticesOf(tenure, { bounded: bounded.filter((name) => name !== tenure), isFeature: prepared.features.includes(tenure), without: prepared.table.rows - known.length }),
  };
}

interface Fold {
  readonly test: readonly number[];
  readonly concordance: number;
  readonly penalty: number;
  /** Share predicted still here, by row of `test` and time. */
  readonly survival: (at: number, time: number) => number;
}

async function heldOutScores(prepared: PreparedTable, { features, times, known }: { features: readonly string[]; times: Float64Array; known: readonly number[] }, plan: CrossValidationPlan): Promise<Fold[]> {
  const folds: Fold[] = [];
  const strata = known.map((row) => prepared.outcomes[row] ?? 0);
  await crossValidate({ ...plan, strata, groups: known.map((row) => prepared.groups[row] ?? row) }, async (split, seed) => {
    const [train, test] = [split.train.map((at) => known[at] ?? 0), split.test.map((at) => known[at] ?? 0)];
    const coding = fitCoding(prepared.table, train, { features });
    const data = dataOf(prepared, { coding, rows: train, times });
    const penalty = choosePenalty(data, seed);
    const fit = fitCox(data, penalty);
    const scores = project(encodeTable(prepared.table, test, coding), fit.weights);
    folds.push({ test, penalty, concordance: concordance(scores, test.map((row) => times[row] ?? 0), test.map((row) => prepared.outcomes[row] ?? 0)), survival: (at, time) => survivalAt(fit, scores[at] ?? 0, time) });
    await new Promise((resolve) => setImmediate(resolve));
    return Array.from(scores);
  });
  return folds;
}

const dataOf = (prepared: PreparedTable, { coding, rows, times }: { coding: ReturnType<typeof fitCoding>; rows: readonly number[]; times: Float64Array }): CoxData => ({
  x: encodeTable(prepared.table, rows, coding),
  times: rows.map((row) => times[row] ?? 0),
  events: rows.map((row) => prepared.outcomes[row] ?? 0),
});

/** The penalty with the best concordance on a third of the training rows. */
function choosePenalty({ x, times, events }: CoxData, seed: number): number {
  const split = stratifiedFolds(events, { folds: 3, seed })[0];
  if (!split) return PENALTIES[1];
  const pick = (rows: readonly number[]): CoxData => ({ x: takeRows(x, rows), times: rows.map((row) => times[row] ?? 0), events: rows.map((row) => events[row] ?? 0) });
  const [inner, held] = [pick(split.train), pick(split.test)];
  const rated = PENALTIES.map((penalty) => ({ penalty, right: concordance(project(held.x, fitCox(inner, penalty).weights), held.times, held.events) }));
  return rated.reduce((best, one) => (one.right > best.right ? one : best)).penalty;
}

/**
 * Numbers that can never exceed tenure (years in the role) or never fall below it (years of work in all), go along with it
 * and often equal it: in them the length of a stay shows already, which nobody knows beforehand.
 */
function boundedBy(prepared: PreparedTable, times: Float64Array, known: readonly number[]): string[] {
  return prepared.features.filter((name) => {
    const column = prepared.table.columns.find((one) => one.name === name);
    if (!column || column.kind !== "number") return false;
    const pairs = known.flatMap((row) => (typeof column.cells[row] === "number" ? [[Number(column.cells[row]), times[row] ?? 0] as const] : []));
    const share = (holds: (value: number, time: number) => boolean): number => pairs.filter(([value, time]) => holds(value, time)).length / Math.max(1, pairs.length);
    const bounds = Math.max(share((value, time) => value <= time + FIRST_TIME), share((value, time) => value >= time - FIRST_TIME)) >= BOUND_SHARE;
    return bounds && share((value, time) => value === time) >= EQUAL_SHARE && correlation(pairs.map(([value]) => value), pairs.map(([, time]) => time)) > 0.3;
  });
}

const ratioOf = (weight: number, error: number): { mean: number; low: number; high: number } => ({ mean: Math.exp(weight), low: Math.exp(weight - 1.96 * error), high: Math.exp(weight + 1.96 * error) });

function thin(steps: readonly SurvivalStep[]): SurvivalStep[] {
  const every = Math.max(1, Math.ceil(steps.length / CURVE_POINTS));
  return [{ time: 0, share: 1, low: 1, high: 1, atRisk: 0 }, ...steps.filter((_, at) => at % every === 0 || at === steps.length - 1)];
}

/** At the quartiles of the times of leaving: predicted and observed share still here, and the Brier score weighted for people seen too short. @source Graf et al. 1999 */
function horizonsOf(prepared: PreparedTable, { folds, curve, times, known }: { folds: readonly Fold[]; curve: readonly SurvivalStep[]; times: Float64Array; known: readonly number[] }): SurvivalReport["horizons"] {
  const left = known.filter((row) => prepared.outcomes[row] === 1).map((row) => times[row] ?? 0).sort((a, b) => a - b);
  const seen = kaplanMeier(known.map((row) => times[row] ?? 0), known.map((row) => 1 - (prepared.outcomes[row] ?? 0)));
  const quartiles = [...new Set([0.25, 0.5, 0.75].map((share) => left[Math.floor(share * left.length)] ?? 0))];
  return quartiles.map((at) => {
    let [predicted, brier, n] = [0, 0, 0];
    for (const fold of folds) {
      fold.test.forEach((row, line) => {
        const [share, time, event] = [fold.survival(line, at), times[row] ?? 0, prepared.outcomes[row] === 1];
        predicted += share;
        n++;
        if (time <= at && event) brier += share ** 2 / Math.max(0.05, shareAt(seen, time - 1e-9).share);
        else if (time > at) brier += (1 - share) ** 2 / Math.max(0.05, shareAt(seen, at).share);
      });
    }
    const observed = shareAt(curve, at);
    return { at, predicted: predicted / Math.max(1, n), observed: { mean: observed.share, low: observed.low, high: observed.high }, brier: brier / Math.max(1, n) };
  });
}

function noticesOf(time: string, { bounded, isFeature, without }: { bounded: readonly string[]; isFeature: boolean; without: number }): Notice[] {
  const notices: Notice[] = [{ code: "time/used-as-duration", level: "info", columns: [time, ...bounded], values: { bounded: bounded.length }, message: `"${time}" is tenure, the outcome of the survival model${isFeature ? "" : ", and no feature"}.${bounded.length > 0 ? ` The survival model also leaves out ${bounded.join(", ")}: they cannot exceed or fall below tenure, so they would give it away.` : ""}` }];
  if (without > 0) notices.push({ code: "table/missing-values", level: "warning", columns: [time], values: { rows: without }, message: `${without} rows without a usable "${time}" are not in the survival model.` });
  return notices;
}
