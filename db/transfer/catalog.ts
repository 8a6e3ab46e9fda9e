/**
 * @file What tables a database has, asked of the database itself, so that a table that somebody adds is backed up
 * without a line here. Drizzle's own table of migrations lies in another schema and is not among them.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";

export interface TableShape {
  readonly name: string;
  /** Without computed ones, in the order of the table. `type` as SQL writes it: `text[]`, `timestamp(3) with time zone`. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Tables of the schema `public`, by name. */
export async function listTables(db: Database): Promise<TableShape[]> {
  const rows = rowsOf<{ table: string; column: string | null; type: string | null }>(
    await db.execute(sql`
      select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type"
      from pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      order by c.relname, a.attnum`),
  );
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const row of rows) {
    const columns = tables.get(row.table) ?? [];
    if (row.column !== null && row.type !== null) columns.push({ name: row.column, type: row.type });
    tables.set(row.table, columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

export interface SequenceState {
  readonly name: string;
  /** The last value given out, as decimal digits (a bigint). */
  readonly value: string;
}

/** Sequences of the schema `public` that have given out a value. */
export async function listSequences(db: Database): Promise<SequenceState[]> {
  return rowsOf<SequenceState>(
    await db.execute(sql`select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null order by sequencename`),
  );
}
