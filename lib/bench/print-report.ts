/**
 * @file A benchmark's report as text: the comparison first, then its rows as a table.
 */
import type { BenchReport } from "./benchmark";

export function formatReport(report: BenchReport): string {
  const { name, machine, baseline, ours, ratio, unit, rows, notes } = report;
  const head = [
    `${name} · ${machine}`,
    `  baseline  ${baseline.value === null ? "–" : `${rounded(baseline.value)} ${unit}`}  ${baseline.what}`,
    `  ours      ${rounded(ours.value)} ${unit}  ${ours.what}`,
    `  ratio     ${ratio === null ? "–" : ratio.toFixed(2)}`,
  ];
  return [...head, ...formatRows(rows), ...notes.map((note) => `  · ${note}`)].join("\n");
}

function formatRows(rows: BenchReport["rows"]): string[] {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? "").length)));
  return ["", ...cells.map((line) => `  ${line.map((text, at) => text.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd()), ""];
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "number" ? rounded(value) : value;
}

/** Three significant digits, but never a whole number cut. */
function rounded(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return value.toFixed(0);
  return Number(value.toPrecision(3)).toString();
}
