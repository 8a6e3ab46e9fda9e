/**
 * @file How far confidences can be believed: the temperature that makes them fit, the calibration error, and which share
 * of guesses stays above a confidence.
 */
import { softmax } from "./softmax-regression";

export interface Judged {
  readonly scores: ArrayLike<number>;
  readonly target: number;
}

/**
 * The temperature with the least negative log-likelihood on held-out scores.
 * @source Guo et al. 2017, On calibration of modern neural networks, section 4.2
 */
export function fitTemperature(judged: readonly Judged[]): number {
  const loss = (temperature: number): number => judged.reduce((sum, { scores, target }) => sum - Math.log(Math.max(1e-12, softmax(scores, temperature)[target] as number)), 0);
  // Golden section on the logarithm: the loss has one valley.
  let [low, high] = [Math.log(0.05), Math.log(20)];
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let round = 0; round < 40; round++) {
    const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (loss(Math.exp(a)) < loss(Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

export interface Reliability {
  readonly accuracy: number;
  /** Expected calibration error over ten equal bins of confidence, 0–1. */
  readonly ece: number;
  /** Share of guesses with at least the threshold's confidence, and how many of those are right. */
  readonly coverage: number;
  readonly accuracyCovered: number;
}

/** @param guesses confidence 0–1 and whether the guess was right */
export function reliabilityOf(guesses: readonly { readonly confidence: number; readonly right: boolean }[], threshold: number): Reliability {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of guesses) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as { count: number; confidence: number; right: number };
    bin.count++;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  const ece = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right) / Math.max(1, guesses.length), 0);
  const covered = guesses.filter(({ confidence }) => confidence >= threshold);
  const share = (list: readonly { readonly right: boolean }[]): number => list.filter(({ right }) => right).length / Math.max(1, list.length);
  return { accuracy: share(guesses), ece, coverage: covered.length / Math.max(1, guesses.length), accuracyCovered: share(covered) };
}
