/**
 * @file Labels made in the product: an HR lead reads comments one after another, without names, and says how each sounds or what
 * it is about. Training counts these labels before the file's.
 */
import { dropInsightLabel, listInsightLabels, putInsightLabel } from "../../../db/queries/insight-labels";
import { listDirectoryKeys } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { LABELS_AT_ONCE, MOST_LABELS, type LabelQueue, type LabelRequest } from "../../contracts/insights-labels";
import type { LabelField } from "../../contracts/insights";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { commentsOf, type Comment } from "../../insights/comments/label-columns";
import { MIN_PER_LABEL } from "../../insights/comments/read-labelled";
import type { DataTable } from "../../insights/table/types";
import { maskPeople } from "../../people/blind/mask-text";
import { record } from "../audit/record";
import { authorise } from "../policy";
import { requireInsights } from "./approval";
import { openMapped } from "./tables";

const system = systemScope("people insights");

/** Where a file brings no labels. */
const USUAL: Readonly<Record<LabelField, readonly string[]>> = {
  sentiment: ["negative", "neutral", "positive"],
  theme: ["workload", "pay", "management", "growth", "workplace", "team"],
};

/**
 * The next comments without a label. Reading them is an audit line.
 * @throws AppError "insights/off", "request/not-found", "policy/forbidden"; "request/invalid" for a table of something else;
 *   "data/unavailable" without an audit line
 */
export async function labelQueue(db: Database, actor: Actor, { tableId, field, after = "" }: { tableId: string; field: LabelField; after?: string | undefined }): Promise<LabelQueue> {
  const { name, table } = await openComments(db, actor, tableId);
  const given = await listInsightLabels(db, system, { tableId, field });
  const comments = commentsOf(table, field);
  const labelled = comments.flatMap(({ id, label }) => given.get(id) ?? label ?? []);
  // By their hash: chance, and the same for everyone who labels.
  const waiting = comments.filter(({ id, label }) => label === null && !given.has(id)).sort((a, b) => Number(a.id <= after) - Number(b.id <= after) || (a.id < b.id ? -1 : 1));
  const names = (await listDirectoryKeys(db, system)).map((person) => person.name);
  const shown = waiting.slice(0, LABELS_AT_ONCE).map(({ id, text }) => ({ id, text: maskPeople(text, names) }));
  if (shown.length > 0) await record(db, actor, { action: "insights.comments-read", object: { kind: "insight", id: tableId }, facts: { of: field, shown: shown.length } });
  return {
    table: name, field, choices: choicesOf(comments, field, [...given.values()]), total: comments.length, inFile: comments.filter(({ id, label }) => label !== null && !given.has(id)).length,
    here: comments.filter(({ id }) => given.has(id)).length, waiting: waiting.length, counts: countsOf(labelled), least: MIN_PER_LABEL, comments: shown,
  };
}

/**
 * Keeps one label, or takes it back.
 * @throws AppError as `labelQueue`; "request/not-found" for a comment that is not in the table; "request/invalid" for one label too many
 */
export async function putLabel(db: Database, actor: Actor, { tableId, field, comment, label }: LabelRequest & { tableId: string }): Promise<void> {
  const { table } = await openComments(db, actor, tableId);
  const comments = commentsOf(table, field);
  if (!comments.some(({ id }) => id === comment)) throw new AppError("request/not-found", "no such comment");
  if (label === null) return dropInsightLabel(db, scopeOf(actor), { tableId, field, comment });
  const used = choicesOf(comments, field, [...(await listInsightLabels(db, system, { tableId, field })).values()]);
  if (!used.includes(label) && used.length >= MOST_LABELS) throw new AppError("request/invalid", "too many labels", { userMessage: `At most ${MOST_LABELS} labels can be told apart. Use one of those that are there.` });
  await putInsightLabel(db, scopeOf(actor), { tableId, field, comment, label });
}

async function openComments(db: Database, actor: Actor, id: string): Promise<{ name: string; table: DataTable }> {
  authorise(actor, "insights:manage");
  await requireInsights(db);
  const { row, read } = await openMapped(db, scopeOf(actor), id);
  if (row.use !== "comments" || row.mappedAt === null) throw new AppError("request/invalid", "no mapped table of comments", { userMessage: "Only a table of comments whose columns have been mapped can be labelled." });
  return { name: row.name, table: read.table };
}

/** The file's own labels, most frequent first; the usual ones where it has none; then what was added here. */
function choicesOf(comments: readonly Comment[], field: LabelField, given: readonly string[]): string[] {
  const own = Object.entries(countsOf(comments.flatMap(({ label }) => label ?? []))).sort((a, b) => b[1] - a[1]).map(([label]) => label);
  return [...new Set([...(own.length > 0 ? own.slice(0, MOST_LABELS) : USUAL[field]), ...[...given].sort()])];
}

function countsOf(labels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}
