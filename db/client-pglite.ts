/**
 * @file PGlite: PostgreSQL compiled to WebAssembly, in this process. One connection: an open transaction makes every
 * other query wait, so none is ever held while streaming or computing.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { AppError } from "../lib/core/errors";
import type { OpenDatabase } from "./client";
import { lockDataFolder } from "./lock";
import { applyMigrations } from "./migrate";
import { readTemplate, writeTemplate } from "./pglite-template";
import * as schema from "./schema";

/**
 * @param dataDir absolute path of the data folder; null: in memory
 * @throws AppError "data/locked", "data/unavailable", "data/migration-failed"
 */
export async function openPglite(dataDir: string | null): Promise<OpenDatabase> {
  const lock = dataDir === null ? null : lockDataFolder(dataDir);
  const template = dataDir === null ? readTemplate() : null;
  let client: PGlite | null = null;
  try {
    client = dataDir === null ? await PGlite.create("memory://", template ? { loadDataDir: template } : {}) : await start(dataDir);
    const opened = client;
    const db = drizzle(opened, { schema });
    await applyMigrations((migrationsFolder) => migrate(db, { migrationsFolder }));
    if (dataDir === null && template === null) await writeTemplate(opened);
    const close = async () => {
      try {
        if (!opened.closed) await opened.close();
      } finally {
        lock?.release();
      }
    };
    return { db, dialect: "pglite", close };
  } catch (error) {
    if (client !== null) await client.close();
    lock?.release();
    throw error;
  }
}

async function start(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, "pglite");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return await PGlite.create(folder);
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
