/**
 * @file Writes the encoder's ONNX graph from its weights before the first use, so that the repository need hold only
 * model.safetensors. The application would do it too (lib/runtime/onnx-from-weights.ts); here a fault is told early.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root, say } from "./run.mjs";

/** @param {{ encoder: string, cacheDir?: string }} settings encoder: a folder; a hub id is left to the application */
export async function ensureModel({ encoder, cacheDir }) {
  const folder = path.resolve(root, encoder);
  // A graph that is there but outdated is made again by the application itself.
  if (!existsSync(path.join(folder, "model.safetensors")) || existsSync(path.join(folder, "onnx/model.onnx"))) return;
  const started = Date.now();
  const { tsImport } = await import("tsx/esm/api");
  const { readModelFolder } = await tsImport("../lib/runtime/model-folder.ts", import.meta.url);
  try {
    const { version } = await readModelFolder(folder, { cacheDir });
    say(`Encoder ${version} made ready (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  } catch (error) {
    if (error?.name !== "AppError") throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureModel({ encoder: "models/base" });
