/**
 * @file Migrations: brings a database to the newest schema at start. SQL files are written by drizzle-kit into
 * db/migrations and applied in order, each in a transaction. Never runs inside `next build`.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../lib/config/paths";
import { AppError } from "../lib/core/errors";

/** Where the SQL lies: in the project's root (a bundled server has moved this file), else beside this file. */
export function migrationsFolder(): string {
  const inProject = join(projectRoot(), "db", "migrations");
  return existsSync(inProject) ? inProject : join(dirname(fileURLToPath(import.meta.url)), "migrations");
}

/**
 * @param apply drizzle's migrator of the driver at hand, given the folder of SQL files
 * @throws AppError "data/migration-failed"; a migration that fails is rolled back as a whole
 */
export async function applyMigrations(apply: (folder: string) => Promise<void>): Promise<void> {
  const folder = migrationsFolder();
  try {
    await apply(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "data/migration-failed",
      `migrations from ${folder} failed: ${reason}. The failed migration was rolled back; restore a backup or ` +
        `start the version of Cadre that wrote this data.`,
      { cause: error },
    );
  }
}
