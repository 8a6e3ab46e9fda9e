/**
 * @file Which migrations a database has and which it lacks, and applying them inside a transaction of the caller's:
 * what backup and restore need. The start of a server applies them through migrate.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import { AppError } from "../lib/core/errors";
import type { Database } from "./client";
import { migrationsFolder } from "./migrate";
import { rowsOf } from "./rows-of";

/** Any fixed number: processes that would migrate or restore at the same time go one after the other. */
export const MIGRATION_LOCK = 7_243_101;

export interface Migration {
  /** 0 for the first. */
  readonly index: number;
  /** Name of the SQL file, without its ending. */
  readonly tag: string;
  /** Milliseconds since 1970; drizzle's table names migrations by it. */
  readonly when: number;
  readonly statements: readonly string[];
  readonly hash: string;
}

const journalFile = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** Every migration that this version of Cadre knows, oldest first. */
export function listMigrations(): Migration[] {
  const folder = migrationsFolder();
  const { entries } = journalFile.parse(JSON.parse(readFileSync(join(/* turbopackIgnore: true */ folder, "meta", "_journal.json"), "utf8")));
  return readMigrationFiles({ migrationsFolder: folder }).map((file, index) => ({
    index,
    tag: entries[index]?.tag ?? String(index),
    when: file.folderMillis,
    statements: file.sql,
    hash: file.hash,
  }));
}

export interface MigrationState {
  /** The newest migration that the database has; null when it has none: it never was Cadre's. */
  readonly applied: Migration | null;
  /** What this Cadre would still apply, oldest first. */
  readonly pending: readonly Migration[];
  /** True when the database has a migration that this Cadre does not know. */
  readonly newer: boolean;
}

export async function migrationState(db: Database): Promise<MigrationState> {
  const known = listMigrations();
  const [found] = rowsOf<{ there: boolean }>(await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`));
  if (!found?.there) return { applied: null, pending: known, newer: false };
  const [last] = rowsOf<{ when: string }>(await db.execute(sql`select created_at::text as when from drizzle.__drizzle_migrations order by created_at desc limit 1`));
  if (!last) return { applied: null, pending: known, newer: false };
  const when = Number(last.when);
  return {
    applied: known.findLast((migration) => migration.when <= when) ?? null,
    pending: known.filter((migration) => migration.when > when),
    newer: !known.some((migration) => migration.when === when),
  };
}

/**
 * Applies what is missing up to and including one migration, as drizzle's migrator would, but within the transaction
 * given, so that it comes and goes with what else that transaction does.
 *
 * @throws AppError "backup/too-new" when there is no such migration here
 */
export async function migrateTo(tx: Database, tag: string): Promise<void> {
  const known = listMigrations();
  const target = known.find((migration) => migration.tag === tag);
  if (!target) throw new AppError("backup/too-new", `there is no migration ${tag} in this Cadre (it knows up to ${known.at(-1)?.tag ?? "none"})`);
  const { applied } = await migrationState(tx);
  // Names and types as drizzle's own migrator makes them: it goes on from here at the next upgrade.
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  for (const migration of known) {
    if (migration.index > target.index || migration.index <= (applied?.index ?? -1)) continue;
    for (const statement of migration.statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.when})`);
  }
}
