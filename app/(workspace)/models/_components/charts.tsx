/**
 * @file Two small charts, each with its table behind it: differences with intervals (challenger in amber, what serves is the
 * ink line at zero), and learning curves.
 */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { CurvePoint } from "@/lib/contracts/learning";
import { MODELS } from "./words";

export interface MeasureRow {
  readonly name: string;
  readonly n: number;
  /** 0–1 */
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

export const points = (difference: number): string => `${difference > 0 ? "+" : difference < 0 ? "−" : ""}${Math.abs(100 * difference).toFixed(1)}`;
const share = (value: number): string => (100 * value).toFixed(1);

const ROW = 26;
const WIDTH = 320;

/** One row per measure: name and figures at the left, the interval as a band around its point at the right. */
export function IntervalTable({ rows }: { rows: readonly MeasureRow[] }) {
  const words = useWords(MODELS);
  const reach = Math.max(0.02, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = (value: number): number => WIDTH / 2 + (value / reach) * (WIDTH / 2 - 6);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.measures}>
      <table className="w-full text-sm tabular">
        <caption className="sr-only">{words.measures}</caption>
        <thead>
          <tr className="text-left text-xs text-ink-3">
            <th className="py-1 pr-3 font-medium">{words.measure}</th>
            <th className="px-2 text-right font-medium">{words.n}</th>
            <th className="px-2 text-right font-medium">{words.before}</th>
            <th className="px-2 text-right font-medium">{words.after}</th>
            <th className="px-2 text-right font-medium">{words.difference}</th>
            <th className="hidden px-2 font-medium lg:table-cell">{words.interval}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-t border-rule">
              <th scope="row" className="py-1 pr-3 text-left font-normal">{row.name}</th>
              <td className="px-2 text-right text-ink-3">{row.n}</td>
              <td className="px-2 text-right">{share(row.before)}</td>
              <td className="px-2 text-right">{share(row.after)}</td>
              <td className="px-2 text-right whitespace-nowrap">
                {points(row.difference)} <span className="text-xs text-ink-3">({points(row.low)} … {points(row.high)})</span>
              </td>
              <td className="hidden px-2 lg:table-cell">
                <svg aria-hidden viewBox={`0 0 ${WIDTH} ${ROW}`} className="h-5 w-full min-w-40">
                  <line x1={x(0)} x2={x(0)} y1={0} y2={ROW} stroke="var(--ink)" strokeWidth={1.5} />
                  <rect x={x(row.low)} width={Math.max(2, x(row.high) - x(row.low))} y={ROW / 2 - 4} height={8} rx={2} fill="var(--marker)" stroke="var(--marker-line)" />
                  <circle cx={x(row.difference)} cy={ROW / 2} r={4} fill="var(--marker-ink)" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CURVE = { width: 480, height: 130, left: 38, bottom: 20 };

/** Held-out figure per recipe of the search; the last one standing is amber. */
export function LearningCurves({ curve }: { curve: readonly CurvePoint[] }) {
  const words = useWords(MODELS);
  if (curve.length === 0) return <p className="text-sm text-ink-2">{words.curvesNone}</p>;
  const recipes = [...new Set(curve.map(({ recipe }) => recipe))];
  const last = curve[curve.length - 1];
  const most = Math.max(1, ...curve.map(({ step }) => step));
  const [low, high] = [Math.min(...curve.map(({ dev }) => dev)), Math.max(...curve.map(({ dev }) => dev))];
  const x = (step: number): number => CURVE.left + (step / most) * (CURVE.width - CURVE.left - 8);
  const y = (dev: number): number => 8 + (1 - (dev - low) / Math.max(high - low, 1e-3)) * (CURVE.height - CURVE.bottom - 16);
  return (
    <figure>
      <svg role="img" aria-label={words.curveAxis} viewBox={`0 0 ${CURVE.width} ${CURVE.height}`} className="w-full max-w-xl">
        {[low, high].map((value) => (
          <text key={value} x={CURVE.left - 6} y={y(value) + 4} textAnchor="end" fontSize={10} fill="var(--ink-3)">{value.toFixed(3)}</text>
        ))}
        {recipes.map((recipe) => {
          const own = curve.filter((point) => point.recipe === recipe).sort((a, b) => a.step - b.step);
          const isLast = recipe === last?.recipe;
          return (
            <g key={recipe}>
              <polyline fill="none" stroke={isLast ? "var(--marker-ink)" : "var(--ink-3)"} strokeWidth={isLast ? 2 : 1} points={own.map(({ step, dev }) => `${x(step)},${y(dev)}`).join(" ")} />
              {own.map(({ step, dev }) => <circle key={step} cx={x(step)} cy={y(dev)} r={isLast ? 3 : 2} fill={isLast ? "var(--marker-ink)" : "var(--ink-3)"} />)}
            </g>
          );
        })}
        <text x={CURVE.left} y={CURVE.height - 4} fontSize={10} fill="var(--ink-3)">{words.curveAxis}</text>
      </svg>
      <details className="text-xs text-ink-2">
        <summary className="cursor-pointer">{words.asTable}</summary>
        <table className="mt-1 tabular">
          <thead>
            <tr className="text-left text-ink-3"><th className="pr-4 font-medium" /><th className="pr-4 font-medium">{words.step}</th><th className="pr-4 font-medium">{words.loss}</th><th className="font-medium">{words.dev}</th></tr>
          </thead>
          <tbody>
            {curve.map((point, at) => (
              <tr key={at}><td className="pr-4">{words.recipe(point.recipe)}</td><td className="pr-4">{point.step}</td><td className="pr-4">{point.loss.toFixed(4)}</td><td>{point.dev.toFixed(4)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
