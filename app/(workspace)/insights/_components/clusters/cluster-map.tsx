/** @file The map: one point per person, told apart by shape as well as by shade, names at the clusters' middles. */
"use client";

import { markOf } from "@/app/_components/picture/marks";
import type { ClusterView } from "@/lib/contracts/insights-reports";

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = 34;

export function ClusterMap({ points, clusters }: Pick<ClusterView, "points" | "clusters">) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const scale = (values: readonly number[], size: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number): number => MARGIN + ((value - low) / Math.max(high - low, 1e-9)) * (size - 2 * MARGIN);
  };
  const [x, y] = [scale(xs, WIDTH), scale(ys, HEIGHT)];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full rounded-md border border-rule bg-sheet">
      {points.map((point, at) => (
        <path key={at} d={markOf(point.cluster).shape} transform={`translate(${x(point.x).toFixed(1)},${(HEIGHT - y(point.y)).toFixed(1)})`} fill={markOf(point.cluster).shade} opacity={0.35 + 0.6 * point.probability} />
      ))}
      {labelsOf(clusters, points, { x, y }).map(({ index, text, left, top }) => (
        <text key={index} x={left} y={top} textAnchor="middle" fontSize={13} fontWeight={600} fill="var(--ink)" stroke="var(--sheet)" strokeWidth={4} paintOrder="stroke">{text}</text>
      ))}
    </svg>
  );
}

interface Label {
  readonly index: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

const LETTER = 7.4;
const LINE = 17;

/** At the middle of each cluster its most telling feature, whole within the picture; one that would lie over another moves down. */
function labelsOf(clusters: ClusterView["clusters"], points: ClusterView["points"], { x, y }: Record<"x" | "y", (value: number) => number>): Label[] {
  const middles = clusters.flatMap(({ index, name }) => {
    const own = points.filter(({ cluster }) => cluster === index);
    if (own.length === 0) return [];
    const middle = (pick: (point: ClusterView["points"][number]) => number): number => own.reduce((sum, point) => sum + pick(point), 0) / own.length;
    const text = name.split(" · ")[0] ?? name;
    const room = MARGIN / 2 + (LETTER * text.length) / 2;
    return [{ index, text, left: Math.min(WIDTH - room, Math.max(room, x(middle((point) => point.x)))), top: HEIGHT - y(middle((point) => point.y)) }];
  });
  const placed: Label[] = [];
  for (const label of middles.sort((a, b) => a.top - b.top)) {
    const overlaps = (top: number): boolean => placed.some((other) => Math.abs(other.top - top) < LINE && Math.abs(other.left - label.left) < (LETTER * (other.text.length + label.text.length)) / 2);
    let { top } = label;
    while (overlaps(top) && top < HEIGHT - LINE) top += LINE / 2;
    placed.push({ ...label, top });
  }
  return placed;
}
