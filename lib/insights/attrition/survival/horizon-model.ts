/**
 * @file Risk of leaving within any number of months from now, from tenure and leaving: proportional hazards with a rate that is constant
 * between cuts of tenure (piecewise exponential), ridge-penalised. A table shows people over one period only (who left in it, who
 * stayed through it), so a person counts for that period, not for all the years before: nobody who left earlier is in the table.
 * @source Friedman 1982, Annals of Statistics 10(1) (piecewise exponential); Lawless 2003, section 2.4 (delayed entry)
 */
import { project, solvePositive, type Matrix } from "../../models/matrix";

/** One person's time under observation, in years of tenure. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  readonly left: boolean;
}

export interface HazardFit {
  /** Log hazard ratio of every input. */
  readonly weights: Float64Array;
  /** Tenures in years where the rate changes; the last rate holds from the last cut on. */
  readonly cuts: readonly number[];
  /** Leavers a year of the average person, one more than cuts. */
  readonly rates: readonly number[];
}

/** Leavers between two cuts: with fewer a rate would be chance. */
const LEAVERS_PER_RATE = 15;
const MOST_RATES = 8;
const MAX_ROUNDS = 30;

/**
 * @param tenure years, at leaving or now
 * @param period years that the table covers; who left was there for half of it on average
 */
export function stayOf(tenure: number, left: boolean, period: number): Stay {
  return { from: Math.max(0, tenure - (left ? period / 2 : period)), to: Math.max(tenure, 1e-3), left };
}

/** Cuts with equally many leavers between them. */
export function cutsOf(stays: readonly Stay[]): number[] {
  const left = stays.filter((stay) => stay.left).map(({ to }) => to).sort((a, b) => a - b);
  const parts = Math.max(1, Math.min(MOST_RATES, Math.floor(left.length / LEAVERS_PER_RATE)));
  const cuts = Array.from({ length: parts - 1 }, (_, at) => left[Math.floor(((at + 1) * left.length) / parts)] ?? 0);
  // A cut lies after the tenures that it ends, which stand at whole years where tenure does.
  return [...new Set(cuts)].filter((cut) => cut > (left[0] ?? 0));
}

/** Years within each interval between cuts. */
export function exposures({ from, to }: Pick<Stay, "from" | "to">, cuts: readonly number[]): number[] {
  return Array.from({ length: cuts.length + 1 }, (_, at) => Math.max(0, Math.min(to, cuts[at] ?? Infinity) - Math.max(from, cuts[at - 1] ?? 0)));
}

/** Interval in which somebody left. */
const placeOf = ({ to }: Stay, cuts: readonly number[]): number => cuts.filter((cut) => to > cut).length;

/** @param penalty / 2 · |w|² is added to the negative log-likelihood; > 0 */
export function fitHazard(x: Matrix, stays: readonly Stay[], { penalty, cuts }: { penalty: number; cuts: readonly number[] }): HazardFit {
  const years = stays.map((stay) => exposures(stay, cuts));
  const leavers = new Array<number>(cuts.length + 1).fill(0);
  for (const stay of stays) if (stay.left) leavers[placeOf(stay, cuts)] = (leavers[placeOf(stay, cuts)] ?? 0) + 1;
  let weights = new Float64Array(x.columns);
  let rates = ratesOf(years, leavers, project(x, weights));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = stepOf(x, { stays, years, rates, weights, penalty });
    // A step of more than a factor e in anyone's hazard is shortened: far from the solution Newton leaps.
    const size = 1 / Math.max(1, ...step.map(Math.abs));
    weights = weights.map((weight, at) => weight + size * (step[at] as number));
    rates = ratesOf(years, leavers, project(x, weights));
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return { weights, cuts, rates };
}

/** Leavers over the years that people were there, weighted by their hazard; half a leaver more, so that none is no zero. */
function ratesOf(years: readonly (readonly number[])[], leavers: readonly number[], scores: Float64Array): number[] {
  return leavers.map((count, at) => {
    let sum = 1e-9;
    years.forEach((own, row) => (sum += (own[at] ?? 0) * Math.exp(scores[row] as number)));
    return Math.max(count, 0.5) / sum;
  });
}

function stepOf(x: Matrix, { stays, years, rates, weights, penalty }: { stays: readonly Stay[]; years: readonly (readonly number[])[]; rates: readonly number[]; weights: Float64Array; penalty: number }): Float64Array {
  const p = x.columns;
  const gradient = weights.map((weight) => -penalty * weight);
  const information = new Float64Array(p * p);
  const scores = project(x, weights);
  stays.forEach((stay, row) => {
    const expected = Math.exp(scores[row] as number) * (years[row] ?? []).reduce((sum, part, at) => sum + part * (rates[at] ?? 0), 0);
    const miss = Number(stay.left) - expected;
    const start = row * p;
    for (let i = 0; i < p; i++) {
      const value = x.data[start + i] as number;
      if (value === 0) continue;
      (gradient[i] as number) += value * miss;
      for (let j = 0; j <= i; j++) (information[i * p + j] as number) += expected * value * (x.data[start + j] as number);
    }
  });
  for (let i = 0; i < p; i++) (information[i * p + i] as number) += penalty;
  return solvePositive(information, gradient);
}

/** Of leaving within so many years from this tenure. @param score x · weights @returns 0–1 */
export function riskWithin({ cuts, rates }: HazardFit, { score, tenure, years }: { score: number; tenure: number; years: number }): number {
  const hazard = exposures({ from: tenure, to: tenure + years }, cuts).reduce((sum, part, at) => sum + part * (rates[at] ?? 0), 0);
  return 1 - Math.exp(-hazard * Math.exp(score));
}
