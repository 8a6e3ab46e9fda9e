/**
 * @file Brings node_modules up to the lock file and builds the one native addon that has no ready-made binary.
 * Does nothing when both are in place. Run alone: `node scripts/install.mjs`.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { must, npmCli, root, run, say } from "./run.mjs";

const stampFile = path.join(root, "node_modules/.cadre-install");
const hnsw = path.join(root, "node_modules/hnswlib-node");
const addon = path.join(hnsw, "build/Release/addon.node");

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  process.stderr.write(`Cadre needs Node 20.20 or newer; this is ${process.versions.node}. Install a newer Node and try again.\n`);
  process.exit(1);
}

async function installPackages() {
  const stamp = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json"))).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const npm = npmCli();
  const command = npm ? [process.execPath, npm] : ["npm"];
  say("Installing packages from the npm registry …");
  await must("Packages installed", [...command, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    // Older npm runs install scripts: keep onnxruntime from fetching CUDA.
    env: { ONNXRUNTIME_NODE_INSTALL: "skip" },
  });
  writeFileSync(stampFile, stamp);
}

/** hnswlib-node is compiled here; where no compiler is found the exact index serves, and one line says so. */
async function buildVectorIndex() {
  if (existsSync(addon) || !existsSync(hnsw)) return;
  const npm = npmCli();
  const gyp = npm && path.join(path.dirname(npm), "../node_modules/node-gyp/bin/node-gyp.js");
  const prefix = path.dirname(path.dirname(process.execPath));
  const headers = existsSync(path.join(prefix, "include/node/node.h")) ? [`--nodedir=${prefix}`] : [];
  if (gyp && existsSync(gyp)) {
    say("Compiling the vector index (hnswlib) …");
    const { code } = await run([process.execPath, gyp, "rebuild", ...headers], { cwd: hnsw, quiet: true }).catch(() => ({ code: 1 }));
    if (code === 0 && existsSync(addon)) return say("Vector index compiled");
  }
  say("hnswlib could not be compiled: the exact index serves. For large collections: apt-get install -y g++ make python3, then npm start");
}

export async function ensureInstalled() {
  requireNode();
  await installPackages();
  await buildVectorIndex();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureInstalled();
