/**
 * @file Lines of JSON back into an empty database, with the schema they were written under, then up to today's: one
 * transaction, so that the database ends up with everything or as it was.
 */
import { sql } from "drizzle-orm";
import { AppError, isAppError } from "../../lib/core/errors";
import type { Database } from "../client";
import { listMigrations, MIGRATION_LOCK, migrateTo } from "../migration-state";
import { rowsOf } from "../rows-of";
import { listTables, type SequenceState, type TableShape } from "./catalog";

export interface TableSource {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** As `exportTable` wrote them. */
  readonly lines: () => AsyncIterable<string>;
}

export interface DataSource {
  /** Tag of the newest migration that the data has. */
  readonly migration: string;
  readonly tables: readonly TableSource[];
  readonly sequences: readonly SequenceState[];
}

const BATCH_CHARS = 1_000_000;

/**
 * @throws AppError "backup/target-not-empty", "backup/too-new", "backup/unusable" (rows or columns that do not fit),
 * "backup/restore-failed" (the database refused; why is in the message). In each case the database is as it was.
 */
export async function importTables(db: Database, source: DataSource): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await requireEmpty(tx);
      await migrateTo(tx, source.migration);
      await load(tx, source);
      const newest = listMigrations().at(-1);
      if (newest) await migrateTo(tx, newest.tag);
    });
  } catch (error) {
    // Reading the backup failed, not the database.
    if (isAppError(error) || (error instanceof Error && "syscall" in error)) throw error;
    const reason = databaseReason(error);
    throw new AppError("backup/restore-failed", `the database refused the backup's data: ${reason}. Nothing was kept.`, { cause: error });
  }
}

/** @throws AppError "backup/target-not-empty" naming what is there: tables with rows, else tables */
export async function requireEmpty(db: Database): Promise<void> {
  const tables = await listTables(db);
  if (tables.length === 0) return;
  const full: string[] = [];
  for (const { name } of tables) {
    const [row] = rowsOf<{ full: boolean }>(await db.execute(sql`select exists (select 1 from ${sql.identifier(name)}) as full`));
    if (row?.full) full.push(name);
  }
  const held = full.length > 0 ? `rows in ${full.join(", ")}` : `tables, though without rows (${tables.map((table) => table.name).join(", ")})`;
  throw new AppError("backup/target-not-empty", `the database already holds ${held}, and a restore never overwrites. Make a new, empty database (createdb) and name it in DATABASE_URL.`);
}

/** Like pg_dump: constraints between tables and triggers are set aside while rows come in, and checked afterwards. */
async function load(tx: Database, source: DataSource): Promise<void> {
  const shapes = new Map((await listTables(tx)).map((table) => [table.name, table]));
  const strange = source.tables.find((table) => !shapes.has(table.name));
  const missing = [...shapes.keys()].find((name) => !source.tables.some((table) => table.name === name));
  if (strange || missing !== undefined) {
    throw new AppError("backup/unusable", `the tables of the backup are not those of migration ${source.migration}: ${strange ? `${strange.name} is unknown` : `${missing ?? ""} is missing`}`);
  }
  const putBack = await setAside(tx);
  for (const table of source.tables) {
    const shape = shapes.get(table.name);
    // A migration may have put rows of its own there.
    await tx.execute(sql`delete from ${sql.identifier(table.name)}`);
    if (shape) await loadTable(tx, table, shape);
  }
  for (const { name, value } of source.sequences) await tx.execute(sql`select setval(${`public.${quoted(name)}`}::text::regclass, ${value}::text::bigint, true)`);
  for (const statement of putBack) await tx.execute(sql.raw(statement));
}

async function loadTable(tx: Database, table: TableSource, shape: TableShape): Promise<void> {
  const wanted = shape.columns.map((column) => column.name);
  if ([...wanted].sort().join() !== [...table.columns].sort().join()) {
    throw new AppError("backup/unusable", `table ${table.name} of the backup has the columns ${table.columns.join(", ")}; expected ${wanted.join(", ")}`);
  }
  const names = sql.join(wanted.map((name) => sql.identifier(name)), sql`, `);
  const values = sql.join(shape.columns.map(({ name, type }) => sql`x.${sql.identifier(name)}::${sql.raw(type)}`), sql`, `);
  const texts = sql.join(wanted.map((name) => sql`${sql.identifier(name)} text`), sql`, `);
  const insert = (lines: readonly string[]) =>
    tx.execute(sql`insert into ${sql.identifier(table.name)} (${names}) overriding system value select ${values} from json_to_recordset((${`[${lines.join(",")}]`}::text)::json) as x(${texts})`);
  let rows = 0;
  let batch: string[] = [];
  let chars = 0;
  for await (const line of table.lines()) {
    batch.push(line);
    rows += 1;
    chars += line.length;
    if (chars < BATCH_CHARS) continue;
    await insert(batch);
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) await insert(batch);
  if (rows !== table.rows) throw new AppError("backup/unusable", `table ${table.name} of the backup has ${rows} rows; its list of contents says ${table.rows}`);
}

/** Drops foreign keys and disables triggers. @returns the statements that bring them back; these check every row */
async function setAside(tx: Database): Promise<string[]> {
  const keys = rowsOf<{ table: string; name: string; definition: string }>(
    await tx.execute(sql`
      select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace order by 1, 2`),
  );
  for (const key of keys) await tx.execute(sql.raw(`alter table ${key.table} drop constraint ${quoted(key.name)}`));
  const triggers = rowsOf<{ table: string; name: string; enabled: string }>(
    await tx.execute(sql`
      select t.tgrelid::regclass::text as "table", t.tgname as name, t.tgenabled as enabled
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace order by 1, 2`),
  );
  for (const trigger of triggers) await tx.execute(sql.raw(`alter table ${trigger.table} disable trigger ${quoted(trigger.name)}`));
  const word: Readonly<Record<string, string>> = { A: "enable always", R: "enable replica" };
  return [
    ...keys.map((key) => `alter table ${key.table} add constraint ${quoted(key.name)} ${key.definition}`),
    ...triggers.map((trigger) => `alter table ${trigger.table} ${word[trigger.enabled] ?? "enable"} trigger ${quoted(trigger.name)}`),
  ];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Its code, and which constraint: the sentence itself may quote a value. @source PostgreSQL's error codes, appendix A */
function databaseReason(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return "unknown error";
  const code = "code" in inner && typeof inner.code === "string" ? inner.code : inner.name;
  if (code === "53100" || code === "ENOSPC") return "the disk is full";
  if (code === "42501") return "its user may not make tables there (SQLSTATE 42501)";
  const constraint = "constraint" in inner && typeof inner.constraint === "string" ? `, constraint ${inner.constraint}` : "";
  return `SQLSTATE ${code}${constraint}`;
}
