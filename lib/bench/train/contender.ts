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

/** @returns undefined when no Python here has PyTorch */
export function openPyTorch(folder: string): Contender | undefined {
  const python = ["/usr/bin/python3", "python3"].find((one) => spawnSync(one, ["-c", "import torch, numpy"]).status === 0);
  return python === undefined ? undefined : open(python, [path.join(here, "pytorch-trainer.py"), folder]);
}

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
