/**
 * @file PGlite: PostgreSQL compiled to WebAssembly, in this process. One connection: an open transaction makes every
 * other query wait, so none is ever held while streaming or computing.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { AppError } from "../lib/core/errors";
import type { OpenDatabase, OpenOptions } from "./client";
import { copyFolderInUse } from "./copy-folder";
import { lockDataFolder } from "./lock";
import { applyMigrations } from "./migrate";
import { migrationState } from "./migration-state";
import { copyTemplate, readTemplate, writeTemplate, type FolderTemplate } from "./pglite-template";
import * as schema from "./schema";

/**
 * V8 compiles a WebAssembly function a second time, for speed, once it has run this much. Its default does that to most of the
 * database while it opens: a second of CPU and 30 MB, for the same speed afterwards (measured: README).
 */
setFlagsFromString("--wasm-tiering-budget=100000000");

/** PostgreSQL's own default of 128 MB is filled with zeros at the start: memory and time for pages that the system caches anyway. */
const START_PARAMS = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];

/**
 * @param dataDir absolute path of the data folder; null: in memory
 * @throws AppError "data/locked", "data/unavailable", "data/migration-failed"
 */
export async function openPglite(dataDir: string | null, options: OpenOptions = {}): Promise<OpenDatabase> {
  const lock = dataDir === null ? null : lockDataFolder(dataDir);
  const template = dataDir === null ? readTemplate() : null;
  let client: PGlite | null = null;
  try {
    client = dataDir === null ? await PGlite.create("memory://", { startParams: START_PARAMS, ...(template ? { loadDataDir: template } : {}) }) : await start(dataDir, options.migrations === "leave" ? "empty" : "migrated");
    const opened = client;
    const db = drizzle(opened, { schema });
    if (options.migrations !== "leave") {
      const { applied, pending } = options.beforeUpgrade ? await migrationState(db) : { applied: null, pending: [] };
      if (applied !== null && pending.length > 0) await options.beforeUpgrade?.({ db, dialect: "pglite", from: applied, pending });
      await applyMigrations((migrationsFolder) => migrate(db, { migrationsFolder }));
    }
    if (dataDir === null && template === null) await writeTemplate(opened);
    const close = async () => {
      try {
        if (!opened.closed) await opened.close();
      } finally {
        lock?.release();
      }
    };
    const copyTo = dataDir === null ? null : (to: string, whileNothingRuns: () => Promise<void>) => copyWhole(opened, { from: databaseFolder(dataDir), to, whileNothingRuns });
    return { db, dialect: "pglite", copyTo, close };
  } catch (error) {
    if (client !== null) await client.close();
    lock?.release();
    throw error;
  }
}

const databaseFolder = (dataDir: string) => join(dataDir, "pglite");

/** Nothing is written outside of statements, and none runs beside a transaction: the one here only holds the others off. */
async function copyWhole(client: PGlite, { from, to, whileNothingRuns }: { from: string; to: string; whileNothingRuns: () => Promise<void> }): Promise<{ pausedMs: number }> {
  await client.exec("checkpoint");
  const pausedMs = await copyFolderInUse(from, to, (work) =>
    client.transaction(async (tx) => {
      await tx.exec("checkpoint");
      await work();
      await whileNothingRuns();
    }),
  );
  return { pausedMs };
}

async function start(dataDir: string, template: FolderTemplate): Promise<PGlite> {
  const folder = databaseFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    if (readdirSync(folder).length === 0) copyTemplate(template, folder);
    return await PGlite.create(folder, { startParams: START_PARAMS });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "data/unavailable",
      `the database in ${folder} cannot be opened: ${reason}. Check that the disk is not full and that the folder ` +
        `belongs to this user; if it is damaged, restore a backup.`,
      { cause: error },
    );
  }
}
