/**
 * @file Two small fits: a conditional logit (which of several rows is the right one) and a binary logit (yes or no), by
 * gradient descent with momentum and an L2 penalty. Deterministic; for a few thousand rows, not for training encoders.
 */

export interface FitOptions {
  /** Penalty on squared weights, in units of mean log loss, after columns are scaled to unit deviation; > 0. */
  readonly l2: number;
  readonly steps: number;
  readonly rate: number;
}

export interface Group {
  readonly rows: readonly Float64Array[];
  readonly isRight: readonly boolean[];
}

/** Column means and deviations; a constant column gets deviation 1. */
function scaleOf(rows: readonly Float64Array[]): { mean: Float64Array; deviation: Float64Array } {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of rows) row.forEach((value, j) => (mean[j] = (mean[j] ?? 0) + value / rows.length));
  for (const row of rows) row.forEach((value, j) => (deviation[j] = (deviation[j] ?? 0) + (value - (mean[j] ?? 0)) ** 2 / rows.length));
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) || 1) };
}

/**
 * Weights w that maximise the mean of log Σ_right softmax(w·row). Groups without a right row are skipped.
 *
 * @returns weights for unscaled rows
 * @source McFadden 1974, conditional logit; several right rows as a marginal likelihood
 */
export function fitConditional(groups: readonly Group[], options: FitOptions): number[] {
  const usable = groups.filter((group) => group.isRight.some(Boolean));
  const { deviation } = scaleOf(usable.flatMap((group) => group.rows));
  const width = deviation.length;
  const flat = usable.map(({ rows, isRight }) => {
    const values = new Float64Array(rows.length * width);
    rows.forEach((row, i) => row.forEach((value, j) => (values[i * width + j] = value / (deviation[j] ?? 1))));
    return { values, isRight, count: rows.length };
  });
  const weights = descend(width, options, (w, gradient) => {
    for (const group of flat) addConditionalGradient(group, w, { gradient, share: 1 / flat.length });
  });
  return Array.from(weights, (weight, j) => weight / (deviation[j] ?? 1));
}

/** Plain loops over flat arrays: this runs rows × columns × steps times. */
function addConditionalGradient(group: { values: Float64Array; isRight: readonly boolean[]; count: number }, w: Float64Array, { gradient, share }: { gradient: Float64Array; share: number }): void {
  const { values, isRight, count } = group;
  const width = w.length;
  const powers = new Float64Array(count);
  let top = -Infinity;
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let j = 0; j < width; j++) score += (values[i * width + j] as number) * (w[j] as number);
    powers[i] = score;
    if (score > top) top = score;
  }
  let all = 0;
  let right = 0;
  for (let i = 0; i < count; i++) {
    const power = Math.exp((powers[i] as number) - top);
    powers[i] = power;
    all += power;
    if (isRight[i]) right += power;
  }
  for (let i = 0; i < count; i++) {
    const power = powers[i] as number;
    const pull = share * (power / all - (isRight[i] ? power / right : 0));
    if (Math.abs(pull) < 1e-9) continue;
    for (let j = 0; j < width; j++) gradient[j] = (gradient[j] as number) + pull * (values[i * width + j] as number);
  }
}

export interface BinaryFit {
  readonly bias: number;
  readonly weights: number[];
}

/** Logistic regression. @param signs +1 or −1 per column to hold its weight to that sign, 0 to leave it free */
export function fitBinary(rows: readonly Float64Array[], labels: readonly boolean[], options: FitOptions & { readonly signs?: readonly number[]; readonly rowWeights?: readonly number[] }): BinaryFit {
  const { mean, deviation } = scaleOf(rows);
  const scaled = rows.map((row) => Float64Array.from([...row.map((value, j) => (value - (mean[j] ?? 0)) / (deviation[j] ?? 1)), 1]));
  const width = deviation.length + 1;
  const weightOf = (i: number): number => options.rowWeights?.[i] ?? 1;
  const total = rows.reduce((sum, _, i) => sum + weightOf(i), 0);
  const weights = descend(width, { ...options, free: width - 1, signs: options.signs }, (w, gradient) => {
    scaled.forEach((row, i) => {
      const pull = ((1 / (1 + Math.exp(-dot(row, w))) - (labels[i] ? 1 : 0)) * weightOf(i)) / total;
      row.forEach((value, j) => (gradient[j] = (gradient[j] ?? 0) + pull * value));
    });
  });
  const own = Array.from(weights.slice(0, -1), (weight, j) => weight / (deviation[j] ?? 1));
  return { bias: (weights.at(-1) ?? 0) - own.reduce((sum, weight, j) => sum + weight * (mean[j] ?? 0), 0), weights: own };
}

function descend(width: number, options: FitOptions & { free?: number; signs?: readonly number[] | undefined }, addGradient: (w: Float64Array, gradient: Float64Array) => void): Float64Array {
  const w = new Float64Array(width);
  const velocity = new Float64Array(width);
  for (let step = 0; step < options.steps; step++) {
    const gradient = new Float64Array(width);
    addGradient(w, gradient);
    for (let j = 0; j < width; j++) {
      const penalty = j === options.free ? 0 : 2 * options.l2 * (w[j] ?? 0);
      velocity[j] = 0.9 * (velocity[j] ?? 0) - options.rate * ((gradient[j] ?? 0) + penalty);
      w[j] = (w[j] ?? 0) + (velocity[j] ?? 0);
      const sign = options.signs?.[j] ?? 0;
      if (sign * (w[j] ?? 0) < 0) w[j] = velocity[j] = 0;
    }
  }
  return w;
}

function dot(row: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += (row[j] ?? 0) * (w[j] ?? 0);
  return sum;
}
