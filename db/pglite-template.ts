/**
 * @file A ready-made, migrated PGlite for databases in memory: creating one takes seconds of CPU, copying one a
 * fraction. Kept under node_modules/.cache per PGlite version and set of migrations; losing it costs only time.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

function templateFile(): string {
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
