/** @file The map: one point per person, told apart by shape as well as by shade; the key below says which cluster is which. */
"use client";

import { markOf } from "@/app/_components/picture/marks";
import type { ClusterView } from "@/lib/contracts/insights-reports";

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = 34;

/** Names stand beside the picture: over the points they hid people, and where clusters mix they named the wrong ones. */
export function ClusterMap({ points, clusters }: Pick<ClusterView, "points" | "clusters">) {
  const scale = (values: readonly number[], size: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number): number => MARGIN + ((value - low) / Math.max(high - low, 1e-9)) * (size - 2 * MARGIN);
  };
  const [x, y] = [scale(points.map((point) => point.x), WIDTH), scale(points.map((point) => point.y), HEIGHT)];
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full rounded-md border border-rule bg-sheet">
        {points.map((point, at) => (
          <path key={at} d={markOf(point.cluster).shape} transform={`translate(${x(point.x).toFixed(1)},${(HEIGHT - y(point.y)).toFixed(1)})`} fill={markOf(point.cluster).shade} opacity={0.35 + 0.6 * point.probability} />
        ))}
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
        {clusters.map(({ index, name, size }) => (
          <li key={index} className="flex items-center gap-1.5">
            <svg viewBox="-5 -5 10 10" width={13} height={13} className="shrink-0">
              <path d={markOf(index).shape} fill={markOf(index).shade} />
            </svg>
            <span>
              {name.split(" · ")[0]} <span className="text-ink-3 tabular">{size}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
