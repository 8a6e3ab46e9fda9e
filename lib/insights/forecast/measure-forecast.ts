/**
 * @file measureForecast: does a GRU foretell the next months better than the last value, last year's month or a line? Trained
 * on the earlier months, tested on the last ones; errors by horizon, an interval that is checked, drift of the inputs.
 */
import { AppError } from "../../core/errors";
import type { Executor } from "../../engine/executor";
import { bootstrapInterval, LOSS, meanInterval, meanOf, shareInterval } from "../measure/interval";
import type { Interval } from "../measure/types";
import { driftOf } from "./drift";
import { fitGruForecast } from "./gru-forecast";
import { fitLinearForecast, type Forecaster } from "./linear-forecast";
import { explainForecasts } from "./explain-forecast";
import type { Forecast, ForecastReasons, ForecastReport, Series } from "./types";
import { AHEAD, lengthOf, makeWindows, monthName, PAST, scaleOf, type Scale, type WindowPlan, type WindowSet } from "./windows";

export interface ForecastOptions {
  readonly executor: Executor;
  /** The series to foretell; the others are looked at as well. */
  readonly measure: string;
  readonly seed?: number;
  readonly epochs?: number;
  readonly starts?: number;
  readonly onProgress?: (part: string) => void;
}

/** Months at the end that nothing learns from: the origins of the test lie in them. */
const TEST_MONTHS = 9;
/** Months before those for the width of the interval. */
const MIN_PEOPLE = 15;
const MIN_MONTHS = PAST + AHEAD + TEST_MONTHS + 3;
const METHODS = ["naive", "seasonal", "linear", "gru"] as const;
type Method = (typeof METHODS)[number];

/** @throws AppError "insights/too-few-data" with the number it would take */
export async function measureForecast(all: readonly Series[], options: ForecastOptions): Promise<ForecastReport> {
  const months = Math.min(...all.map(lengthOf));
  checkEnough(all, months, options.measure);
  const { measure, seed = 1 } = options;
  const split = months - TEST_MONTHS;
  const plan = planOf(all, measure, { until: split, from: PAST, to: split - AHEAD });
  const train = makeWindows(all, plan);
  const test = makeWindows(all, { ...plan, from: split, to: months - AHEAD });
  options.onProgress?.("linear");
  const line = fitLinearForecast(train);
  options.onProgress?.("GRU");
  const gru = await fitGruForecast(train, { executor: options.executor, seed, ...(options.epochs ? { epochs: options.epochs } : {}), ...(options.starts ? { starts: options.starts } : {}) });
  const forecasters: Record<Method, Forecaster> = { naive, seasonal, linear: line, gru };
  const told: Partial<Record<Method, readonly Float32Array[]>> = {};
  for (const method of METHODS) told[method] = await forecasters[method](test);
  const spread = await spreadOf(gru, train);
  await gru.close();
  const deviation = plan.scales.get(measure)?.deviation ?? 1;
  const errors = (method: Method): number[][] => missesOf(test, told[method] ?? [], deviation);
  const byMethod = Object.fromEntries(METHODS.map((method) => [method, errors(method)])) as Record<Method, number[][]>;
  const ratio = pairedRatio(test, byMethod.gru, byMethod.linear);
  const best = METHODS.reduce((a, b) => (meanOf(byMethod[b].flat().filter(isTold)) < meanOf(byMethod[a].flat().filter(isTold)) ? b : a));
  const better = ratio.high < 1 && best === "gru" ? "gru" : ratio.low > 1 ? (best === "gru" ? "linear" : best) : best === "naive" || best === "seasonal" ? best : "tie";
  return {
    kind: "measured",
    measure,
    people: all.length,
    months,
    horizons: Array.from({ length: AHEAD }, (_, ahead) => ({ horizon: ahead + 1, mae: Object.fromEntries(METHODS.map((method) => [method, byPerson(test, byMethod[method], ahead)])) as Record<Method, Interval> })),
    ratio,
    usual: [pairedRatio(test, byMethod.gru, byMethod.naive), pairedRatio(test, byMethod.gru, byMethod.seasonal)].reduce((a, b) => (b.mean > a.mean ? b : a)),
    better,
    coverage: coverageOf(test, told.gru ?? [], spread),
    drift: plan.measures.map((name) => driftOf(all, name, months)),
    words: wordsOf(better, ratio, measure),
  };
}

