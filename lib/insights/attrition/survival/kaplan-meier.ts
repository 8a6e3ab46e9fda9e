/**
 * @file Kaplan–Meier: the share still here by tenure, counting people who have not left only for as long as they are seen.
 * @source Kaplan, Meier 1958; Greenwood 1926 (variance), on the log-log scale
 */
export interface SurvivalStep {
  readonly time: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
}

/** @param events 1 = left, 0 = still here @returns one step per time of leaving, ascending */
export function kaplanMeier(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalStep[] {
  const order = Array.from({ length: times.length }, (_, row) => row).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const steps: SurvivalStep[] = [];
  let [share, greenwood] = [1, 0];
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] ?? 0] ?? 0;
    let [to, deaths] = [from, 0];
    for (; to < order.length && times[order[to] ?? 0] === time; to++) deaths += events[order[to] ?? 0] === 1 ? 1 : 0;
    const atRisk = order.length - from;
    if (deaths > 0) {
      share *= 1 - deaths / atRisk;
      greenwood += atRisk > deaths ? deaths / (atRisk * (atRisk - deaths)) : 0;
      steps.push({ time, share, ...bounds(share, greenwood), atRisk });
    }
    from = to;
  }
  return steps;
}

function bounds(share: number, greenwood: number): { low: number; high: number } {
  if (share <= 0 || share >= 1) return { low: share, high: share };
  const error = Math.sqrt(greenwood) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(1.96 * error), high: share ** Math.exp(-1.96 * error) };
}

/** The share at a time: that of the last step at or before it. */
export function shareAt(steps: readonly SurvivalStep[], time: number): SurvivalStep {
  return steps.filter((step) => step.time <= time).at(-1) ?? { time, share: 1, low: 1, high: 1, atRisk: 0 };
}
