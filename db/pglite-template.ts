/**
 * @file Ready-made databases: creating one (initdb) takes five seconds of CPU and 800 MB, copying one a fraction. Kept under
 * node_modules/.cache per PGlite version and set of migrations; losing them costs only time. The first database in memory
 * writes the one for those; a run of the tests makes both folders too (db/testing/make-templates.ts).
 */
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { projectRoot } from "../lib/config/paths";
import { migrationsFolder } from "./migrate";

/** @returns the template's bytes (a tar), null when there is none yet */
export function readTemplate(): Blob | null {
  try {
    return new Blob([new Uint8Array(readFileSync(templateFile()))]);
  } catch (error) {
    if (isCode(error, ["ENOENT"])) return null;
    throw error;
  }
}

/** Keeps a migrated, otherwise empty database as the template. Where the cache cannot be written there is none. */
export async function writeTemplate(client: PGlite): Promise<void> {
  const file = templateFile();
  const draft = `${file}.${randomUUID()}`;
  const bytes = new Uint8Array(await (await client.dumpDataDir("none")).arrayBuffer());
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!isCode(error, ["EACCES", "EROFS", "EPERM", "ENOSPC"])) throw error;
  }
}

/** "empty": as initdb leaves it; "migrated": with today's schema and no row. */
export type FolderTemplate = "empty" | "migrated";

/** Where a template folder lies, whether it is there or not. */
export const templateFolder = (kind: FolderTemplate): string => templateFile().replace(/\.tar$/, `-${kind}`);

/** Makes a new database folder by copying; all of it appears at once. @returns false when there is no template */
export function copyTemplate(kind: FolderTemplate, folder: string): boolean {
  const template = templateFolder(kind);
  if (!existsSync(template)) return false;
  const draft = `${folder}.${randomUUID()}`;
  try {
    cpSync(template, draft, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return true;
}

export function templateFile(): string {
  const pglite = createRequire(path.join(projectRoot(), "package.json")).resolve("@electric-sql/pglite");
  const version = JSON.parse(readFileSync(path.join(path.dirname(pglite), "..", "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256").update(version.version);
  for (const name of readdirSync(migrationsFolder()).filter((each) => each.endsWith(".sql")).sort()) {
    hash.update(name).update(readFileSync(path.join(migrationsFolder(), name)));
  }
  return path.join(projectRoot(), "node_modules", ".cache", "cadre", `pglite-${hash.digest("hex").slice(0, 16)}.tar`);
}

function isCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