function checkEnough(all: readonly Series[], months: number, measure: string): void {
  if (!all.some(({ values }) => measure in values)) throw new AppError("insights/bad-target", `No series is called "${measure}"; there are ${[...new Set(all.flatMap(({ values }) => Object.keys(values)))].join(", ")}.`);
  if (all.length >= MIN_PEOPLE && months >= MIN_MONTHS) return;
  const message = `Too few data: ${all.length} people with ${Number.isFinite(months) ? months : 0} months. It takes at least ${MIN_PEOPLE} people with ${MIN_MONTHS} months each.`;
  throw new AppError("insights/too-few-data", message, { userMessage: message });
}

function planOf(all: readonly Series[], target: string, { until, from, to }: { until: number; from: number; to: number }): WindowPlan {
  const measures = [...new Set(all.flatMap(({ values }) => Object.keys(values)))].sort((a, b) => Number(b === target) - Number(a === target) || a.localeCompare(b));
  return { measures, target, from, to, scales: new Map(measures.map((name) => [name, scaleOf(all, name, until)])) };
}

const naive: Forecaster = async ({ past, last }) => past.map((_, row) => new Float32Array(AHEAD).fill(last[row] ?? 0));
const seasonal: Forecaster = async ({ yearBefore }) => yearBefore;
const isTold = (miss: number): boolean => !Number.isNaN(miss);

/** Absolute misses in the measure's own unit, NaN where nothing was measured. [windows][AHEAD] */
const missesOf = ({ future }: WindowSet, told: readonly Float32Array[], deviation: number): number[][] => future.map((truth, row) => Array.from(truth, (value, ahead) => Math.abs(value - (told[row]?.[ahead] ?? 0)) * deviation));

/** Mean miss per person at a horizon: windows of one person are no independent evidence. */
function byPerson({ person }: WindowSet, misses: readonly number[][], ahead: number): Interval {
  return meanInterval(perPerson(person, misses.map((row) => [row[ahead] ?? Number.NaN])).filter(isTold), LOSS);
}

function perPerson(person: Int32Array, misses: readonly number[][]): number[] {
  const sums = new Map<number, { sum: number; n: number }>();
  misses.forEach((row, at) => {
    const of = sums.get(person[at] ?? 0) ?? { sum: 0, n: 0 };
    for (const miss of row) if (isTold(miss)) [of.sum, of.n] = [of.sum + miss, of.n + 1];
    sums.set(person[at] ?? 0, of);
  });
  return [...sums.values()].map(({ sum, n }) => (n > 0 ? sum / n : Number.NaN));
}

/** GRU's mean miss over the line's, people drawn again. */
function pairedRatio({ person }: WindowSet, ours: readonly number[][], theirs: readonly number[][]): Interval {
  const [a, b] = [perPerson(person, ours), perPerson(person, theirs)];
  return bootstrapInterval(a.length, (drawn) => meanOf(drawn.map((at) => a[at] ?? 0).filter(isTold)) / Math.max(1e-12, meanOf(drawn.map((at) => b[at] ?? 0).filter(isTold))));
}

const QUANTILE = 0.8;
/** What held-out misses exceed training misses by, in practice; measured on the generated series. */
const TRAINING_OPTIMISM = 1.1;

/** Width of the 80 % interval per horizon, scaled: the training windows' own misses, a little widened. */
async function spreadOf(gru: Forecaster, train: WindowSet): Promise<number[]> {
  const told = await gru(train);
  return Array.from({ length: AHEAD }, (_, ahead) => {
    const misses = train.future.map((truth, row) => Math.abs((truth[ahead] ?? Number.NaN) - (told[row]?.[ahead] ?? 0))).filter(isTold).sort((a, b) => a - b);
    return TRAINING_OPTIMISM * (misses[Math.min(misses.length - 1, Math.floor(QUANTILE * misses.length))] ?? 1);
  });
}

