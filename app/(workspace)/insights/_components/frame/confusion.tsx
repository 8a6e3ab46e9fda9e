/** @file Confusion matrix: truth by row, foreseen by column; the more, the darker. */
"use client";

import { FigureFrame } from "./figure-frame";

interface ConfusionProps {
  readonly name: string;
  readonly says: string;
  readonly truth: string;
  readonly foreseen: string;
  readonly labels: readonly string[];
  /** [truth][foreseen] */
  readonly counts: readonly (readonly number[])[];
}

export function Confusion({ name, says, truth, foreseen, labels, counts }: ConfusionProps) {
  const shareOf = (row: readonly number[], at: number): number => (row[at] ?? 0) / Math.max(1, row.reduce((sum, n) => sum + n, 0));
  return (
    <FigureFrame name={name} says={says} isTable table={{ head: [`${truth} / ${foreseen}`, ...labels], rows: counts.map((row, at) => [labels[at] ?? "", ...row]) }}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={name}>
        <table className="text-sm tabular">
          <thead>
            <tr><th scope="col" className="pr-4 text-left text-xs font-medium text-ink-3">{truth} / {foreseen}</th>{labels.map((label) => <th key={label} scope="col" className="min-w-20 px-2 py-1 text-right text-xs font-medium text-ink-3">{label}</th>)}</tr>
          </thead>
          <tbody>
            {counts.map((row, at) => (
              <tr key={labels[at]}>
                <th scope="row" className="py-1 pr-4 text-left font-normal">{labels[at]}</th>
                {row.map((n, column) => (
                  <td key={column} className={`border border-paper px-2 py-1.5 text-right ${at === column ? "font-semibold" : ""}`} style={{ backgroundColor: `color-mix(in srgb, var(--marker) ${Math.round(100 * shareOf(row, column))}%, transparent)` }}>{n}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FigureFrame>
  );
}
