/**
 * @file Imported tables: taken in under the approval, looked at and mapped, kept as a version with a hash, deleted. What is kept
 * is what was checked: the hash covers cells and mapping.
 */
import { keepInsightLabelsOf } from "../../../db/queries/insight-labels";
import { addInsightTable, deleteInsightTable, findInsightTable, listDirectoryKeys, listInsightTables, putInsightMapping, readInsightCells, takeOutRows, type InsightTableRow } from "../../../db/queries/insight-tables";
import type { Database } from "../../../db/client";
import { importFields, tableMapping, type NoticeView, type TableDetail, type TableMapping, type TableUse, type TableView } from "../../contracts/insights";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { scopeOf, systemScope, type Scope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { commentsOf } from "../../insights/comments/label-columns";
import { readTable } from "../../insights/table/read-table";
import { showCell } from "../../insights/table/target";
import type { DataTable, Notice } from "../../insights/table/types";
import { record } from "../audit/record";
import { readForm } from "../documents/upload";
import { authorise } from "../policy";
import { requireInsights } from "./approval";
import { applyMapping, checkTable, guessMapping } from "./mapping";
import { canonicalCells, keyOfRow, rowsByKey, withoutRows } from "./table-file";

const system = systemScope("people insights");
const MAX_BYTES = 20 * 1024 * 1024;

export interface StoredReport {
  readonly notices: readonly NoticeView[];
  readonly problem: string | null;
}

export async function listTables(db: Database, actor: Actor): Promise<TableView[]> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  return (await listInsightTables(db, scopeOf(actor))).map(tableViewOf);
}

export function tableViewOf(row: InsightTableRow): TableView {
  const notices = (row.report as StoredReport | null)?.notices ?? [];
  return {
    id: row.id, name: row.name, number: row.number, fileName: row.fileName, use: row.use, rows: row.rows, removedRows: row.removedRows,
    isMapped: row.mappedAt !== null, sha256: row.sha256, importedBy: row.importedByName, createdAt: row.createdAt.toISOString(),
    versions: row.versions, alarms: notices.filter(({ level }) => level === "alarm").length,
  };
}

/**
 * Multipart: `file` and `meta` (JSON of `importFields`).
 * @returns the table's id; its columns are still to be mapped
 * @throws AppError "insights/off", "insights/bad-table", "request/invalid", "request/too-large", "policy/forbidden"
 */
export async function importTable(db: Database, actor: Actor, request: Request): Promise<string> {
  authorise(actor, "insights:manage");
  await requireInsights(db);
  const form = await readForm(request, MAX_BYTES);
  const meta = form.get("meta");
  const file = form.get("file");
  const fields = importFields.safeParse(typeof meta === "string" ? parsed(meta) : undefined);
  if (!fields.success || !(file instanceof File)) throw new AppError("request/invalid", "an import needs a file, a name and a use", { userMessage: "Choose a file, give the table a name and say what it is for." });
  return keepTable(db, actor, { ...fields.data, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("request/invalid", "the import's meta field is not JSON", { cause });
  }
}

/** Keeps a table's cells with a guessed mapping. @throws AppError "insights/bad-table", saying what is wrong with the file */
export async function keepTable(db: Database, actor: Actor, table: { name: string; use: TableUse; fileName: string; bytes: Uint8Array }): Promise<string> {
  const { content, rows, notices } = await canonicalCells(table.bytes, table.fileName).catch((error: unknown) => {
    throw error instanceof AppError && error.code === "insights/bad-table" ? new AppError(error.code, error.message, { userMessage: error.message, cause: error }) : error;
  });
  const read = await readTable(content, table.name);
  const mapping = withLeaksAside(read, guessMapping(read.table, table.use));
  return db.transaction(async (tx) => {
    await requireInsights(tx);
    const id = await addInsightTable(tx, scopeOf(actor), { name: table.name, fileName: table.fileName.slice(0, 200), use: table.use, rows, mapping, content, report: { notices, problem: null } });
    await record(tx, actor, { action: "insights.table-imported", object: { kind: "insight", id }, facts: { use: table.use, rows } });
    return id;
  });
}

/** Columns that give the answer away are set aside from the start; the HR lead sees why, loudly. */
function withLeaksAside({ table, notices }: { table: DataTable; notices: Notice[] }, mapping: TableMapping): TableMapping {
  const { leaks } = checkTable(applyMapping(table, mapping), mapping.use, notices);
  return { ...mapping, columns: mapping.columns.map((column) => (leaks.includes(column.name) ? { ...column, role: "ignored" as const } : column)) };
}

/** @param tried a mapping to look at; left out: the one that is kept. @throws AppError "request/not-found", "request/invalid", "insights/off" */
export async function tableDetail(db: Database, actor: Actor, id: string, tried?: TableMapping): Promise<TableDetail> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  const { row, read } = await openRow(db, scopeOf(actor), id);
  const mapping = tried ?? tableMapping.parse(row.mapping);
  const table = applyMapping(read.table, mapping);
  const { columns, notices, problem, tooFew } = checkTable(table, mapping.use, [...formNotices(row.report, read.notices), ...read.notices, ...leaksNamed(read, mapping)]);
  return { table: tableViewOf(row), mapping, columns, notices, problem: problem ?? keyProblem(table, mapping), matched: (await peopleOf(db, table, mapping)).length, tooFew };
}

