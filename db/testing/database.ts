/**
 * @file What tests do to a database behind the application's back: empty it between two tests, and get at the audit log
 * as an intruder with the database's own password could.
 */
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { GENESIS_HASH } from "../../lib/core/audit-chain";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import * as schema from "../schema";

/** Rows by one value, for tests outside db: drizzle-orm itself is imported in db only. */
export { eq } from "drizzle-orm";

const AUDIT_HEAD = getTableName(schema.auditHead);
const AUDIT_TABLES: readonly string[] = [getTableName(schema.auditEvents), AUDIT_HEAD];

/** Names of all tables of the schema. */
export function schemaTables(): string[] {
  return Object.values(schema).filter((entry) => is(entry, PgTable)).map((table) => getTableName(table));
}

/**
 * Deletes every row of every table, the audit log's too. Looks first which tables hold any: a truncation of all of them
 * writes every table and index anew, a quarter of a second of PGlite's before each test.
 */
export async function emptyDatabase(db: Database): Promise<void> {
  const probe = schemaTables().map((name) => `select '${name}' as name where exists (select 1 from "${name}")`);
  const full = rowsOf<{ name: string }>(await db.execute(probe.join(" union all "))).map(({ name }) => name);
  await db.transaction(async (tx) => {
    // Neither references nor the audit log's triggers look.
    await tx.execute("set local session_replication_role = replica");
    for (const name of full.filter((each) => each !== AUDIT_HEAD)) await tx.execute(`delete from "${name}"`);
    await tx.update(schema.auditHead).set({ seq: 0, hash: GENESIS_HASH });
    if (!full.includes(AUDIT_HEAD)) await tx.insert(schema.auditHead).values({ id: 1, seq: 0, hash: GENESIS_HASH });
  });
}

/** Does what the application cannot: what an intruder with the database's own password could do to the audit log. */
export async function withoutAuditTriggers(db: Database, work: (tx: Database) => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    for (const table of AUDIT_TABLES) await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
    await work(tx);
    for (const table of AUDIT_TABLES) await tx.execute(sql`alter table ${sql.identifier(table)} enable trigger user`);
  });
}
