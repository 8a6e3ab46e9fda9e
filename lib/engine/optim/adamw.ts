/**
 * @file AdamW in place on float32 arrays, dense or by rows. Plain TypeScript: beside a training step of seconds its
 * milliseconds do not matter, and the whole state stays in arrays that a checkpoint can copy.
 * @source Kingma, Ba 2014, arXiv:1412.6980; Loshchilov, Hutter 2017, arXiv:1711.05101 (decoupled decay)
 */

export interface AdamWOptions {
  /** Decay of the running mean of gradients, [0, 1), usual 0.9. */
  readonly beta1: number;
  /** Decay of the running mean of squared gradients, [0, 1), usual 0.98–0.999. */
  readonly beta2: number;
  /** Added to the root, > 0, usual 1e-8. */
  readonly epsilon: number;
  /** Share of a weight that lr takes away per update, ≥ 0, usual 0.01; biases and norms are spared by the caller. */
  readonly weightDecay: number;
}

/** Running means of one tensor's gradients and of their squares; zeros before the first update. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export interface Update extends AdamWOptions {
  readonly learningRate: number;
  /** Number of this update, 1, 2, …: corrects the means' start at zero. */
  readonly step: number;
  /** Multiplies every gradient: clipping, averaging over accumulated batches. */
  readonly gradientScale: number;
}

export function createMoments(size: number): Moments {
  return { first: new Float32Array(size), second: new Float32Array(size) };
}

/** Updates a whole tensor and its moments. */
export function updateDense(weights: Float32Array, gradient: Float32Array, moments: Moments, update: Update): void {
  updateRange(weights, { gradient, from: 0 }, moments, { update, at: 0, length: weights.length });
}

/**
 * Updates some rows of a table. Rows that are not named keep their weights and moments: neither decay nor momentum
 * moves them ("lazy" Adam), which is what makes a large vocabulary cheap.
 *
 * @param gradient row k is the gradient of table row `rows[k]`; every row number appears once
 */
export function updateRows(table: Float32Array, sparse: { rows: Int32Array; gradient: Float32Array }, moments: Moments, update: Update & { width: number }): void {
  const { width } = update;
  sparse.rows.forEach((row, k) => {
    updateRange(table, { gradient: sparse.gradient, from: k * width }, moments, { update, at: row * width, length: width });
  });
}

/** m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − lr·decay·w − lr · m̂ / (√v̂ + ε), with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ). */
function updateRange(
  weights: Float32Array,
  { gradient, from }: { gradient: Float32Array; from: number },
  { first, second }: Moments,
  { update, at, length }: { update: Update; at: number; length: number },
): void {
  const { beta1, beta2, epsilon, learningRate, step, gradientScale } = update;
  const keep = 1 - learningRate * update.weightDecay;
  const size = learningRate / (1 - beta1 ** step);
  const correction = 1 / (1 - beta2 ** step);
  for (let i = 0; i < length; i++) {
    const g = (gradient[from + i] as number) * gradientScale;
    const m = beta1 * (first[at + i] as number) + (1 - beta1) * g;
    const v = beta2 * (second[at + i] as number) + (1 - beta2) * g * g;
    first[at + i] = m;
    second[at + i] = v;
    weights[at + i] = (weights[at + i] as number) * keep - (size * m) / (Math.sqrt(v * correction) + epsilon);
  }
}

/** Factor that brings gradients of this global norm down to `clipNorm`; 1 when they are within, or clipping is off (0). */
export function clipFactor(norm: number, clipNorm: number): number {
  return clipNorm > 0 && norm > clipNorm ? clipNorm / norm : 1;
}

/** Sum of squares, added up in double precision. */
export function sumSquares(values: Float32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    total += value * value;
  }
  return total;
}
