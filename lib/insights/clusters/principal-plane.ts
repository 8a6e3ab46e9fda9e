/**
 * @file The two directions in which points differ most (principal components), for the map.
 */
import { createRng } from "../../core/rng";

export interface PrincipalPlane {
  readonly axes: readonly [readonly number[], readonly number[]];
  /** Share of the variation along each axis. */
  readonly explained: readonly [number, number];
}

const ROUNDS = 60;

/** @param points centred, [n][features] */
export function principalPlane(points: readonly (readonly number[])[]): PrincipalPlane {
  const width = points[0]?.length ?? 0;
  const total = points.reduce((sum, point) => sum + point.reduce((s, v) => s + v * v, 0), 0);
  const first = strongest(points, width, null);
  const second = strongest(points, width, first.axis);
  const share = (power: number): number => (total > 0 ? power / total : 0);
  return { axes: [first.axis, second.axis], explained: [share(first.power), share(second.power)] };
}

/** Power iteration on Xᵀ X, at right angles to `besides`; its sign makes the largest entry positive, so that maps do not flip. */
function strongest(points: readonly (readonly number[])[], width: number, besides: readonly number[] | null): { axis: number[]; power: number } {
  const random = createRng(1);
  let axis = normalise(Array.from({ length: width }, () => random() - 0.5), besides);
  let power = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Array<number>(width).fill(0);
    power = 0;
    for (const point of points) {
      const along = dot(point, axis);
      power += along * along;
      for (let at = 0; at < width; at++) next[at] = (next[at] as number) + along * (point[at] as number);
    }
    axis = normalise(next, besides);
  }
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return { axis: largest < 0 ? axis.map((value) => -value) : axis, power };
}

export const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function normalise(axis: readonly number[], besides: readonly number[] | null): number[] {
  const along = besides ? dot(axis, besides) : 0;
  const free = axis.map((value, at) => value - along * (besides?.[at] ?? 0));
  const length = Math.sqrt(dot(free, free));
  return length > 1e-12 ? free.map((value) => value / length) : free;
}
