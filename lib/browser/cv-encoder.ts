/**
 * @file The encoder in the browser: transformers.js from our own server, on WebGPU where the browser has an adapter, else on
 * WebAssembly. It fetches program and weights before any text is there; afterwards nothing is sent.
 */
import type * as Transformers from "@huggingface/transformers";

/** Texts → unit vectors. */
export interface CvEncoder {
  readonly device: "webgpu" | "wasm";
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
}

const BATCH = 16;
let opened: Promise<CvEncoder> | null = null;

/** Opened once per page; a failure is forgotten, so that the next call tries again. */
export function openCvEncoder(): Promise<CvEncoder> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<CvEncoder> {
  const address = "/api/growth/runtime/transformers.min.js";
  const { env, pipeline } = (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ address)) as typeof Transformers;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = "/api/growth/encoder/";
  const { wasm } = env.backends.onnx;
  if (wasm) {
    wasm.wasmPaths = "/api/growth/runtime/";
    wasm.numThreads = 1;
  }
  const device = (await hasAdapter()) ? "webgpu" : "wasm";
  const extract = await pipeline("feature-extraction", "local", { device, dtype: "fp32" });
  return {
    device,
    embed: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += BATCH) {
        const rows = (await extract(texts.slice(at, at + BATCH), { pooling: "mean", normalize: true })).tolist() as number[][];
        vectors.push(...rows.map((row) => Float32Array.from(row)));
      }
      return vectors;
    },
  };
}

async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as unknown as { gpu?: { requestAdapter: () => Promise<unknown> } };
  return gpu !== undefined && (await gpu.requestAdapter()) !== null;
}
