/**
 * @file Files that the CV check runs on in the browser: transformers.js with its own onnxruntime (from node_modules) and the
 * encoder's files. A closed list: a path from outside never reaches the disk.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import { AppError } from "../../core/errors";

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".onnx": "application/octet-stream" };
const RUNTIME: Readonly<Record<string, string>> = {
  "transformers.min.js": "node_modules/@huggingface/transformers/dist/transformers.min.js",
  "ort-wasm-simd-threaded.asyncify.mjs": "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.mjs",
  "ort-wasm-simd-threaded.asyncify.wasm": "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.wasm",
};
const ENCODER: readonly string[] = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model.onnx"];

/** @param name as in the address, after `/api/growth/runtime/` @throws AppError "request/not-found" */
export function runtimeFile(name: string): Promise<Response> {
  const file = Object.hasOwn(RUNTIME, name) ? RUNTIME[name] : undefined;
  return send(file === undefined ? null : path.join(projectRoot(), file));
}

/** @param name as in the address, after `/api/growth/encoder/local/` @throws AppError "request/not-found" */
export function encoderFile(name: string): Promise<Response> {
  return send(ENCODER.includes(name) ? path.join(path.resolve(projectRoot(), env().encoder), name) : null);
}

async function send(file: string | null): Promise<Response> {
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || !found?.isFile()) throw new AppError("request/not-found", "no such file of the CV check");
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  // Private: behind the sign-in. An hour: an upgrade brings other files under the same names.
  return new Response(body, { headers: { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", "content-length": String(found.size), "cache-control": "private, max-age=3600" } });
}
