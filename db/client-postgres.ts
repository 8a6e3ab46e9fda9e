/**
 * @file PostgreSQL by URL: a connection pool, for any number of processes and machines.
 */
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import { AppError } from "../lib/core/errors";
import type { OpenDatabase, OpenOptions } from "./client";
import { applyMigrations } from "./migrate";
import { MIGRATION_LOCK, migrationState } from "./migration-state";
import * as schema from "./schema";

const CONNECT_TIMEOUT_MS = 10_000;
/** Per process; PostgreSQL allows 100 in all by default. */
const MAX_CONNECTIONS = 10;

/**
 * @param databaseUrl `postgres://user:password@host:port/database`
 * @throws AppError "data/unavailable" naming host and database, never the password; "data/migration-failed"
 */
export async function openPostgres(databaseUrl: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const target = describeTarget(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    max: MAX_CONNECTIONS,
    application_name: "cadre",
  });
  // An idle connection that the server drops (a restart, say) leaves the pool by itself and the next query opens a
  // new one. Without a listener it would end the process. What the server ends while we leave is no loss: the pool says
  // that it has ended before its connections have.
  let ended: Promise<void> | null = null;
  pool.on("error", (error) => {
    if (!ended) console.error(`database connection lost (${target}): ${errorCode(error)}; reconnecting on the next query`);
  });
  try {
    await migrateAlone(pool, target, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: drizzle(pool, { schema }), dialect: "postgres", copyTo: null, close: () => (ended ??= pool.end()) };
}

async function migrateAlone(pool: Pool, target: string, options: OpenOptions): Promise<void> {
  const connection = await pool.connect().catch((error: unknown) => {
    throw new AppError(
      "data/unavailable",
      `PostgreSQL at ${target} cannot be reached (${errorCode(error)}). Check DATABASE_URL, that the server runs, and ` +
        `that user, password and database exist; or unset DATABASE_URL to use the built-in database.`,
      { cause: error },
    );
  });
  if (options.migrations === "leave") return connection.release();
  try {
    await connection.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    try {
      const { applied, pending } = await migrationState(drizzle(connection, { schema }));
      if (applied !== null && pending.length > 0) await options.beforeUpgrade?.({ db: drizzle(pool, { schema }), dialect: "postgres", from: applied, pending });
      await applyMigrations((migrationsFolder) => migrate(drizzle(connection, { schema }), { migrationsFolder }));
    } finally {
      await connection.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    }
  } finally {
    connection.release();
  }
}

/** `host:port/database`, without user and password. */
function describeTarget(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) {
    throw new AppError("config/invalid", "DATABASE_URL is not a URL; expected postgres://user:password@host:5432/database");
  }
  const url = new URL(databaseUrl);
  const host = url.host || url.searchParams.get("host") || "localhost";
  return `${host}${decodeURIComponent(url.pathname)}`;
}

/** The system's or PostgreSQL's code (ECONNREFUSED, 28P01 …): their messages may repeat what a person typed. */
function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown error";
}
