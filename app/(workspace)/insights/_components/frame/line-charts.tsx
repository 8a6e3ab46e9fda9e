/** @file Two line pictures on one grammar (interval as a band, ink for what is, amber for what is shown to be judged): reliability and a curve over time. */
"use client";

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, ResponsiveContainer, Scatter, XAxis, YAxis } from "recharts";

const AXIS = { stroke: "var(--rule-2)", tick: { fill: "var(--ink-3)", fontSize: 11 }, tickLine: false } as const;
const percent = (value: number): string => `${Math.round(100 * value)}%`;
/** Tens of per cent from 0; twenties where there would be many. */
function stepsTo(most: number): number[] {
  const step = most > 0.5 ? 0.2 : 0.1;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => at * step);
}

interface ReliabilityProps {
  readonly bins: readonly { predicted: number; observed: number; low: number; high: number; n: number }[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Observed against estimated; on the diagonal an estimate comes true. */
export function ReliabilityChart({ bins, xLabel, yLabel }: ReliabilityProps) {
  const most = Math.min(1, Math.ceil(10 * Math.max(0.1, ...bins.flatMap(({ predicted, high }) => [predicted, high]))) / 10);
  const data = bins.map(({ predicted, observed, low, high }) => ({ predicted, observed, error: [observed - low, high - observed] }));
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart data={data} margin={{ top: 8, right: 16, bottom: 20, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--rule)" vertical={false} />
        <XAxis {...AXIS} type="number" dataKey="predicted" domain={[0, most]} ticks={stepsTo(most)} tickFormatter={percent} label={{ value: xLabel, position: "insideBottom", offset: -12, fill: "var(--ink-3)", fontSize: 11 }} />
        <YAxis {...AXIS} width={62} domain={[0, most]} ticks={stepsTo(most)} tickFormatter={percent} label={{ value: yLabel, angle: -90, position: "insideLeft", offset: 6, fill: "var(--ink-3)", fontSize: 11 }} />
        <ReferenceLine segment={[{ x: 0, y: 0 }, { x: most, y: most }]} stroke="var(--ink-3)" strokeDasharray="3 4" />
        <Line dataKey="observed" stroke="var(--ink)" strokeWidth={1.5} dot={false} isAnimationActive={false} />
        <Scatter dataKey="observed" fill="var(--marker-ink)" isAnimationActive={false}>
          <ErrorBar dataKey="error" direction="y" stroke="var(--marker-line)" strokeWidth={6} width={0} opacity={0.45} />
        </Scatter>
      </ComposedChart>
    </ResponsiveContainer>
  );
}

export interface CurvePoint {
  readonly x: number | string;
  /** What was; null where the line has not come yet. */
  readonly ink?: number | null;
  /** What is foreseen. */
  readonly amber?: number | null;
  readonly low?: number;
  readonly high?: number;
}

interface CurveChartProps {
  readonly points: readonly CurvePoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly shown: (value: number) => string;
  readonly domain?: readonly [number, number];
}

/** Ink and amber lines with a band around what is uncertain. */
export function CurveChart({ points, xLabel, yLabel, shown, domain }: CurveChartProps) {
  const data = points.map(({ low, high, ...point }) => ({ ...point, band: low === undefined || high === undefined ? null : [low, high] }));
  const isNumber = typeof points[0]?.x === "number";
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart data={data} margin={{ top: 8, right: 16, bottom: 20, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--rule)" vertical={false} />
        <XAxis {...AXIS} dataKey="x" type={isNumber ? "number" : "category"} {...(isNumber ? { domain: ["dataMin", "dataMax"] } : {})} minTickGap={24} label={{ value: xLabel, position: "insideBottom", offset: -12, fill: "var(--ink-3)", fontSize: 11 }} />
        <YAxis {...AXIS} width={68} domain={domain ? [...domain] : ["auto", "auto"]} tickFormatter={shown} label={{ value: yLabel, angle: -90, position: "insideLeft", offset: 6, fill: "var(--ink-3)", fontSize: 11 }} />
        <Area dataKey="band" stroke="none" fill="var(--marker)" fillOpacity={0.7} isAnimationActive={false} connectNulls />
        <Line dataKey="ink" stroke="var(--ink)" strokeWidth={1.75} dot={false} isAnimationActive={false} />
        <Line dataKey="amber" stroke="var(--marker-ink)" strokeWidth={2} dot={{ r: 2.5, fill: "var(--marker-ink)", strokeWidth: 0 }} isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
