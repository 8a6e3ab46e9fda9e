/**
 * @file Logistic regression with a ridge penalty: Newton's method (iteratively reweighted least squares) on standardised
 * inputs. The intercept is not penalised.
 */
import { sigmoid } from "../measure/calibration";
import { meanOf } from "../measure/interval";
import { project, solvePositive, type Matrix } from "./matrix";

export interface LogisticFit {
  readonly intercept: number;
  readonly weights: Float64Array;
}

export interface LogisticOptions {
  /** Added to the loss as penalty / 2 · |w|², in units of rows; ≥ 0. */
  readonly penalty: number;
  /** Weight per row, mean 1; default all the same. */
  readonly rowWeights?: ArrayLike<number>;
  /** Start of the iteration: the fit of a neighbouring penalty. */
  readonly from?: LogisticFit;
  /** Multiplies the penalty of each input; default 1. */
  readonly penaltyFactors?: ArrayLike<number>;
}

const MAX_ROUNDS = 40;

/**
 * Minimises Σ logLoss + penalty/2 · Σ factor·w².
 *
 * @param outcomes 0 or 1
 * @throws AppError "train/diverged" when no step makes the loss smaller
 * @source McCullagh, Nelder 1989 (IRLS); le Cessie, van Houwelingen 1992 (ridge)
 */
export function fitLogistic(x: Matrix, outcomes: ArrayLike<number>, options: LogisticOptions): LogisticFit {
  const { penalty, rowWeights, penaltyFactors } = options;
  const penalties = Float64Array.from({ length: x.columns }, (_, at) => Math.max(1e-6, penalty * (penaltyFactors?.[at] ?? 1)));
  const rate = Math.min(0.999, Math.max(0.001, meanOf(outcomes)));
  let fit: LogisticFit = options.from ?? { intercept: Math.log(rate / (1 - rate)), weights: new Float64Array(x.columns) };
  let loss = penalisedLoss(x, outcomes, { fit, penalties, rowWeights });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = newtonStep(x, outcomes, { fit, penalties, rowWeights });
    let [size, next, nextLoss] = [1, fit, loss];
    for (; size > 1e-4; size /= 2) {
      next = { intercept: fit.intercept + size * step.intercept, weights: fit.weights.map((weight, at) => weight + size * (step.weights[at] as number)) };
      nextLoss = penalisedLoss(x, outcomes, { fit: next, penalties, rowWeights });
      if (nextLoss <= loss) break;
    }
    if (!(nextLoss <= loss)) break;
    const gain = loss - nextLoss;
    [fit, loss] = [next, nextLoss];
    if (gain < 1e-7 * (Math.abs(loss) + 1)) break;
  }
  return fit;
}

interface State {
  readonly fit: LogisticFit;
  readonly penalties: Float64Array;
  readonly rowWeights: ArrayLike<number> | undefined;
}

function penalisedLoss(x: Matrix, outcomes: ArrayLike<number>, { fit, penalties, rowWeights }: State): number {
  const scores = project(x, fit.weights, fit.intercept);
  let loss = 0;
  for (let row = 0; row < x.rows; row++) {
    const s = outcomes[row] === 1 ? -(scores[row] as number) : (scores[row] as number);
    loss += (rowWeights?.[row] ?? 1) * (s > 0 ? s + Math.log1p(Math.exp(-s)) : Math.log1p(Math.exp(s)));
  }
  for (let at = 0; at < x.columns; at++) loss += 0.5 * (penalties[at] as number) * (fit.weights[at] as number) ** 2;
  return loss;
}

/** Solves (Xᵀ W X + P) d = Xᵀ(y − p) − P w, the intercept as the last unknown. */
function newtonStep(x: Matrix, outcomes: ArrayLike<number>, { fit, penalties, rowWeights }: State): LogisticFit {
  const [p, n] = [x.columns, x.columns + 1];
  const hessian = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  const scores = project(x, fit.weights, fit.intercept);
  const scaled = new Float64Array(p);
  for (let row = 0; row < x.rows; row++) {
    const weight = rowWeights?.[row] ?? 1;
    const probability = sigmoid(scores[row] as number);
    const curve = weight * Math.max(1e-8, probability * (1 - probability));
    const miss = weight * ((outcomes[row] ?? 0) - probability);
    const start = row * p;
    for (let i = 0; i < p; i++) {
      const value = x.data[start + i] as number;
      (gradient[i] as number) += miss * value;
      scaled[i] = curve * value;
      const line = i * n;
      const factor = scaled[i] as number;
      for (let j = 0; j <= i; j++) (hessian[line + j] as number) += factor * (x.data[start + j] as number);
    }
    for (let j = 0; j < p; j++) (hessian[p * n + j] as number) += scaled[j] as number;
    (hessian[p * n + p] as number) += curve;
    (gradient[p] as number) += miss;
  }
  for (let i = 0; i < p; i++) {
    (hessian[i * n + i] as number) += penalties[i] as number;
    (gradient[i] as number) -= (penalties[i] as number) * (fit.weights[i] as number);
  }
  const step = solvePositive(hessian, gradient);
  return { intercept: step[p] as number, weights: step.slice(0, p) };
}
