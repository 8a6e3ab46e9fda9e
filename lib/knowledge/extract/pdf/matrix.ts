/**
 * @file Affine maps of PDF drawing: [a b c d e f] takes (x, y) to (a·x + c·y + e, b·x + d·y + f).
 */
import type { Rect } from "./geometry";

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Product of two affine maps, the right one applied first. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** @returns the level rectangle around the mapped box from (x0, y0) to (x1, y1) */
export function boundsOf(m: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Rect {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const;
  const xs = corners.map(([x, y]) => m[0] * x + m[2] * y + m[4]);
  const ys = corners.map(([x, y]) => m[1] * x + m[3] * y + m[5]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** True when level lines stay level or become upright: a rectangle stays a rectangle. */
export function keepsRectangles(m: Matrix): boolean {
  const tiny = 1e-6;
  return (Math.abs(m[1]) < tiny && Math.abs(m[2]) < tiny) || (Math.abs(m[0]) < tiny && Math.abs(m[3]) < tiny);
}

/** @returns the common part of two rectangles; without one, width or height is 0 */
export function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

export const areaOf = (rect: Rect): number => rect.width * rect.height;
