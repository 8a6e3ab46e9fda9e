/** @file Imported tables of people insights: cells, mapping, whom a row is about; taking a row out; all of it gone when insights are switched off. */
import { and, asc, count, desc, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import type { TableUse } from "../../lib/contracts/insights";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { employees, insightDatasetPeople, insightDatasets, insightEvents, insightPeople, insightPlans, insightRuns, insightServing, insightVersions, users } from "../schema";

export type InsightTableRow = Omit<typeof insightDatasets.$inferSelect, "content"> & { readonly importedByName: string | null; readonly versions: number };

const facts = {
  id: insightDatasets.id, name: insightDatasets.name, fileName: insightDatasets.fileName, use: insightDatasets.use, number: insightDatasets.number, sha256: insightDatasets.sha256, rows: insightDatasets.rows,
  removedRows: insightDatasets.removedRows, mapping: insightDatasets.mapping, report: insightDatasets.report, importedBy: insightDatasets.importedBy, createdAt: insightDatasets.createdAt, mappedAt: insightDatasets.mappedAt,
};
const versions = sql<number>`(select count(*)::int from ${insightVersions} where ${insightVersions.datasetId} = ${insightDatasets.id})`;

/** Newest first. */
export async function listInsightTables(db: Database, _scope: Scope, uses?: readonly TableUse[]): Promise<InsightTableRow[]> {
  return db
    .select({ ...facts, importedByName: users.name, versions })
    .from(insightDatasets)
    .leftJoin(users, eq(users.id, insightDatasets.importedBy))
    .where(uses ? and(inArray(insightDatasets.use, [...uses]), isNotNull(insightDatasets.mappedAt)) : undefined)
    .orderBy(desc(insightDatasets.createdAt), desc(insightDatasets.id));
}

export async function findInsightTable(db: Database, _scope: Scope, id: string): Promise<InsightTableRow | null> {
  const [row] = await db.select({ ...facts, importedByName: users.name, versions }).from(insightDatasets).leftJoin(users, eq(users.id, insightDatasets.importedBy)).where(eq(insightDatasets.id, id));
  return row ?? null;
}

/** Its cells as CSV. */
export async function readInsightCells(db: Database, _scope: Scope, id: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ content: insightDatasets.content }).from(insightDatasets).where(eq(insightDatasets.id, id));
  return row ? Uint8Array.from(row.content) : null;
}

export async function addInsightTable(db: Database, scope: ActorScope, table: { name: string; fileName: string; use: TableUse; rows: number; mapping: unknown; report: unknown; content: Uint8Array }): Promise<string> {
  const [last] = await db.select({ number: max(insightDatasets.number) }).from(insightDatasets).where(eq(insightDatasets.name, table.name));
  const id = newId<string>();
  await db.insert(insightDatasets).values({ id, ...table, number: (last?.number ?? 0) + 1, importedBy: scope.userId });
  return id;
}

/** What its columns mean, and whom its rows are about. */
export async function putInsightMapping(db: Database, _scope: ActorScope, id: string, mapped: { use: TableUse; mapping: unknown; report: unknown; sha256: string; at: Date; people: readonly { rowKey: string; employeeId: string }[] }): Promise<void> {
  const { people, at, ...set } = mapped;
  await db.update(insightDatasets).set({ ...set, mappedAt: at }).where(eq(insightDatasets.id, id));
  await db.delete(insightDatasetPeople).where(eq(insightDatasetPeople.datasetId, id));
  if (people.length > 0) await db.insert(insightDatasetPeople).values(people.map((person) => ({ datasetId: id, ...person })));
}

/** @returns whether there was one */
export async function deleteInsightTable(db: Database, _scope: ActorScope, id: string): Promise<boolean> {
  return (await db.delete(insightDatasets).where(eq(insightDatasets.id, id)).returning({ id: insightDatasets.id })).length > 0;
}

