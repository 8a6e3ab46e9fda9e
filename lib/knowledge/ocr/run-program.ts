/**
 * @file runProgram: another program's output for some input, without a shell and without files: bounded in time, memory
 * and output, and ended when nobody waits any more. What it prints is never logged.
 */
import { spawn } from "node:child_process";
import { AppError } from "../../core/errors";

export interface ProgramLimits {
  /** Milliseconds of wall time. */
  readonly timeMs: number;
  /** Bytes of address space and seconds of processor time, where the system has `prlimit` (Linux); else only `timeMs` holds. */
  readonly memoryBytes: number;
  /** Bytes of output. */
  readonly outputBytes: number;
}

export type ProgramEnd =
  | { readonly how: "done"; readonly output: Buffer }
  /** `missing`: no such program; `failed`: any other end than success, a crash at a limit of memory included. */
  | { readonly how: "missing" | "failed" | "slow" | "too-much" };

/** Found once: a system does not gain or lose it while we run. */
let hasPrlimit: Promise<boolean> | undefined;

/** @throws AppError "job/cancelled" when `signal` aborts; everything else is an end */
export async function runProgram(program: string, args: readonly string[], call: { input?: Uint8Array; limits: ProgramLimits; signal?: AbortSignal | undefined }): Promise<ProgramEnd> {
  const { input, limits, signal } = call;
  if (process.platform === "linux") hasPrlimit ??= start("prlimit", ["--version"], { limits: { ...limits, timeMs: 5_000 } }).then((end) => end.how === "done");
  if (!(await hasPrlimit)) return start(program, args, call);
  // Processor time is bounded as well: it also ends a program whose parent was killed and can end it no more.
  const bounds = [`--as=${limits.memoryBytes}`, `--cpu=${Math.ceil(limits.timeMs / 1000)}`, "--core=0"];
  const end = await start("prlimit", [...bounds, "--", program, ...args], { ...(input ? { input } : {}), limits, signal });
  // prlimit says "no such file" by its exit code only; asking directly tells a missing program from a failing one.
  return end.how === "failed" ? ((await exists(program, limits)) ? end : { how: "missing" }) : end;
}

async function exists(program: string, limits: ProgramLimits): Promise<boolean> {
  return (await start(program, ["--version"], { limits: { ...limits, timeMs: 5_000 } })).how !== "missing";
}

function start(program: string, args: readonly string[], { input, limits, signal }: { input?: Uint8Array; limits: ProgramLimits; signal?: AbortSignal | undefined }): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled(signal));
    // One thread: pages come one by one beside a server that answers.
    const child = spawn(program, args, { env: { ...process.env, OMP_THREAD_LIMIT: "1" }, stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
    const parts: Buffer[] = [];
    let bytes = 0;
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      child.kill("SIGKILL");
      settle();
    };
    const onAbort = () => finish(() => reject(cancelled(signal)));
    const timer = setTimeout(() => finish(() => resolve({ how: "slow" })), limits.timeMs);
    signal?.addEventListener("abort", onAbort, { once: true });
    child.on("error", (error) => finish(() => resolve({ how: "code" in error && error.code === "ENOENT" ? "missing" : "failed" })));
    child.stdout.on("data", (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes > limits.outputBytes) finish(() => resolve({ how: "too-much" }));
    });
    child.on("close", (code) => finish(() => resolve(code === 0 ? { how: "done", output: Buffer.concat(parts) } : { how: "failed" })));
    // A program that ends before it has read everything closes the pipe: how it ended is told by its exit.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function cancelled(signal: AbortSignal | undefined): AppError {
  return new AppError("job/cancelled", "text recognition was aborted", { cause: signal?.reason });
}
