/**
 * @file For the test of the demo's removal: one row per world in every table, made from the catalog, so that a table added
 * later takes part. All texts of a row are its world's id: so references hold, and each world is whole.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { listTables } from "../transfer/catalog";

export const DEMO = "0190c3f1-0000-7000-8000-00000000000d";
export const OWN = "0190c3f1-0000-7000-8000-00000000000e";

const AUDIT = ["audit_events", "audit_head"];

/** Tables that the removal is about; the audit log is left out: its own triggers guard it. */
export async function worldTables(db: Database): Promise<string[]> {
  return (await listTables(db)).map(({ name }) => name).filter((name) => !AUDIT.includes(name));
}

export async function makeWorlds(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    // References hold in the end, but not in the order of the tables.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const { name, columns } of await listTables(tx)) {
      if (AUDIT.includes(name)) continue;
      const names = sql.join(columns.map((column) => sql.identifier(column.name)), sql`, `);
      const rows = [DEMO, OWN].map((world) => sql`(${sql.join(columns.map(({ name: column, type }) => sql`${valueOf(column, type, world)}::text::${sql.raw(type)}`), sql`, `)})`);
      await tx.execute(sql`insert into ${sql.identifier(name)} (${names}) values ${sql.join(rows, sql`, `)}`);
    }
  });
}

function valueOf(column: string, type: string, world: string): string {
  if (type === "boolean") return String(column === "demo" && world === DEMO);
  if (type === "text") return world;
  if (type === "text[]") return "{admin}";
  if (type === "jsonb") return JSON.stringify({ of: world });
  if (type === "bytea") return "\\x00";
  if (type.startsWith("timestamp")) return "2026-03-01T09:00:00Z";
  if (/^(smallint|integer|bigint|real|double precision)$/.test(type)) return world === DEMO ? "1" : "2";
  throw new Error(`db/testing/two-worlds.ts has no value for ${type}: add one`);
}

/** How many rows of a table belong to a world, by any column. */
export async function rowsOfWorld(db: Database, table: string, world: string): Promise<number> {
  const [row] = rowsOf<{ n: number }>(await db.execute(sql`select count(*)::int as n from ${sql.identifier(table)} r where position(${world} in r::text) > 0`));
  return row?.n ?? 0;
}
