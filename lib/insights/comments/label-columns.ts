/**
 * @file A table of comments: its sentences, the columns that label them (how they sound, what they are about), and labels that
 * were given elsewhere laid over the file's own.
 */
import type { LabelField } from "../../contracts/insights-words";
import { sha256 } from "../../core/hash";
import { showCell } from "../table/target";
import type { Column, DataTable } from "../table/types";
import { cleanText } from "./read-labelled";

const THEME = /theme|topic|subject|categor|主题|话题|类别/i;

/** What a label column of this name tells. */
export const labelFieldOf = (name: string): LabelField => (THEME.test(name) ? "theme" : "sentiment");

/** The first column of sentences that is learned from; null: there is none. */
export const commentText = (table: DataTable): Column | null => table.columns.find(({ role, kind }) => role === "feature" && kind === "text") ?? null;

/** The target of a field; null: the file has no labels of it. */
export const labelColumn = (table: DataTable, field: LabelField): Column | null => table.columns.find(({ role, name }) => role === "target" && labelFieldOf(name) === field) ?? null;

export interface Comment {
  /** Hash of the text. */
  readonly id: string;
  readonly text: string;
  /** In the file; null: none. */
  readonly label: string | null;
}

/** Different comments of a table, in its order; the first label of equal ones. */
export function commentsOf(table: DataTable, field: LabelField): Comment[] {
  const [text, label] = [commentText(table), labelColumn(table, field)];
  const found = new Map<string, Comment>();
  text?.cells.forEach((cell, row) => {
    const plain = cell === null ? "" : cleanText(String(cell));
    if (plain === "") return;
    const id = sha256(plain);
    const said = label ? showCell(label, row) : null;
    const before = found.get(id);
    if (!before || before.label === null) found.set(id, { id, text: plain, label: said });
  });
  return [...found.values()];
}

/**
 * The table with one column of labels for a field, named like the file's or like the field: a label given elsewhere counts
 * before the file's.
 * @param given comment's hash → label
 */
export function withLabels(table: DataTable, field: LabelField, given: ReadonlyMap<string, string>): { table: DataTable; label: string } {
  const [text, column] = [commentText(table), labelColumn(table, field)];
  const name = column?.name ?? field;
  const cells = Array.from({ length: table.rows }, (_, row) => {
    const plain = cleanText(String(text?.cells[row] ?? ""));
    return given.get(sha256(plain)) ?? (column ? showCell(column, row) : null);
  });
  const labels: Column = { name, kind: "category", role: "target", unit: null, cells, categories: [...new Set(cells.filter((cell) => cell !== null))], missing: cells.filter((cell) => cell === null).length };
  return { table: { ...table, columns: [...table.columns.filter((one) => one !== column && one.name !== name), labels] }, label: name };
}
