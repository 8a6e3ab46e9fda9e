/** @file Rows with an interval each: name, figure, and the interval as a band around its point on one common axis. */
"use client";

import type { Interval } from "@/lib/contracts/insights-gate";

export interface IntervalRow {
  readonly name: string;
  readonly value: Interval;
  readonly note?: string;
  /** In ink instead of amber: the champion, the usual. */
  readonly isPlain?: boolean;
}

interface IntervalRowsProps {
  readonly rows: readonly IntervalRow[];
  /** A line that separates better from worse (0, 1, the base rate). */
  readonly at?: number;
  /** Both ends of the axis where several figures are to be compared by eye; what the rows need when left out. */
  readonly scale?: readonly [number, number];
  readonly shown: (value: number) => string;
  readonly label: string;
}

const WIDTH = 260;
const HEIGHT = 22;

export function IntervalRows({ rows, at, scale, shown, label }: IntervalRowsProps) {
  const values = [...(scale ?? rows.flatMap(({ value }) => [value.low, value.high])), ...(at === undefined ? [] : [at])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(high - low, 1e-9);
  const x = (value: number): number => 8 + ((value - low) / room) * (WIDTH - 16);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full text-sm tabular">
        <caption className="sr-only">{label}</caption>
        <tbody>
          {rows.map(({ name, value, note, isPlain }) => (
            <tr key={name} className="border-t border-rule first:border-t-0">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {name}
                {note && <span className="ml-2 text-xs text-ink-3">{note}</span>}
              </th>
              <td className="px-2 text-right whitespace-nowrap">
                {shown(value.mean)} <span className="text-xs text-ink-3">({shown(value.low)} … {shown(value.high)})</span>
              </td>
              <td className="hidden w-72 px-2 md:table-cell">
                <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-5 w-full">
                  {at !== undefined && <line x1={x(at)} x2={x(at)} y1={0} y2={HEIGHT} stroke="var(--rule-2)" strokeWidth={1.5} />}
                  <rect x={x(value.low)} width={Math.max(2, x(value.high) - x(value.low))} y={HEIGHT / 2 - 4} height={8} rx={2} fill={isPlain ? "var(--press)" : "var(--marker)"} stroke={isPlain ? "var(--rule-2)" : "var(--marker-line)"} />
                  <circle cx={x(value.mean)} cy={HEIGHT / 2} r={3.5} fill={isPlain ? "var(--ink)" : "var(--marker-ink)"} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
