/**
 * @file Drift: are the newest months unlike the ones before? Population stability index over tenths of the earlier values.
 * @source Siddiqi 2006: below 0.1 stable, above 0.25 shifted
 */
import type { ForecastReport, Series } from "./types";

const SHIFTED = 0.25;
const BINS = 10;

/** The last quarter of months against those before. */
export function driftOf(all: readonly Series[], measure: string, months: number): ForecastReport["drift"][number] {
  const cut = Math.floor(0.75 * months);
  const known = (from: number, to: number): number[] => all.flatMap(({ values }) => (values[measure] ?? []).slice(from, to).filter((value): value is number => value !== null));
  const [before, after] = [known(0, cut).sort((a, b) => a - b), known(cut, months)];
  const edges = [...new Set(Array.from({ length: BINS - 1 }, (_, at) => before[Math.floor(((at + 1) * before.length) / BINS)] ?? 0))];
  const shares = (values: readonly number[]): number[] => {
    const counts = new Array<number>(edges.length + 1).fill(0.5);
    for (const value of values) {
      const at = edges.filter((edge) => value >= edge).length;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.map((count) => count / sum);
  };
  const [old, fresh] = [shares(before), shares(after)];
  const index = old.reduce((sum, share, at) => sum + ((fresh[at] ?? 0) - share) * Math.log((fresh[at] ?? 1e-6) / share), 0);
  return { measure, index, drifted: index > SHIFTED };
}
