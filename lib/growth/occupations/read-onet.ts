/**
 * @file O*NET's tables → occupations with the texts of their tasks, and which occupations its analysts call related.
 */
import { csvParse } from "d3-dsv";
import { AppError } from "../../core/errors";

export interface Occupation {
  readonly code: string;
  readonly title: string;
  readonly tasks: readonly string[];
}

/** Occupation → related occupation → gain: 3 primary-short, 2 primary-long, 1 supplemental. */
export type Related = ReadonlyMap<string, ReadonlyMap<string, number>>;

const GAINS: Readonly<Record<string, number>> = { "Primary-Short": 3, "Primary-Long": 2, Supplemental: 1 };

function rows(csv: string, columns: readonly string[], file: string): Record<string, string>[] {
  const parsed = csvParse(csv.replace(/^\uFEFF/, ""));
  const missing = columns.filter((column) => !parsed.columns.includes(column));
  if (missing.length > 0) throw new AppError("eval/bad-input", `${file} lacks the columns ${missing.join(", ")}; expected O*NET's table`);
  return parsed.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ""])));
}

/** @throws AppError "eval/bad-input" naming missing columns */
export function readTasks(csv: string): Occupation[] {
  const byCode = new Map<string, { title: string; tasks: string[] }>();
  for (const row of rows(csv, ["O*NET-SOC Code", "Title", "Task Title"], "the file of tasks")) {
    const code = row["O*NET-SOC Code"] ?? "";
    const entry = byCode.get(code) ?? { title: row["Title"] ?? "", tasks: [] };
    entry.tasks.push(row["Task Title"] ?? "");
    byCode.set(code, entry);
  }
  return [...byCode].map(([code, entry]) => ({ code, ...entry }));
}

/** @throws AppError "eval/bad-input" naming missing columns or an unknown tier */
export function readRelated(csv: string): Related {
  const related = new Map<string, Map<string, number>>();
  for (const row of rows(csv, ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier"], "the file of related occupations")) {
    const gain = GAINS[row["Relatedness Tier"] ?? ""];
    if (gain === undefined) throw new AppError("eval/bad-input", `unknown tier "${row["Relatedness Tier"] ?? ""}"; expected ${Object.keys(GAINS).join(", ")}`);
    const of = related.get(row["O*NET-SOC Code"] ?? "") ?? new Map<string, number>();
    of.set(row["Related O*NET-SOC Code"] ?? "", gain);
    related.set(row["O*NET-SOC Code"] ?? "", of);
  }
  return related;
}