const OF_FORM: ReadonlySet<string> = new Set<Notice["code"]>(["table/duplicate-names", "table/ragged-rows", "table/titles", "table/no-names", "table/empty-rows"]);

/** What the file's form gave to say when it was imported: the cells that are kept do not show it. */
const formNotices = (report: unknown, said: readonly Notice[]): Notice[] => ((report as { notices: Notice[] } | null)?.notices ?? []).filter(({ code }) => OF_FORM.has(code) && !said.some((one) => one.code === code));

/** What was set aside as a leak stays said, however often the mapping is looked at. */
function leaksNamed({ table }: { table: DataTable }, mapping: TableMapping): Notice[] {
  const asFeatures = { ...mapping, columns: mapping.columns.map((column) => (column.role === "ignored" ? { ...column, role: "feature" as const } : column)) };
  const all = checkTable(applyMapping(table, asFeatures), mapping.use, []);
  const aside = new Set(mapping.columns.filter(({ role }) => role === "ignored").map(({ name }) => name));
  return (all.notices as Notice[]).filter((one) => one.code.startsWith("leak/") && one.columns.some((column) => aside.has(column)));
}

function keyProblem(table: DataTable, { key, group }: TableMapping): string | null {
  const missing = [key, group].find((name) => name !== null && !table.columns.some((column) => column.name === name));
  return missing === undefined ? null : `There is no column “${missing ?? ""}”.`;
}

/**
 * Keeps a mapping; the table can be trained on from then on.
 * @throws AppError "request/conflict" when versions were trained on it: import it anew; "request/invalid" when it cannot be used so
 */
export async function saveMapping(db: Database, actor: Actor, id: string, mapping: TableMapping, clock: Clock = systemClock): Promise<TableDetail> {
  authorise(actor, "insights:manage");
  const detail = await tableDetail(db, actor, id, mapping);
  if (detail.problem !== null) throw new AppError("request/invalid", "the mapping does not fit the use", { userMessage: detail.problem });
  if (detail.table.versions > 0) throw new AppError("request/conflict", "versions were trained on this table", { userMessage: "Versions were trained on this table as it is mapped. Import it again to map it otherwise: the earlier version keeps its own." });
  const { read } = await openRow(db, scopeOf(actor), id);
  const content = await cellsOf(db, id);
  const people = await peopleOf(db, applyMapping(read.table, mapping), mapping);
  const report: StoredReport = { notices: detail.notices, problem: null };
  await db.transaction(async (tx) => {
    await putInsightMapping(tx, scopeOf(actor), id, { use: mapping.use, mapping, report, sha256: hashOf(content, mapping), at: new Date(clock.now()), people });
    const count = (role: string) => mapping.columns.filter((column) => column.role === role).length;
    await record(tx, actor, { action: "insights.table-mapped", object: { kind: "insight", id }, facts: { use: mapping.use, learned: count("feature"), protected: count("protected") } }, clock);
  });
  return tableDetail(db, actor, id);
}

