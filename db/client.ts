/**
 * @file Opens the database: PGlite in the data folder (one process, locked) or PostgreSQL by URL, both behind one
 * `Database` type, both migrated. Who opens it and when is lib/server/open-services.ts's and the CLI's.
 */
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import { openPglite } from "./client-pglite";
import { openPostgres } from "./client-postgres";
import type { Migration } from "./migration-state";
import type * as schema from "./schema";

/** What every query takes first: the database, or a transaction of it. Both drivers, one type. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

export interface OpenDatabase {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  /**
   * Copies the database's folder as it stands at one moment into a new folder, which can be opened like the original;
   * statements wait only while the last changes are copied and `whileNothingRuns` is at work. Null for PostgreSQL and for databases in memory.
   */
  readonly copyTo: ((folder: string, whileNothingRuns: () => Promise<void>) => Promise<{ readonly pausedMs: number }>) | null;
  /** Finishes running queries, closes, and gives the data folder free. Safe to call twice. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** "leave": opened as it is, also when it is older than this Cadre. Default "apply". */
  readonly migrations?: "apply" | "leave";
  /** Called before migrations change a database that has been in use; what it throws ends the opening, nothing changed. */
  readonly beforeUpgrade?: (upgrade: Upgrade) => Promise<void>;
}

export interface Upgrade {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  readonly from: Migration;
  /** At least one, oldest first. */
  readonly pending: readonly Migration[];
}

/**
 * @param options.dataDir     absolute path; PGlite lies in `<dataDir>/pglite`
 * @param options.databaseUrl `postgres://…`; null or undefined: PGlite
 * @throws AppError "data/locked" (PGlite folder held by another process), "data/unavailable" (PostgreSQL cannot be
 * reached, or the PGlite folder cannot be opened), "data/migration-failed"
 */
export async function openDatabase(options: { dataDir: string; databaseUrl?: string | null } & OpenOptions): Promise<OpenDatabase> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options.dataDir, options);
}

/** A throw-away PGlite in memory, migrated: evaluations and tests. No lock, nothing written to disk. */
export async function openMemoryDatabase(): Promise<OpenDatabase> {
  return openPglite(null);
}
