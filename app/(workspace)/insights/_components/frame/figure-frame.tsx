/** @file A figure with its name, one sentence that says what it shows (also for who cannot see it), the same as a table, and CSV. */
"use client";

import { Download } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { INSIGHTS } from "../words";

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface FigureFrameProps {
  readonly name: string;
  /** The text alternative: what the picture says, in a sentence. */
  readonly says: string;
  readonly table: FigureTable;
  readonly children?: ReactNode;
  /** The table is the figure: shown at once. */
  readonly isTable?: boolean;
}

export function FigureFrame({ name, says, table, children, isTable = false }: FigureFrameProps) {
  const words = useWords(INSIGHTS);
  const id = useId();
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <div className="flex items-baseline gap-3">
        <h2 id={id} className="text-base font-semibold">{name}</h2>
        <a href={csvOf(table)} download={`${name}.csv`} aria-label={words.exportOf(name)} className="ml-auto inline-flex shrink-0 items-center gap-1 text-xs text-ink-3 hover:text-ink coarse:-my-2 coarse:px-2 coarse:py-2.5">
          <Download size={12} aria-hidden /> {words.export}
        </a>
      </div>
      <p className="mt-0.5 mb-2 max-w-prose text-sm text-ink-2">{says}</p>
      {children && <div aria-hidden={!isTable}>{children}</div>}
      {isTable ? (
        !children && <DataTable name={name} table={table} />
      ) : (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-xs text-ink-3">{words.asTable}</summary>
          <DataTable name={name} table={table} />
        </details>
      )}
    </figure>
  );
}

/** Letters up to which a cell stays on one line. */
const SHORT_CELL = 12;

/** "12", "−3 %", "0.53 (0.48 … 0.58)", "–". */
const NUMERIC = /^(?:[\s(+\-−–]*\d|[–-]?$)/u;

export function DataTable({ name, table }: { name: string; table: FigureTable }) {
  // Figures end under each other, words begin under each other.
  const side = table.head.map((_, at) => (at === 0 || table.rows.some((row) => !NUMERIC.test(String(row[at] ?? ""))) ? "text-left" : "text-right"));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={name}>
      <table className="mt-1 w-full text-sm tabular">
        <thead>
          <tr className="text-left text-xs text-ink-3">{table.head.map((title, at) => <th key={title + String(at)} scope="col" className={at === 0 ? "py-1 pr-4 font-medium" : `px-2 py-1 font-medium ${side[at] ?? ""}`}>{title}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line} className="border-t border-rule">
              {row.map((cell, at) => (at === 0 ? <th key={at} scope="row" className="py-1 pr-4 text-left font-normal">{cell}</th> : <td key={at} className={`px-2 py-1 ${side[at] ?? ""} ${String(cell).length <= SHORT_CELL ? "whitespace-nowrap" : ""}`}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A cell that a spreadsheet would run as a formula is kept as text. */
const cellOf = (cell: string | number): string => (typeof cell === "number" ? String(cell) : `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`);
const csvOf = ({ head, rows }: FigureTable): string => `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${[head, ...rows].map((row) => row.map(cellOf).join(",")).join("\r\n")}`)}`;
