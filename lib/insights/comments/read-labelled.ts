/**
 * @file Table → labelled texts: which column holds sentences and which labels, found when not named (the IMDB file's
 * "review,sentiment" works as it is). Markup is taken out; copies are dropped, so that none is tested on after learning it.
 */
import { AppError } from "../../core/errors";
import type { Column, DataTable } from "../table/types";
import { showCell } from "../table/target";

export interface LabelledTexts {
  readonly texts: readonly string[];
  /** Label number per text. */
  readonly targets: readonly number[];
  readonly labels: readonly string[];
  readonly textColumn: string;
  readonly labelColumn: string;
  readonly warnings: readonly string[];
}

export const MIN_PER_LABEL = 15;
const MOST_LABELS = 20;

/** @throws AppError "insights/bad-target" when no column fits; "insights/too-few-data" when no two labels have enough texts */
export function readLabelled(table: DataTable, names: { text?: string; label?: string } = {}): LabelledTexts {
  const text = named(table, names.text) ?? longest(table);
  const label = named(table, names.label) ?? fewest(table, text);
  const seen = new Set<string>();
  const pairs = text.cells.flatMap((cell, row) => {
    const [plain, value] = [cell === null ? "" : cleanText(String(cell)), showCell(label, row)];
    if (plain === "" || value === null || seen.has(plain)) return [];
    seen.add(plain);
    return [{ plain, value }];
  });
  const counts = new Map<string, number>();
  for (const { value } of pairs) counts.set(value, (counts.get(value) ?? 0) + 1);
  const labels = [...counts].filter(([, n]) => n >= MIN_PER_LABEL).map(([value]) => value).sort();
  if (labels.length < 2) throw tooFew(text.name, label.name, counts);
  if (labels.length > MOST_LABELS) throw new AppError("insights/bad-target", `"${label.name}" has ${labels.length} different labels; at most ${MOST_LABELS} can be told apart.`);
  const kept = pairs.filter(({ value }) => labels.includes(value));
  const rare = counts.size - labels.length;
  const warnings = [
    ...(table.rows > pairs.length ? [`${table.rows - pairs.length} rows were left out: empty, without a label, or copies of another text.`] : []),
    ...(rare > 0 ? [`${rare} labels with fewer than ${MIN_PER_LABEL} texts were left out.`] : []),
  ];
  return { texts: kept.map(({ plain }) => plain), targets: kept.map(({ value }) => labels.indexOf(value)), labels, textColumn: text.name, labelColumn: label.name, warnings };
}

/** Without tags and doubled white space. */
export const cleanText = (text: string): string => text.replace(/<[^<>]{1,200}>/g, " ").replace(/\s+/g, " ").trim();

function named(table: DataTable, name: string | undefined): Column | null {
  if (name === undefined) return null;
  const found = table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new AppError("insights/bad-target", `There is no column "${name}". The columns are: ${table.columns.map((column) => column.name).join(", ")}.`);
  return found;
}

const meanLength = (column: Column): number => column.cells.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length : 0), 0) / Math.max(1, column.cells.length);

function longest(table: DataTable): Column {
  const best = table.columns.reduce<Column | null>((a, b) => (a === null || meanLength(b) > meanLength(a) ? b : a), null);
  if (!best || meanLength(best) < 8) throw new AppError("insights/bad-target", "No column holds sentences. Name it with --text.");
  return best;
}

const LABEL_NAMES = /^(label|sentiment|theme|class|category|target|polarity|情感|标签|主题|类别)$/i;

function fewest(table: DataTable, text: Column): Column {
  const distinct = (column: Column): number => new Set(column.cells.filter((cell) => cell !== null)).size;
  const fitting = table.columns.filter((column) => column !== text && distinct(column) >= 2 && distinct(column) <= MOST_LABELS);
  const best = fitting.find((column) => LABEL_NAMES.test(column.name)) ?? fitting.sort((a, b) => distinct(a) - distinct(b))[0];
  if (!best) throw new AppError("insights/bad-target", "No column holds labels. Name it with --label.");
  return best;
}

function tooFew(text: string, label: string, counts: ReadonlyMap<string, number>): AppError {
  const message = `Too few data: "${label}" of "${text}" needs two labels with at least ${MIN_PER_LABEL} texts each; there are ${[...counts].slice(0, 8).map(([value, n]) => `${value} ${n}`).join(", ")}.`;
  return new AppError("insights/too-few-data", message, { userMessage: message });
}
