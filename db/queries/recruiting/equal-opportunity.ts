/** @file Equal-opportunity records: imported whole, deleted whole, read all at once for aggregation. Never joined by person. */
import { desc, eq } from "drizzle-orm";
import { newId } from "../../../lib/core/ids";
import type { Scope } from "../../../lib/core/scope";
import type { UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { equalOpportunityImports, equalOpportunityRecords, users } from "../../schema";

export interface OpportunityRecord {
  /** Keyed hash of an application's code. */
  readonly subject: string;
  readonly groups: Readonly<Record<string, string>>;
}

/** A later record of the same person takes the place of the earlier one. */
export async function insertImport(db: Database, _scope: Scope, made: { rows: readonly OpportunityRecord[]; unmatched: number; byId: UserId | null; at: Date; demo?: boolean }): Promise<string> {
  const id = newId<string>();
  await db.insert(equalOpportunityImports).values({ id, rows: made.rows.length, unmatched: made.unmatched, byId: made.byId, at: made.at, demo: made.demo ?? false });
  for (const { subject, groups } of made.rows) {
    await db.insert(equalOpportunityRecords).values({ subject, groups: { ...groups }, importId: id }).onConflictDoUpdate({ target: equalOpportunityRecords.subject, set: { groups: { ...groups }, importId: id } });
  }
  return id;
}

export async function listImports(db: Database, _scope: Scope): Promise<{ id: string; rows: number; unmatched: number; by: string | null; at: Date }[]> {
  const rows = await db.select({ row: equalOpportunityImports, by: users.name }).from(equalOpportunityImports).leftJoin(users, eq(users.id, equalOpportunityImports.byId)).orderBy(desc(equalOpportunityImports.at));
  return rows.map(({ row, by }) => ({ id: row.id, rows: row.rows, unmatched: row.unmatched, by, at: row.at }));
}

export async function listRecords(db: Database, _scope: Scope): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const rows = await db.select().from(equalOpportunityRecords);
  return new Map(rows.map(({ subject, groups }) => [subject, groups]));
}

/** @returns how many records went */
export async function deleteRecords(db: Database, _scope: Scope, subjects?: readonly string[]): Promise<number> {
  if (subjects === undefined) {
    const rows = await db.delete(equalOpportunityRecords).returning({ subject: equalOpportunityRecords.subject });
    await db.delete(equalOpportunityImports);
    return rows.length;
  }
  let gone = 0;
  for (const subject of subjects) gone += (await db.delete(equalOpportunityRecords).where(eq(equalOpportunityRecords.subject, subject)).returning({ subject: equalOpportunityRecords.subject })).length;
  return gone;
}
