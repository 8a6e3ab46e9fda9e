/**
 * @file Session: opens an ONNX graph on the requested device and runs it. The only importer of onnxruntime-node.
 * "auto" tries CUDA when its provider library is installed and falls back to the CPU; an explicit device never falls back.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { projectRoot } from "../config/paths";
import { AppError } from "../core/errors";

export const DEVICES = ["cpu", "cuda", "webgpu"] as const;
export type Device = (typeof DEVICES)[number];

export interface SessionOptions {
  readonly device: "auto" | Device;
  /** Threads within one operator; default: onnxruntime's own, the physical cores. */
  readonly threads?: number;
}

export interface TensorInput {
  /** Row-major. */
  readonly data: BigInt64Array;
  readonly shape: readonly number[];
}

export interface ModelSession {
  readonly device: Device;
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** Blocks the JavaScript thread while it computes (onnxruntime-node runs in place); yields to the event loop before. */
  run(inputs: Readonly<Record<string, TensorInput>>, output: string): Promise<{ data: Float32Array; shape: readonly number[] }>;
  close(): Promise<void>;
}

const WHAT_TO_DO: Record<Device, string> = {
  cpu: "Run `npm start` to reinstall onnxruntime-node for this system.",
  cuda: "Install CUDA 12 with cuDNN 9, fetch the provider with `node node_modules/onnxruntime-node/script/install.js`, or set CADRE_DEVICE=cpu.",
  webgpu: "It needs a GPU with a Vulkan, Metal or D3D12 driver; otherwise set CADRE_DEVICE=cpu.",
};

/**
 * @param file path of an ONNX graph
 * @param check runs on the new session (a warm-up); under "auto" a failing GPU then falls back to the CPU
 * @throws AppError "model/device-unavailable" for an explicit device that does not work, "model/unsupported" for a
 * graph that onnxruntime refuses
 */
export async function openSession(
  file: string,
  options: SessionOptions,
  check: (session: ModelSession) => Promise<void> = async () => {},
): Promise<ModelSession> {
  if (options.device !== "auto") return openChecked(file, options.device, { options, check });
  if (isCudaInstalled()) {
    try {
      return await openChecked(file, "cuda", { options, check });
    } catch (cause) {
      process.emitWarning(`CUDA is installed but does not work, so the CPU is used: ${String(cause)}`, { code: "CADRE_DEVICE" });
    }
  }
  return openChecked(file, "cpu", { options, check });
}

/** True when onnxruntime-node's CUDA provider lies beside its binary (an opt-in download). */
export function isCudaInstalled(): boolean {
  // Not require.resolve: Next's bundler turns that into the number of a module.
  const folder = join(projectRoot(), "node_modules/onnxruntime-node/bin/napi-v6", process.platform, process.arch);
  return ["libonnxruntime_providers_cuda.so", "onnxruntime_providers_cuda.dll"].some((name) => existsSync(join(folder, name)));
}

async function openChecked(
  file: string,
  device: Device,
  how: { options: SessionOptions; check: (session: ModelSession) => Promise<void> },
): Promise<ModelSession> {
  // Asked first: onnxruntime would print a loader error of its own to stderr.
  if (device === "cuda" && !isCudaInstalled()) throw unavailable(device, "onnxruntime-node's CUDA provider is not installed");
  try {
    const session = await open(file, device, how.options.threads);
    await how.check(session);
    return session;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (device === "cpu") {
      throw new AppError("model/unsupported", `onnxruntime cannot run ${file}: ${String(cause)}. Export it again (opset ≤ 23).`, { cause });
    }
    throw unavailable(device, String(cause), cause);
  }
}

function unavailable(device: Device, why: string, cause?: unknown): AppError {
  const message = `Device "${device}" is not available: ${why}. ${WHAT_TO_DO[device]}`;
  return new AppError("model/device-unavailable", message, { cause, context: { device } });
}

async function open(file: string, device: Device, threads: number | undefined): Promise<ModelSession> {
  const ort = await import("onnxruntime-node");
  const session: InferenceSession = await ort.InferenceSession.create(file, {
    executionProviders: [device],
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    logSeverityLevel: 3,
    // Threads that wait for work sleep instead of spinning: the cores are shared with the web server and with jobs
    // (measured on two busy cores: 1.4–4 times the throughput).
    extra: { session: { intra_op: { allow_spinning: "0" }, inter_op: { allow_spinning: "0" } } },
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  });
  return {
    device,
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    async run(inputs, output) {
      const feeds: Record<string, Tensor> = {};
      for (const [name, { data, shape }] of Object.entries(inputs)) feeds[name] = new ort.Tensor("int64", data, shape);
      const tensor = (await session.run(feeds, [output]))[output];
      if (!tensor || !(tensor.data instanceof Float32Array)) {
        throw new AppError("model/unsupported", `Output "${output}" of ${file} must be float32; found ${tensor?.type ?? "nothing"}.`);
      }
      return { data: tensor.data, shape: tensor.dims };
    },
    close: () => session.release(),
  };
}