/** Deletes it with everything that was trained on it. @throws AppError "request/not-found", "policy/forbidden" */
export async function deleteTable(db: Database, actor: Actor, id: string): Promise<void> {
  authorise(actor, "insights:manage");
  await db.transaction(async (tx) => {
    const row = await findInsightTable(tx, scopeOf(actor), id);
    if (!row || !(await deleteInsightTable(tx, scopeOf(actor), id))) throw new AppError("request/not-found", "no such table");
    await record(tx, actor, { action: "insights.table-deleted", object: { kind: "insight", id }, facts: { rows: row.rows, versions: row.versions } });
  });
}

/** Takes the rows of a key out of a table and out of what versions said. @returns how many rows went */
export async function removeRow(db: Database, { id, rowKey }: { id: string; rowKey: string }): Promise<number> {
  const table = await openMapped(db, system, id);
  return removeRows(db, table, rowsByKey(keysOf(table.read.table, table.mapping), table.read.table.rows).get(rowKey) ?? []);
}

/** @param gone numbers of rows, 0-based @returns how many rows went */
export async function removeRows(db: Database, { row, read, mapping }: MappedTable, gone: readonly number[]): Promise<number> {
  if (gone.length === 0) return 0;
  const content = withoutRows(await cellsOf(db, row.id), new Set(gone));
  const keys = keysOf(read.table, mapping);
  await takeOutRows(db, system, { id: row.id, rowKeys: [...new Set(gone.map((at) => keyOfRow(keys, at)))], content, sha256: row.sha256 === null ? null : hashOf(content, mapping), removed: gone.length });
  if (row.use === "comments") await keepInsightLabelsOf(db, system, { tableId: row.id, comments: commentsOf((await openMapped(db, system, row.id)).read.table, "sentiment").map(({ id }) => id) });
  return gone.length;
}

export interface MappedTable {
  readonly row: InsightTableRow;
  readonly mapping: TableMapping;
  readonly read: { readonly table: DataTable; readonly notices: Notice[] };
}

/** A table with its mapping applied. @throws AppError "request/not-found" */
export async function openMapped(db: Database, scope: Scope, id: string): Promise<MappedTable> {
  const { row, read } = await openRow(db, scope, id);
  const mapping = tableMapping.parse(row.mapping);
  return { row, mapping, read: { ...read, table: applyMapping(read.table, mapping) } };
}

async function openRow(db: Database, scope: Scope, id: string): Promise<{ row: InsightTableRow; read: { table: DataTable; notices: Notice[] } }> {
  const row = await findInsightTable(db, scope, id);
  if (!row) throw new AppError("request/not-found", "no such table");
  return { row, read: await readTable(await cellsOf(db, id), row.name) };
}

async function cellsOf(db: Database, id: string): Promise<Uint8Array> {
  const content = await readInsightCells(db, system, id);
  if (!content) throw new AppError("request/not-found", "no such table");
  return content;
}

const hashOf = (content: Uint8Array, mapping: TableMapping): string => sha256(`${sha256(content)}\n${JSON.stringify(mapping)}`);

/** The key column's cells as written; null without one. */
export function keysOf(table: DataTable, { key }: TableMapping): (string | null)[] | null {
  const column = table.columns.find(({ name }) => name === key);
  return column ? column.cells.map((_, row) => showCell(column, row)) : null;
}

/** Rows that name somebody in the directory, by e-mail address or directory number. */
async function peopleOf(db: Database, table: DataTable, mapping: TableMapping): Promise<{ rowKey: string; employeeId: string }[]> {
  const keys = keysOf(table, mapping);
  if (keys === null) return [];
  const directory = await listDirectoryKeys(db, system);
  const byName = new Map(directory.flatMap(({ id, email }): [string, string][] => [[email, id], [id.toLowerCase(), id]]));
  return [...rowsByKey(keys, table.rows).keys()].flatMap((rowKey) => {
    const employeeId = byName.get(rowKey.toLowerCase());
    return employeeId === undefined ? [] : [{ rowKey, employeeId }];
  });
}
