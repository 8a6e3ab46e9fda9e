/** @file Trained versions of people insights: what each page shows, what each says of a person, promotion and rollback. */
import { and, asc, desc, eq, max, sql } from "drizzle-orm";
import type { InsightEventKind, InsightKind } from "../../lib/contracts/insights";
import type { Scope, SystemScope } from "../../lib/core/scope";
import { newId } from "../../lib/core/ids";
import type { Database } from "../client";
import { employees, insightDatasetPeople, insightDatasets, insightEvents, insightPeople, insightServing, insightVersions, users } from "../schema";

export type InsightVersionRow = typeof insightVersions.$inferSelect;
export interface ListedInsightVersion extends InsightVersionRow {
  readonly table: string;
  readonly tableNumber: number;
  readonly tableRows: number;
  readonly removedRows: number;
}

export type NewInsightVersion = Omit<typeof insightVersions.$inferInsert, "number">;
export type NewInsightPerson = Omit<typeof insightPeople.$inferInsert, "versionId" | "employeeId">;

/** Keeps a version with what it says of each row; people of the directory are found by the table's own keys. */
export async function insertInsightVersion(db: Database, _scope: SystemScope, version: NewInsightVersion, people: readonly NewInsightPerson[]): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('insight_versions'))`);
  const [last] = await db.select({ number: max(insightVersions.number) }).from(insightVersions).where(eq(insightVersions.kind, version.kind));
  const number = (last?.number ?? 0) + 1;
  await db.insert(insightVersions).values({ ...version, number });
  const known = await db.select({ rowKey: insightDatasetPeople.rowKey, employeeId: insightDatasetPeople.employeeId }).from(insightDatasetPeople).where(eq(insightDatasetPeople.datasetId, version.datasetId));
  const byKey = new Map(known.map(({ rowKey, employeeId }) => [rowKey, employeeId]));
  for (let at = 0; at < people.length; at += 500) {
    const slice = people.slice(at, at + 500).map((person) => ({ ...person, versionId: version.id, employeeId: byKey.get(person.rowKey) ?? null }));
    await db.insert(insightPeople).values(slice).onConflictDoNothing();
  }
  return number;
}

const select = (db: Database) =>
  db
    .select({ version: insightVersions, table: insightDatasets.name, tableNumber: insightDatasets.number, tableRows: insightDatasets.rows, removedRows: insightDatasets.removedRows })
    .from(insightVersions)
    .innerJoin(insightDatasets, eq(insightDatasets.id, insightVersions.datasetId));
const flat = ({ version, ...table }: Awaited<ReturnType<typeof select>>[number]): ListedInsightVersion => ({ ...version, ...table });

/** Newest first. */
export async function listInsightVersions(db: Database, _scope: Scope, kind: InsightKind): Promise<ListedInsightVersion[]> {
  return (await select(db).where(eq(insightVersions.kind, kind)).orderBy(desc(insightVersions.number))).map(flat);
}

export async function findInsightVersion(db: Database, _scope: Scope, { kind, id }: { kind: InsightKind; id: string }): Promise<ListedInsightVersion | null> {
  const [row] = await select(db).where(and(eq(insightVersions.kind, kind), eq(insightVersions.id, id)));
  return row ? flat(row) : null;
}

export interface InsightServingRow {
  readonly versionId: string | null;
  readonly previousId: string | null;
}

export async function readInsightServing(db: Database, _scope: Scope, kind: InsightKind): Promise<InsightServingRow> {
  const [row] = await db.select({ versionId: insightServing.versionId, previousId: insightServing.previousId }).from(insightServing).where(eq(insightServing.kind, kind));
  return row ?? { versionId: null, previousId: null };
}

/** What a kind's page shows; null: nothing yet. */
export async function servingInsight(db: Database, scope: Scope, kind: InsightKind): Promise<ListedInsightVersion | null> {
  const { versionId } = await readInsightServing(db, scope, kind);
  return versionId === null ? null : findInsightVersion(db, scope, { kind, id: versionId });
}

export async function putInsightServing(db: Database, scope: Scope, change: { kind: InsightKind; versionId: string; previousId: string | null; event: InsightEventKind; version: number; from: number; reason: string }): Promise<void> {
  const { kind, versionId, previousId, event, version, from, reason } = change;
  const serving = { versionId, previousId, since: new Date() };
  await db.insert(insightServing).values({ kind, ...serving }).onConflictDoUpdate({ target: insightServing.kind, set: serving });
  await db.insert(insightEvents).values({ id: newId<string>(), kind, event, version, from, reason, byId: scope.type === "actor" ? scope.userId : null });
}

export async function listInsightEvents(db: Database, _scope: Scope, kind: InsightKind): Promise<{ event: InsightEventKind; version: number; from: number; by: string | null; reason: string; at: Date }[]> {
  return db
    .select({ event: insightEvents.event, version: insightEvents.version, from: insightEvents.from, by: users.name, reason: insightEvents.reason, at: insightEvents.at })
    .from(insightEvents)
    .leftJoin(users, eq(users.id, insightEvents.byId))
    .where(eq(insightEvents.kind, kind))
    .orderBy(desc(insightEvents.at))
    .limit(20);
}

export interface InsightPersonRow {
  readonly rowKey: string;
  readonly employeeId: string | null;
  readonly name: string | null;
  readonly group: string;
  readonly band: string;
  readonly value: number;
  readonly detail: unknown;
}

const personColumns = { rowKey: insightPeople.rowKey, employeeId: insightPeople.employeeId, name: employees.name, group: insightPeople.group, band: insightPeople.band, value: insightPeople.value, detail: insightPeople.detail };

/** By name, then by key: never by what the version says of them. */
export async function listInsightPeople(db: Database, _scope: Scope, filter: { versionId: string; group?: string; band?: string; limit: number }): Promise<InsightPersonRow[]> {
  const where = and(eq(insightPeople.versionId, filter.versionId), filter.group === undefined ? undefined : eq(insightPeople.group, filter.group), filter.band === undefined ? undefined : eq(insightPeople.band, filter.band));
  return db.select(personColumns).from(insightPeople).leftJoin(employees, eq(employees.id, insightPeople.employeeId)).where(where).orderBy(asc(sql`lower(coalesce(${employees.name}, ${insightPeople.rowKey}))`), asc(insightPeople.rowKey)).limit(filter.limit);
}

export async function findInsightPerson(db: Database, _scope: Scope, which: { versionId: string; rowKey: string }): Promise<InsightPersonRow | null> {
  const [row] = await db.select(personColumns).from(insightPeople).leftJoin(employees, eq(employees.id, insightPeople.employeeId)).where(and(eq(insightPeople.versionId, which.versionId), eq(insightPeople.rowKey, which.rowKey)));
  return row ?? null;
}

/** People by group and band. */
export async function countInsightBands(db: Database, _scope: Scope, versionId: string): Promise<{ group: string; band: string; n: number }[]> {
  return db.select({ group: insightPeople.group, band: insightPeople.band, n: sql<number>`count(*)::int` }).from(insightPeople).where(eq(insightPeople.versionId, versionId)).groupBy(insightPeople.group, insightPeople.band);
}
