/**
 * @file After `npm install` on a registry that lacks binaries for other systems, npm drops those optional packages
 * from the lock file, and `npm ci` then refuses it. This puts their entries (version, os, cpu) back.
 * Run after every change of a dependency: `npm install && node scripts/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./run.mjs";

const SYSTEMS = new Set(["darwin", "linux", "win32", "freebsd", "android", "openharmony", "netbsd", "openbsd", "sunos", "aix"]);
const PROCESSORS = new Set(["x64", "arm64", "ia32", "arm", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"]);

const file = path.join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const { packages } = lock;

/** Node's own resolution: from the folder of `from` upwards. */
function isLocked(from, name) {
  for (let base = from; ; ) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base) return false;
    base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")));
  }
}

let added = 0;
for (const [at, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue;
    const words = name.split(/[-/]/);
    const os = words.filter((word) => SYSTEMS.has(word));
    const cpu = words.filter((word) => PROCESSORS.has(word));
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ""),
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
say(`${added} entries put back`);
