/**
 * @file Every row of every table as lines of JSON, all from one moment. Each value is written as PostgreSQL writes it
 * as text, so that PGlite and PostgreSQL read each other's lines and get the same value back, bit for bit.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import type { TableShape } from "./catalog";

/** Rows are fetched in batches of about so many characters: a document's text may be megabytes. */
const BATCH_CHARS = 2_000_000;
const MAX_BATCH_ROWS = 1_000;

/**
 * Runs `work` on the database as it stands now, whatever others commit meanwhile. With PGlite everybody else waits
 * until it ends: use it there only on a database that nobody serves from.
 */
export async function atOneMoment<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      // What pg_dump sets: dates, floats and bytes are then written alike everywhere, and tables read in their own order.
      for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'postgres'", "extra_float_digits = 1", "bytea_output = 'hex'", "synchronize_seqscans = off"]) {
        await tx.execute(sql.raw(`set local ${setting}`));
      }
      return work(tx);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** @yields batches of lines, one JSON object per row: column → value as text, or null. @param tx of `atOneMoment` */
export async function* exportTable(tx: Database, table: TableShape): AsyncGenerator<string[]> {
  const columns = sql.join(table.columns.map(({ name }) => sql`${sql.identifier(name)}::text as ${sql.identifier(name)}`), sql`, `);
  await tx.execute(sql`declare backup_rows no scroll cursor for select row_to_json(r)::text as line from (select ${columns} from ${sql.identifier(table.name)}) r`);
  for (let size = 20; ; ) {
    const lines = rowsOf<{ line: string }>(await tx.execute(sql.raw(`fetch ${size} from backup_rows`))).map((row) => row.line);
    if (lines.length === 0) break;
    yield lines;
    const chars = lines.reduce((sum, line) => sum + line.length, 0);
    size = Math.min(MAX_BATCH_ROWS, Math.max(1, Math.floor((lines.length * BATCH_CHARS) / chars)));
  }
  await tx.execute(sql`close backup_rows`);
}

/** SHA-256 of every original that a document has, each once. */
export async function listOriginals(tx: Database): Promise<string[]> {
  return rowsOf<{ sha256: string }>(await tx.execute(sql`select distinct sha256 from documents order by sha256`)).map((row) => row.sha256);
}