/** The table's hash, held until the transaction ends: nobody takes rows out of it meanwhile. Null: it is gone. */
export async function holdInsightTable(db: Database, _scope: SystemScope, id: string): Promise<{ sha256: string | null } | null> {
  const [row] = await db.select({ sha256: insightDatasets.sha256 }).from(insightDatasets).where(eq(insightDatasets.id, id)).for("share");
  return row ?? null;
}

/** Cells without rows that were taken out; what versions said of them, and whom they grouped together, goes too. */
export async function takeOutRows(db: Database, _scope: Scope, gone: { id: string; rowKeys: readonly string[]; content: Uint8Array; sha256: string | null; removed: number }): Promise<void> {
  const { id, rowKeys } = gone;
  await db.update(insightDatasets).set({ content: gone.content, sha256: gone.sha256, rows: sql`${insightDatasets.rows} - ${gone.removed}`, removedRows: sql`${insightDatasets.removedRows} + ${gone.removed}` }).where(eq(insightDatasets.id, id));
  await db.delete(insightDatasetPeople).where(and(eq(insightDatasetPeople.datasetId, id), inArray(insightDatasetPeople.rowKey, [...rowKeys])));
  const ofTable = db.select({ id: insightVersions.id }).from(insightVersions).where(eq(insightVersions.datasetId, id));
  await db.delete(insightPeople).where(and(inArray(insightPeople.versionId, ofTable), inArray(insightPeople.rowKey, [...rowKeys])));
  const members = sql`(select coalesce(jsonb_agg(one), '[]'::jsonb) from jsonb_array_elements(${insightVersions.artefact} -> 'members') one where not (${JSON.stringify(rowKeys)}::jsonb ? (one ->> 'id')))`;
  await db.update(insightVersions).set({ artefact: sql`jsonb_set(${insightVersions.artefact}, '{members}', ${members})` }).where(and(eq(insightVersions.datasetId, id), sql`jsonb_typeof(${insightVersions.artefact} -> 'members') = 'array'`));
}

/** What may name an account's person in a table: directory numbers and e-mail addresses, lower case. */
export async function listNamesOfAccount(db: Database, _scope: SystemScope, userId: UserId): Promise<string[]> {
  const entries = await db.select({ id: employees.id, email: employees.email }).from(employees).where(eq(employees.userId, userId));
  const accounts = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return [...new Set([...entries.flatMap(({ id, email }) => [id, email]), ...accounts.map(({ email }) => email)].map((name) => name.toLowerCase()))];
}

/** Rows about an account's own entry in the directory. */
export async function listOwnRows(db: Database, _scope: Scope, userId: UserId): Promise<{ tableId: string; rowKey: string; employeeId: string }[]> {
  return db
    .select({ tableId: insightDatasetPeople.datasetId, rowKey: insightDatasetPeople.rowKey, employeeId: insightDatasetPeople.employeeId })
    .from(insightDatasetPeople)
    .innerJoin(employees, eq(employees.id, insightDatasetPeople.employeeId))
    .where(eq(employees.userId, userId))
    .orderBy(asc(insightDatasetPeople.datasetId));
}

/** Directory entries by e-mail address, for matching keys; those who are here. */
export async function listDirectoryKeys(db: Database, _scope: SystemScope): Promise<{ id: string; email: string; name: string }[]> {
  return db.select({ id: employees.id, email: employees.email, name: employees.name }).from(employees).where(sql`${employees.leftOn} is null`);
}

/** Everything but approvals and contests. @returns how many tables and versions there were */
export async function deleteAllInsights(db: Database, _scope: ActorScope): Promise<{ tables: number; versions: number }> {
  const [tables] = await db.select({ n: count() }).from(insightDatasets);
  const [trained] = await db.select({ n: count() }).from(insightVersions);
  for (const table of [insightServing, insightEvents, insightRuns, insightPlans, insightDatasets]) await db.delete(table);
  return { tables: tables?.n ?? 0, versions: trained?.n ?? 0 };
}
