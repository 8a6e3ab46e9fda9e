/**
 * @file What the insights commands share: their options, the table of --csv, and printing "too few data".
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { insightsOutput } from "../contracts/insights-cli";
import { AppError } from "../core/errors";
import { readTable } from "../insights/table/read-table";
import type { DataTable, Notice, TooFewData } from "../insights/types";
import type { CommandIo } from "./command";
import { UsageError } from "./command";

const text = { type: "string" } as const;
export const INSIGHT_OPTIONS = { csv: text, target: text, folds: text, repeats: text, seed: text, ignore: text, keep: text, "use-protected": text, json: { type: "boolean" }, quick: { type: "boolean" } } as const;

/** @throws AppError "insights/bad-table" when the file cannot be read */
export async function openTable(file: string): Promise<{ table: DataTable; notices: Notice[] }> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError("insights/bad-table", `Cannot read ${file}.`, { cause });
  });
  return readTable(bytes, path.basename(file));
}

/** "a, b" → ["a", "b"]; undefined → nothing. */
export const listOf = (value: string | undefined): string[] => (value ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");

export function wholeNumber(value: string | undefined, option: string, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value) || Number(value) < least) throw new UsageError(`--${option} is a whole number from ${least}`);
  return Number(value);
}

/** Alarms first. */
export const sentences = (notices: readonly Notice[]): string[] => {
  const order = { alarm: 0, warning: 1, info: 2 };
  return [...notices].sort((a, b) => order[a.level] - order[b.level]).map((notice) => notice.message);
};

/** The answer "too few data", as JSON where asked. @throws AppError "insights/too-few-data", so that the exit code is 1 */
export function refuse(found: TooFewData, notices: readonly Notice[], { io, json }: { io: CommandIo; json: boolean | undefined }): never {
  const { target, have, need, message } = found;
  if (json) io.out(JSON.stringify(insightsOutput.parse({ target, n: have.rows, folds: 0, metrics: {}, calibration: null, importance: [], warnings: [message, ...sentences([...found.warnings, ...notices])], tooFewData: { have, need } })));
  throw new AppError("insights/too-few-data", message, { context: { rows: have.rows, events: have.events, needRows: need.rows } });
}

/** Alarms and warnings on stderr, so that nobody overlooks them. */
export function noteLoudly(notices: readonly Notice[], io: CommandIo): void {
  for (const { level, message } of notices) if (level !== "info") io.note(level === "alarm" ? `!! ALARM  ${message}` : `!  ${message}`);
}

/** "0.847 (0.821–0.873)" */
export const figure = ({ mean, low, high }: { mean: number; low: number; high: number }): string => `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
