/**
 * @file Before the tests (vitest's globalSetup): the ready-made databases that every test then copies, if today's are not
 * there yet: a folder as initdb leaves it, one with today's schema, and the same for databases in memory.
 */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { openDatabase, openMemoryDatabase } from "../client";
import { readTemplate, templateFile, templateFolder } from "../pglite-template";

export default async function makeTemplates(): Promise<void> {
  const home = dirname(templateFile());
  mkdirSync(home, { recursive: true });
  // Those of earlier migrations serve nobody any more.
  const today = basename(templateFile(), ".tar");
  for (const name of readdirSync(home)) if (name.startsWith("pglite-") && !name.startsWith(today)) rmSync(join(home, name), { recursive: true, force: true });
  // The second is a copy of the first with the migrations applied.
  for (const kind of ["empty", "migrated"] as const) if (!existsSync(templateFolder(kind))) await makeFolder(kind);
  if (readTemplate() === null) await (await openMemoryDatabase()).close();
}

async function makeFolder(kind: "empty" | "migrated"): Promise<void> {
  const home = `${templateFolder(kind)}.${randomUUID()}`;
  try {
    if (kind === "migrated") await (await openDatabase({ dataDir: home, migrations: "leave" })).close();
    await (await openDatabase({ dataDir: home, migrations: kind === "empty" ? "leave" : "apply" })).close();
    renameSync(join(home, "pglite"), templateFolder(kind));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
