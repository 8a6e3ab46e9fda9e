/**
 * @file What is wrong with a line of an imported file, in words of our own: column, colon, reason. lib/browser/chinese-import-lines.ts
 * says the same in Chinese; a test there holds the two lists against each other.
 */
import type { z } from "zod";

const MOST = 2;
/** Fields that are made of more than one column, or are called otherwise in the file. */
const COLUMNS: Readonly<Record<string, string>> = { "price.amount": "price", "price.currency": "currency", "title.en": "title", "title.zh": "title_zh", medianYears: "years" };

/** @param prefix of the column's name: a band's `from` is the column `band_from` */
export function issuesText({ issues }: z.ZodError, prefix = ""): string {
  return issues.slice(0, MOST).map((issue) => `${columnOf(issue.path, prefix)}: ${reasonOf(issue)}`).join("; ");
}

function columnOf(path: readonly PropertyKey[], prefix: string): string {
  // "languages.1" is the second of a list in one column.
  const field = path.filter((part) => typeof part === "string").join(".");
  if (field === "") return "line";
  return COLUMNS[field] ?? (field === "currency" ? field : `${prefix}${field}`);
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected === "number" ? "must be a number" : issue.expected === "int" ? "must be a whole number" : "is missing";
  if (issue.code === "too_small") return issue.origin === "number" || issue.origin === "int" ? (issue.inclusive === true ? `must be at least ${issue.minimum}` : `must be more than ${issue.minimum}`) : "is missing";
  if (issue.code === "too_big") return issue.origin === "string" ? `must have at most ${issue.maximum} letters` : `must be at most ${issue.maximum}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  return issue.code === "invalid_format" ? "must be of lower case letters, digits and hyphens" : "cannot be read";
}
