/** @file Builds the web application when its sources changed since the last build. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bin, must, root } from "./run.mjs";

const SOURCES = ["app", "lib", "db", "next.config.js", "tsconfig.json", "package-lock.json", ".postcssrc.json"];
const stampFile = path.join(root, ".next/cadre-build");

function* filesBelow(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return;
  if (/\.[a-z]+$/.test(name)) return yield full;
  for (const entry of readdirSync(full, { recursive: true, withFileTypes: true })) {
    const source = entry.isFile() && /\.(tsx?|css|js|mjs|sql|json)$/.test(entry.name) && !/\.(test|contract)\.tsx?$/.test(entry.name);
    if (source) yield path.join(entry.parentPath ?? entry.path, entry.name);
  }
}

function sourceHash() {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap((name) => [...filesBelow(name)]).sort()) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

export async function ensureBuilt() {
  const hash = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  await must("Application built", [...bin("next/dist/bin/next"), "build"], { quiet: true });
  writeFileSync(stampFile, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
