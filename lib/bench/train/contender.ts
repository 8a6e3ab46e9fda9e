/**
 * @file A contender of `bench train`: a child process that answers each command with one line of JSON.
 */
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../config/paths";
import { AppError } from "../../core/errors";
import { TRAINING_ENVIRONMENT } from "../../runtime/executor";

export interface Contender {
  ask(command: "gradients" | "step" | "save" | "end"): Promise<Record<string, number | string>>;
  close(): Promise<void>;
}

const here = path.join(projectRoot(), "lib/bench/train");

/** Our engine, with the memory settings of a training process. */
export function openOurs(folder: string): Contender {
  const settings = Object.entries(TRAINING_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  return open("env", [...settings, process.execPath, "--import", "tsx", path.join(here, "our-trainer.ts"), folder]);
}

/** OpenBLAS kernels to choose from; "" is its own choice, which on recent Xeons is one six times slower than SkylakeX. */
const KERNELS = ["", "SkylakeX", "Haswell"] as const;

/** Prints the seconds of processor time that some products take. */
const PRODUCTS = `
import time, torch
a, b = torch.randn(1024, 256), torch.randn(256, 1024)
a @ b
start = time.process_time()
for _ in range(10): a @ b
print(time.process_time() - start)`;

/** @returns PyTorch on the OpenBLAS kernel that is quickest here; undefined when no Python here has PyTorch */
export function openPyTorch(folder: string): (Contender & { readonly kernel: string }) | undefined {
  const python = ["/usr/bin/python3", "python3"].find((one) => spawnSync(one, ["-c", "import torch, numpy"]).status === 0);
  if (python === undefined) return undefined;
  const timed = KERNELS.map((kernel) => ({ kernel, seconds: Number(spawnSync("env", [...kernelSetting(kernel), python, "-c", PRODUCTS], { encoding: "utf8" }).stdout) }));
  const { kernel } = timed.reduce((best, one) => (one.seconds < best.seconds ? one : best));
  return { ...open("env", [...kernelSetting(kernel), python, path.join(here, "pytorch-trainer.py"), folder]), kernel: kernel === "" ? "its own choice" : kernel };
}

const kernelSetting = (kernel: string): string[] => (kernel === "" ? ["-u", "OPENBLAS_CORETYPE"] : [`OPENBLAS_CORETYPE=${kernel}`]);

function open(program: string, args: readonly string[]): Contender {
  const child = spawn(program, args, { cwd: projectRoot(), stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    async ask(command) {
      child.stdin.write(`${command}\n`);
      const next: IteratorResult<string, undefined> = await lines.next();
      if (next.done) throw new AppError("internal/broken-assumption", `${program} ended at "${command}"; its last words are above.`);
      return JSON.parse(next.value) as Record<string, number | string>;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
