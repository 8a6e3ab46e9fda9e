/**
 * @file Tables in a column: rows of cells with rules, a filled head that is repeated after a page break.
 */
import type { Column } from "./column";
import { breakLines, drawLine } from "./typeset";
import type { Line, Run } from "./typeset";

export interface TableSpec {
  /** Share of the width per column; sums to 1. */
  readonly shares: readonly number[];
  /** rows × cells; a row may have fewer cells than `shares`, its last cell then takes the rest. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
  /** The first rows are the head. */
  readonly headerRows: number;
  readonly headerFill: string | null;
  readonly ruleColor: string;
  readonly padPt: number;
}

interface Row {
  readonly cells: readonly { lines: readonly Line[]; x: number; widthPt: number }[];
  readonly heightPt: number;
}

/** Draws the table at the column's pen. A row never breaks across pages. */
export function drawTable(column: Column, spec: TableSpec): void {
  const rows = spec.rows.map((cells) => layoutRow(column, cells, spec));
  const head = rows.slice(0, spec.headerRows);
  for (const [i, row] of rows.entries()) {
    const before = column.y;
    column.reserve(row.heightPt);
    if (column.y < before && i > head.length) for (const repeated of head) drawRow(column, repeated, spec, true);
    drawRow(column, row, spec, i < spec.headerRows);
  }
}

function layoutRow(column: Column, cells: readonly (readonly Run[])[], spec: TableSpec): Row {
  let share = 0;
  const laid = cells.map((runs, i) => {
    const own = i === cells.length - 1 ? 1 - share : (spec.shares[i] ?? 0);
    const x = column.area.x + share * column.area.widthPt;
    share += own;
    const widthPt = own * column.area.widthPt;
    return { lines: breakLines(runs, widthPt - 2 * spec.padPt), x, widthPt };
  });
  const heightPt =
    Math.max(...laid.map((cell) => cell.lines.reduce((sum, line) => sum + line.heightPt, 0))) + 2 * spec.padPt;
  return { cells: laid, heightPt };
}

function drawRow(column: Column, row: Row, spec: TableSpec, isHead: boolean): void {
  const { doc } = column;
  for (const cell of row.cells) {
    if (isHead && spec.headerFill)
      doc.save().rect(cell.x, column.y, cell.widthPt, row.heightPt).fill(spec.headerFill).restore();
    doc.save().lineWidth(0.5).strokeColor(spec.ruleColor).strokeOpacity(0.6);
    doc.rect(cell.x, column.y, cell.widthPt, row.heightPt).stroke().restore();
    let y = column.y + spec.padPt;
    for (const line of cell.lines) {
      drawLine(doc, line, { x: cell.x + spec.padPt, y });
      y += line.heightPt;
    }
  }
  column.skip(row.heightPt);
}
