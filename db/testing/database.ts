/**
 * @file What tests do to a database behind the application's back: empty it between two tests, and get at the audit log
 * as an intruder with the database's own password could.
 */
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { GENESIS_HASH } from "../../lib/core/audit-chain";
import type { Database } from "../client";
import * as schema from "../schema";

/** Rows by one value, for tests outside db: drizzle-orm itself is imported in db only. */
export { eq } from "drizzle-orm";

const AUDIT_TABLES: readonly string[] = [schema.auditEvents, schema.auditHead].map(getTableName);

/** Names of all tables of the schema. */
export function schemaTables(): string[] {
  return Object.values(schema).filter((entry) => is(entry, PgTable)).map((table) => getTableName(table));
}

/** Deletes every row of every table; the audit log's triggers refuse that and look away, if there is anything in it. */
export async function emptyDatabase(db: Database): Promise<void> {
  const tables = schemaTables();
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.identifier(name)), sql`, `);
  await db.execute(sql`truncate ${list(tables.filter((name) => !AUDIT_TABLES.includes(name)))} cascade`);
  const [head] = await db.select().from(schema.auditHead);
  if (head?.seq === 0 && head.hash === GENESIS_HASH && (await db.$count(schema.auditEvents)) === 0) return;
  await withoutAuditTriggers(db, async (tx) => {
    await tx.execute(sql`truncate ${list(AUDIT_TABLES)}`);
    await tx.insert(schema.auditHead).values({ id: 1, seq: 0, hash: GENESIS_HASH });
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
