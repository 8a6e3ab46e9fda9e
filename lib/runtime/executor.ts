/**
 * @file createExecutor: the engine's Executor port on onnxruntime-node. Feeds and results are
 * arrays of the caller, read and written in place. Training runs in a process of its own; session.ts serves.
 */
import type { InferenceSession, OnnxValue } from "onnxruntime-node";
import { AppError } from "../core/errors";
import type { Executable, Executor, HostTensor } from "../engine/executor";

export interface ExecutorOptions {
  readonly device?: "cpu" | "cuda" | "webgpu";
  /** Threads within one operator; default: onnxruntime's own, the physical cores. */
  readonly threads?: number;
  /** Wait actively between operators: a little quicker on idle cores, many times slower on shared ones. Default false. */
  readonly spin?: boolean;
  /**
   * Each session keeps its working memory for itself. Default false: sessions of all batch shapes then share the
   * process's heap, which keeps freed blocks only if it was started with `TRAINING_ENVIRONMENT`.
   */
  readonly arena?: boolean;
  /** Writes onnxruntime's trace to files with this prefix when a session closes. */
  readonly profile?: string;
}

/**
 * What to start a training process with. glibc otherwise returns every large block to the system and gets it back page
 * by page: half a second more per step of two (measured: README).
 */
export const TRAINING_ENVIRONMENT: Readonly<Record<string, string>> = {
  MALLOC_MMAP_MAX_: "0",
  MALLOC_TRIM_THRESHOLD_: "16000000000",
  MALLOC_TOP_PAD_: "268435456",
};

export async function createExecutor(options: ExecutorOptions = {}): Promise<Executor> {
  const ort = await import("onnxruntime-node");
  const { device = "cpu", threads, spin = false, arena = false, profile } = options;
  const spinning = { allow_spinning: spin ? "1" : "0" };
  const settings: InferenceSession.SessionOptions = {
    executionProviders: [device],
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    enableCpuMemArena: arena,
    // A pattern would hold a second copy of a step's memory.
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: { session: { intra_op: spinning, inter_op: spinning, set_denormal_as_zero: "1" } },
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    ...(profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: profile }),
  };
  const toTensor = ({ data, shape }: HostTensor): OnnxValue => {
    if (data instanceof Float32Array) return new ort.Tensor("float32", data, shape);
    if (data instanceof Int32Array) return new ort.Tensor("int32", data, shape);
    return data instanceof BigInt64Array ? new ort.Tensor("int64", data, shape) : new ort.Tensor("bool", data, shape);
  };
  /** Those of `names` that there are: a graph need not use every weight. */
  const toTensors = (tensors: Readonly<Record<string, HostTensor>>, names: readonly string[]): Record<string, OnnxValue> =>
    Object.fromEntries(names.flatMap((name) => (tensors[name] ? [[name, toTensor(tensors[name])]] : [])));

  return {
    async load(model): Promise<Executable> {
      const session = await openTraining(() => ort.InferenceSession.create(model, settings), device);
      return {
        async run(inputs, outputs) {
          await session.run(toTensors(inputs, session.inputNames), toTensors(outputs, session.outputNames));
        },
        async close() {
          if (profile !== undefined) session.endProfiling();
          await session.release();
        },
      };
    },
  };
}

async function openTraining(create: () => Promise<InferenceSession>, device: string): Promise<InferenceSession> {
  try {
    return await create();
  } catch (cause) {
    if (device === "cpu") throw new AppError("internal/broken-assumption", `onnxruntime refuses an emitted graph: ${String(cause)}`, { cause });
    throw new AppError("model/device-unavailable", `Training on "${device}" is not available: ${String(cause)}. Use the CPU.`, { cause });
  }
}
