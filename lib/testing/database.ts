/**
 * @file Databases for tests: PGlite in memory, and PostgreSQL from CADRE_TEST_DATABASE_URL or a throw-away cluster made
 * with the system's own binaries. Each is migrated; `emptyDatabase` brings it back to nothing between tests.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { openDatabase, type Database, type OpenDatabase } from "../../db/client";
import * as schema from "../../db/schema";
import { env } from "../config/env";
import { GENESIS_HASH } from "../core/audit-chain";

export interface TestPostgres {
  readonly url: string;
  /** Stops and removes a throw-away cluster; leaves a given server alone. */
  stop(): void;
}

const AUDIT_TABLES: readonly string[] = [schema.auditEvents, schema.auditHead].map(getTableName);

/** Deletes every row of every table; the audit log's triggers refuse that and look away, if there is anything in it. */
export async function emptyDatabase(db: Database): Promise<void> {
  const tables = Object.values(schema).filter((entry) => is(entry, PgTable)).map((table) => getTableName(table));
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

/**
 * @returns a PostgreSQL that tests may empty, or the reason why there is none (printed by whoever skips)
 */
export async function findTestPostgres(): Promise<TestPostgres | { readonly missing: string }> {
  const given = env().testDatabaseUrl;
  if (given !== undefined) return { url: given, stop: () => undefined };
  const bin = postgresBinaries();
  if (bin === null) {
    return { missing: "no PostgreSQL binaries (apt-get install postgresql) and no CADRE_TEST_DATABASE_URL" };
  }
  return startCluster(bin);
}

/** Opens a database of its own on a test server, dropped by `close`. */
export async function openTestDatabase(server: TestPostgres): Promise<OpenDatabase & { readonly url: string }> {
  const name = `cadre_test_${process.pid}_${Date.now()}`;
  await administer(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const opened = await openDatabase({ dataDir: tmpdir(), databaseUrl: url.toString() });
  return {
    ...opened,
    url: url.toString(),
    close: async () => {
      await opened.close();
      await administer(server.url, `drop database if exists ${name}`);
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The folder of initdb and pg_ctl: the newest Debian package, else what PATH has. */
function postgresBinaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, "bin")), ...pathFolders()];
  return folders.find((folder) => ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

function pathFolders(): string[] {
  const listed = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" });
  return listed.status === 0 ? [path.dirname(listed.stdout.trim())] : [];
}

/** initdb and start, on a free port of the loopback address, without fsync. As root it runs as user `postgres`. */
async function startCluster(bin: string): Promise<TestPostgres | { readonly missing: string }> {
  const asRoot = userInfo().uid === 0;
  if (asRoot && spawnSync("id", ["postgres"]).status !== 0) {
    return { missing: "PostgreSQL refuses to run as root and there is no user `postgres`; set CADRE_TEST_DATABASE_URL" };
  }
  const folder = mkdtempSync(path.join(tmpdir(), "cadre-pg-"));
  if (asRoot) {
    chmodSync(folder, 0o755);
    execFileSync("chown", ["postgres", folder]);
  }
  const run = (name: string, args: readonly string[]) => {
    const command = [path.join(bin, name), ...args];
    const [file = "", ...rest] = asRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { stdio: ["ignore", "ignore", "pipe"], cwd: folder, timeout: 120_000 });
  };
  const data = path.join(folder, "data");
  const port = await freePort();
  try {
    run("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]);
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off`;
    run("pg_ctl", ["-D", data, "-w", "-t", "60", "-l", path.join(folder, "log"), "-o", settings, "start"]);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const stop = () => {
    run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