function coverageOf({ future }: WindowSet, told: readonly Float32Array[], spread: readonly number[]): Interval {
  let [inside, n] = [0, 0];
  future.forEach((truth, row) =>
    truth.forEach((value, ahead) => {
      if (Number.isNaN(value)) return;
      n++;
      inside += Number(Math.abs(value - (told[row]?.[ahead] ?? 0)) <= (spread[ahead] ?? 0));
    }),
  );
  return shareInterval(inside, n);
}

function wordsOf(better: ForecastReport["better"], { mean, low, high }: Interval, measure: string): ForecastReport["words"] {
  const [r, range] = [mean.toFixed(2), `${low.toFixed(2)}–${high.toFixed(2)}`];
  switch (better) {
    case "gru":
      return { en: `The GRU misses "${measure}" by less than a straight line does: ${r} of its error (${range}).`, zh: `GRU 对“${measure}”的预测误差小于线性模型：为其 ${r} 倍（${range}）。` };
    case "tie":
      return { en: `The GRU (${r} of the line's error, ${range}) and a straight line are equally good for "${measure}"; the line is simpler.`, zh: `对“${measure}”，GRU（误差为线性模型的 ${r} 倍，${range}）与线性模型不相上下；线性模型更简单。` };
    case "linear":
      return { en: `A straight line foretells "${measure}" better than the GRU (${r} of the line's error, ${range}); use the line.`, zh: `线性模型对“${measure}”的预测优于 GRU（GRU 误差为其 ${r} 倍，${range}），请使用线性模型。` };
    case "naive":
    case "seasonal":
      return { en: `Nothing beats ${better === "naive" ? "the last value" : "the same month of last year"} for "${measure}": there is little to learn from these months.`, zh: `对“${measure}”，没有模型优于${better === "naive" ? "“沿用上月数值”" : "“沿用去年同月数值”"}：这些月份里可学的东西很少。` };
  }
}

/** The next months of everybody, by the GRU trained on all months, with the 80 % interval. */
export async function forecastAll(all: readonly Series[], options: ForecastOptions): Promise<Forecast[]> {
  const months = Math.min(...all.map(lengthOf));
  checkEnough(all, months, options.measure);
  const plan = planOf(all, options.measure, { until: months, from: PAST, to: months - AHEAD });
  const train = makeWindows(all, plan);
  const gru = await fitGruForecast(train, { executor: options.executor, seed: options.seed ?? 1, ...(options.epochs ? { epochs: options.epochs } : {}), ...(options.starts ? { starts: options.starts } : {}) });
  const now = makeWindows(all, { ...plan, from: months, to: months });
  const [told, spread] = [await gru(now), await spreadOf(gru, train)];
  const reasons = await explainForecasts(gru, now, { measures: plan.measures, target: options.measure });
  await gru.close();
  const { mean, deviation } = plan.scales.get(options.measure) ?? { mean: 0, deviation: 1 };
  return told.flatMap((row, at) => {
    const series = all[now.person[at] ?? 0];
    if (!series) return [];
    const toMonth = (value: number, ahead: number): Forecast["months"][number] => ({ month: monthName(series, months + ahead), value: mean + deviation * value, low: mean + deviation * (value - (spread[ahead] ?? 0)), high: mean + deviation * (value + (spread[ahead] ?? 0)) });
    const why = reasons[at];
    return why ? [{ id: series.id, reasons: unscaled(why, { mean, deviation }), months: Array.from(row, toMonth) }] : [];
  });
}

function unscaled({ base, value, parts, gap }: ForecastReasons, { mean, deviation }: Scale): ForecastReasons {
  return { base: mean + deviation * base, value: mean + deviation * value, parts: parts.map((part) => ({ ...part, amount: deviation * part.amount })), gap: deviation * gap };
}
