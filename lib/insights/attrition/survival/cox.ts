/**
 * @file Cox regression: how columns multiply the hazard of leaving, whatever its course over tenure. Efron's ties, ridge
 * penalty, Newton's method; Breslow's baseline gives the share still here at a time.
 * @source Cox 1972; Efron 1977; Breslow 1974
 */
import { solvePositive, project, type Matrix } from "../../models/matrix";

export interface CoxData {
  readonly x: Matrix;
  /** Tenure at leaving, or so far; > 0. */
  readonly times: ArrayLike<number>;
  /** 1 = left at that time, 0 = still here then. */
  readonly events: ArrayLike<number>;
}

export interface CoxFit {
  readonly weights: Float64Array;
  /** Standard error of every weight, from the inverse of the penalised information. */
  readonly errors: Float64Array;
  /** Cumulative hazard of the average person after each time of leaving, ascending. */
  readonly baseline: readonly { readonly time: number; readonly hazard: number }[];
}

const MAX_ROUNDS = 25;

/** @param penalty / 2 · |w|² is added to the negative partial log-likelihood; > 0 */
export function fitCox(data: CoxData, penalty: number): CoxFit {
  const order = Array.from({ length: data.x.rows }, (_, row) => row).sort((a, b) => (data.times[b] ?? 0) - (data.times[a] ?? 0));
  let weights = new Float64Array(data.x.columns);
  let current = derivatives(data, order, { weights, penalty });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = solvePositive(current.information.slice(), current.gradient);
    let [size, next] = [1, current];
    let moved = weights;
    for (; size > 1e-3; size /= 2) {
      moved = weights.map((weight, at) => weight + size * (step[at] as number));
      next = derivatives(data, order, { weights: moved, penalty });
      if (next.likelihood >= current.likelihood) break;
    }
    if (!(next.likelihood >= current.likelihood)) break;
    const gain = next.likelihood - current.likelihood;
    [weights, current] = [moved, next];
    if (gain < 1e-6 * (1 + Math.abs(current.likelihood))) break;
  }
  return { weights, errors: errorsOf(current.information, weights.length), baseline: breslow(data, order, weights) };
}

interface Derivatives {
  readonly likelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** Walks from the longest tenure down; the risk set grows on the way. */
function derivatives({ x, times, events }: CoxData, order: readonly number[], { weights, penalty }: { weights: Float64Array; penalty: number }): Derivatives {
  const p = x.columns;
  const scores = project(x, weights);
  const risk = createSums(p);
  const gradient = weights.map((weight) => -penalty * weight);
  const information = new Float64Array(p * p);
  let likelihood = -0.5 * penalty * weights.reduce((sum, weight) => sum + weight * weight, 0);
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] ?? 0];
    const tied = createSums(p);
    let [to, deaths] = [from, 0];
    for (; to < order.length && times[order[to] ?? 0] === time; to++) {
      const row = order[to] ?? 0;
      addRow(risk, x, { row, share: Math.exp(scores[row] as number) });
      if (events[row] !== 1) continue;
      addRow(tied, x, { row, share: Math.exp(scores[row] as number) });
      deaths++;
      likelihood += scores[row] as number;
      for (let at = 0; at < p; at++) (gradient[at] as number) += x.data[row * p + at] as number;
    }
    for (let death = 0; death < deaths; death++) likelihood -= addEfron({ risk, tied, share: death / deaths }, gradient, information);
    from = to;
  }
  for (let at = 0; at < p; at++) (information[at * p + at] as number) += penalty;
  return { likelihood, gradient, information };
}

interface Sums {
  total: number;
  readonly first: Float64Array;
  /** Lower half. */
  readonly second: Float64Array;
}

const createSums = (p: number): Sums => ({ total: 0, first: new Float64Array(p), second: new Float64Array(p * p) });

function addRow(sums: Sums, x: Matrix, { row, share }: { row: number; share: number }): void {
  const [p, start] = [x.columns, row * x.columns];
  sums.total += share;
  for (let i = 0; i < p; i++) {
    const part = share * (x.data[start + i] as number);
    (sums.first[i] as number) += part;
    for (let j = 0; j <= i; j++) (sums.second[i * p + j] as number) += part * (x.data[start + j] as number);
  }
}

/** Takes one tied death's mean off the gradient, adds its covariance to the information. @returns the log of its risk set */
function addEfron({ risk, tied, share }: { risk: Sums; tied: Sums; share: number }, gradient: Float64Array, information: Float64Array): number {
  const p = gradient.length;
  const total = risk.total - share * tied.total;
  for (let i = 0; i < p; i++) {
    const mean = ((risk.first[i] as number) - share * (tied.first[i] as number)) / total;
    (gradient[i] as number) -= mean;
    for (let j = 0; j <= i; j++) {
      const other = ((risk.first[j] as number) - share * (tied.first[j] as number)) / total;
      const second = ((risk.second[i * p + j] as number) - share * (tied.second[i * p + j] as number)) / total;
      (information[i * p + j] as number) += second - mean * other;
    }
  }
  return Math.log(total);
}

function breslow({ x, times, events }: CoxData, order: readonly number[], weights: Float64Array): { time: number; hazard: number }[] {
  const scores = project(x, weights);
  const steps: { time: number; hazard: number }[] = [];
  let total = 0;
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] ?? 0] ?? 0;
    let [to, deaths] = [from, 0];
    for (; to < order.length && times[order[to] ?? 0] === time; to++) {
      total += Math.exp(scores[order[to] ?? 0] as number);
      deaths += events[order[to] ?? 0] === 1 ? 1 : 0;
    }
    if (deaths > 0) steps.push({ time, hazard: deaths / total });
    from = to;
  }
  let sum = 0;
  return steps.reverse().map(({ time, hazard }) => ({ time, hazard: (sum += hazard) }));
}

function errorsOf(information: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p }, (_, at) => {
    const unit = new Float64Array(p);
    unit[at] = 1;
    return Math.sqrt(solvePositive(information.slice(), unit)[at] as number);
  });
}

/** Share of people with this score who are still here at `time`. @param score x · weights */
export function survivalAt({ baseline }: CoxFit, score: number, time: number): number {
  let hazard = 0;
  for (const step of baseline) if (step.time <= time) hazard = step.hazard;
  return Math.exp(-hazard * Math.exp(score));
}
