/**
 * @file Leak check where the answer is a rating or a number: columns that say it again, give it away by themselves, or tell by
 * their name that they were written with it. Strength is that of find-leaks.ts, asked once per rating (or height of the number).
 */
import { correlation } from "../../core/correlation";
import { guessTargets, isResultName } from "./column-names";
import { LEAK_AUC, soloAuc } from "./find-leaks";
import type { Column, DataTable, Notice } from "./types";

/**
 * Of one rating against all others: a column may honestly tell one of them (pay rises tell the best rating with .90 in the INX
 * table), so telling a single one is a leak only when it is nearly certain.
 */
export const LEAK_AUC_OF_ONE = 0.95;
/** Of a number, above against below its quartiles: a correlation of about .9. Results have honest columns nearer to them than leaving has. */
export const LEAK_AUC_OF_NUMBER = 0.94;
/** A number that follows the target this closely is the target written twice. */
const COPY_CORRELATION = 0.98;
const COPY_AGREEMENT = 0.99;
/** Numbers with more different values are grouped; more groups than this learn nothing from their few rows. */
const MOST_GROUPS = 20;
const ROWS_PER_GROUP = 20;
/** Strength is asked of so many rows, evenly taken: more of them change no alarm, and a check must not keep anybody waiting. */
const MOST_ROWS = 5000;
/** Fewer rows of a rating, or beside it, and its AUC is a matter of luck. */
const LEAST_ROWS = 10;

export interface ResultTarget {
  readonly column: Column;
  readonly task: "classification" | "regression";
  /** Class numbers, or the numbers themselves. */
  readonly targets: Float64Array;
}

/** The columns to set aside, one notice each. @param table holds no row without a target */
export function findResultLeaks(table: DataTable, target: ResultTarget): Notice[] {
  const step = Math.ceil(table.rows / MOST_ROWS);
  const some = <T>(all: readonly T[]): T[] => (step <= 1 ? [...all] : all.filter((_, row) => row % step === 0));
  const questions = questionsOf(target.task, some(Array.from(target.targets)));
  const isRating = isResultName(target.column.name) || guessTargets([target.column.name], "performance").length > 0;
  return table.columns.flatMap((column): Notice[] => {
    if (column.role !== "feature") return [];
    const [name, of] = [column.name, target.column.name];
    if (isCopy(column, target)) return [{ code: "leak/copy-of-target", level: "alarm", columns: [name], values: {}, message: `Leak: "${name}" is a near-copy of "${of}". It was set aside.` }];
    const { auc, isLeak } = strengthOf({ ...column, cells: some(column.cells) }, questions, target.task);
    const values = { auc: Math.round(auc * 1000) / 1000 };
    if (isLeak) return [{ code: "leak/gives-answer", level: "alarm", columns: [name], values, message: `Leak: "${name}" gives "${of}" away (by itself AUC ${values.auc}; 0.5 is chance). It was set aside; if it is really known beforehand, give it back its role (--keep on the command line).` }];
    if (isRating && isResultName(name)) return [{ code: "leak/gives-answer", level: "alarm", columns: [name], values, message: `Leak: by its name "${name}" is written together with "${of}" or after it. It was set aside; if it is really known beforehand, give it back its role (--keep on the command line).` }];
    return [];
  });
}

interface Question {
  readonly outcomes: readonly number[];
  readonly share: number;
}

/** "Is it this rating?" for each rating; "is it above this quartile?" for a number. */
function questionsOf(task: ResultTarget["task"], all: readonly number[]): Question[] {
  const sorted = [...all].sort((a, b) => a - b);
  const asked = task === "classification" ? [...new Set(all)].map((of) => all.map((one) => Number(one === of))) : [0.25, 0.5, 0.75].map((at) => all.map((one) => Number(one > (sorted[Math.floor(at * (sorted.length - 1))] ?? 0))));
  return asked.flatMap((outcomes) => {
    const events = outcomes.reduce((sum, one) => sum + one, 0);
    return Math.min(events, outcomes.length - events) < LEAST_ROWS ? [] : [{ outcomes, share: task === "classification" ? events / outcomes.length : 1 }];
  });
}

/** Mean over the questions, frequent ratings counting for more; and the one that it answers best. */
function strengthOf(column: Column, questions: readonly Question[], task: ResultTarget["task"]): { auc: number; isLeak: boolean } {
  // The middle one of three ratings is neither high nor low: in order a copy tells nothing about it, by groups it tells all.
  const ways = [...new Set([column, inGroups(column)])];
  const aucs = questions.map(({ outcomes }) => Math.max(...ways.map((one) => soloAuc(one, outcomes)).map((auc) => Math.max(auc, 1 - auc))));
  const whole = questions.reduce((sum, { share }) => sum + share, 0);
  const mean = whole === 0 ? 0.5 : aucs.reduce((sum, auc, at) => sum + auc * (questions[at]?.share ?? 0), 0) / whole;
  const best = Math.max(0.5, ...aucs);
  if (task === "regression") return { auc: mean, isLeak: mean >= LEAK_AUC_OF_NUMBER };
  return best >= LEAK_AUC_OF_ONE ? { auc: best, isLeak: true } : { auc: mean, isLeak: mean >= LEAK_AUC };
}

/** Numbers as categories: each value one where they are few, groups of equal size otherwise. */
function inGroups(column: Column): Column {
  if (column.kind === "category" || column.kind === "text") return column;
  const known = column.cells.filter((cell): cell is number => typeof cell === "number").sort((a, b) => a - b);
  const values = [...new Set(known)];
  const groups = Math.max(2, Math.min(MOST_GROUPS, Math.floor(known.length / ROWS_PER_GROUP)));
  const bounds = values.length <= MOST_GROUPS ? values : Array.from({ length: groups - 1 }, (_, at) => known[Math.floor(((at + 1) * known.length) / groups)] ?? 0);
  return { ...column, kind: "category", cells: column.cells.map((cell) => (typeof cell === "number" ? String(bounds.filter((bound) => cell >= bound).length) : null)) };
}

/** Says the same: classes that map one to one onto this column's values, or numbers that run along. */
function isCopy(column: Column, { column: target, targets }: ResultTarget): boolean {
  if (column.kind === "number" && target.kind === "number" && Math.abs(correlation(column.cells.map((cell) => Number(cell ?? 0)), targets)) >= COPY_CORRELATION) return true;
  const seen = new Map<string, Map<number, number>>();
  column.cells.forEach((cell, row) => {
    const counts = seen.get(String(cell)) ?? new Map<number, number>();
    counts.set(targets[row] ?? 0, (counts.get(targets[row] ?? 0) ?? 0) + 1);
    seen.set(String(cell), counts);
  });
  if (seen.size > 60) return false;
  const right = [...seen.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
  const most = Math.max(...[...new Set(targets)].map((value) => targets.filter((one) => one === value).length));
  return right >= COPY_AGREEMENT * targets.length && most < 0.95 * targets.length;
}
