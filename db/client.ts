/**
 * @file Opens the database: PGlite in the data folder (one process, locked) or PostgreSQL by URL, both behind one
 * `Database` type, both migrated. Who opens it and when is lib/server/services.ts's and the CLI's.
 */
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import { openPglite } from "./client-pglite";
import { openPostgres } from "./client-postgres";
import type * as schema from "./schema";

/** What every query takes first: the database, or a transaction of it. Both drivers, one type. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

export interface OpenDatabase {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  /** Finishes running queries, closes, and gives the data folder free. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * @param options.dataDir     absolute path; PGlite lies in `<dataDir>/pglite`
 * @param options.databaseUrl `postgres://…`; null or undefined: PGlite
 * @throws AppError "data/locked" (PGlite folder held by another process), "data/unavailable" (PostgreSQL cannot be
 * reached, or the PGlite folder cannot be opened), "data/migration-failed"
 */
export async function openDatabase(options: { dataDir: string; databaseUrl?: string | null }): Promise<OpenDatabase> {
  return options.databaseUrl ? openPostgres(options.databaseUrl) : openPglite(options.dataDir);
}

/** A throw-away PGlite in memory, migrated: evaluations and tests. No lock, nothing written to disk. */
export async function openMemoryDatabase(): Promise<OpenDatabase> {
  return openPglite(null);
}
