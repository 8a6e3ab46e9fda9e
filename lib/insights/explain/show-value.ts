/** @file A cell as people read it: with its unit, yes and no in the table's own words, dates as dates. */
import { showDate } from "../table/parse-cells";
import type { Cell, Column } from "../table/types";

export function showValue(column: Pick<Column, "kind" | "unit" | "categories">, cell: Cell): string {
  if (cell === null) return "missing";
  if (column.kind === "boolean") return column.categories[Number(cell)] ?? String(cell);
  if (column.kind === "date") return showDate(Number(cell));
  if (typeof cell !== "number") return cell;
  const number = Number.isInteger(cell) ? String(cell) : String(Number(cell.toFixed(2)));
  return column.unit === null ? number : `${number} ${column.unit}`;
}
