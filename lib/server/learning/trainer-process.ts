/**
 * @file One training child: starts it with its input, passes on its progress, turns its death or its silence into an error.
 * Killing it is how a run is cancelled.
 */
import { fork } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import v8 from "node:v8";
import { LEARNING } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { AppError, isErrorCode } from "../../core/errors";
import { TRAINING_ENVIRONMENT } from "../../runtime/executor";
import type { FromTrainer, TrainingInput, TrainingResult, TrainingSettings } from "./protocol";

export interface TrainerProcessOptions {
  readonly settings: Omit<TrainingSettings, "file" | "cacheDir">;
  /** Input files and the general set lie here. */
  readonly folder: string;
  /** The child's program; another one only in tests. */
  readonly entry?: string;
}

export interface RunningTraining {
  readonly result: Promise<TrainingResult>;
  /** Ends the child; `result` is rejected with "job/cancelled". */
  cancel(): void;
}

const INPUT = ".input";

/** @param name of the input file: the run's id */
export function startTraining(name: string, input: TrainingInput, { settings, folder, entry }: TrainerProcessOptions, onProgress: (message: Extract<FromTrainer, { type: "progress" }>) => void): RunningTraining {
  const file = path.join(folder, `${name}${INPUT}`);
  let cancel: () => void = () => undefined;
  let isCancelled = false;
  const run = async (): Promise<TrainingResult> => {
    await mkdir(folder, { recursive: true });
    await writeFile(file, v8.serialize(input), { mode: 0o600 });
    if (isCancelled) throw cancelled();
    return talk();
  };
  const talk = () =>
    new Promise<TrainingResult>((resolve, reject) => {
      const program = entry ?? path.join(projectRoot(), "lib", "server", "learning", "child.ts");
      const told: TrainingSettings = { ...settings, file, cacheDir: folder };
      // Not bundled: it runs from its source, through tsx, beside the server.
      const child = fork(/* turbopackIgnore: true */ program, [JSON.stringify(told)], {
        ...howToRun(), cwd: projectRoot(), serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      let timer: NodeJS.Timeout | undefined;
      const end = (finish: () => void) => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on("error", () => undefined);
        child.kill("SIGKILL");
        finish();
      };
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => end(() => reject(new AppError("job/worker-died", `training said nothing for ${LEARNING.stallMs} ms`))), LEARNING.stallMs);
        timer.unref();
      };
      cancel = () => end(() => reject(cancelled()));
      child.on("message", (message: FromTrainer) => {
        watch();
        if (message.type === "progress") onProgress(message);
        else if (message.type === "result") end(() => resolve(message.result));
        else end(() => reject(new AppError(isErrorCode(message.code) ? message.code : "internal/unknown", message.message, { userMessage: message.userMessage })));
      });
      child.on("exit", (code, signal) => end(() => reject(new AppError("job/worker-died", `the training process ended with ${signal ?? `exit code ${code}`}`))));
      child.on("error", (error) => end(() => reject(new AppError("job/worker-died", `the training process could not run: ${error.message}`))));
      watch();
    });
  const result = run().finally(() => rm(file, { force: true }));
  return {
    result,
    cancel: () => {
      isCancelled = true;
      cancel();
    },
  };
}

/** Inputs hold passages, and encoders what was learned of them: those that a crash has left must not outlive what they were made of. Call it while no child runs. */
export async function removeInputs(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  await Promise.all(names.filter((name) => name.endsWith(INPUT) || name.endsWith(".part") || name.startsWith("trained-")).map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}

/** How children of the loop are started. Questions come first: they give way to them. `env` and `nice` turn into the program, so that the process is the same. */
export function howToRun(): { execPath: string; execArgv: string[] } {
  const node = ["--import", "tsx", `--max-old-space-size=${LEARNING.childHeapMb}`];
  if (process.platform !== "linux") return { execPath: process.execPath, execArgv: node };
  const memory = Object.entries(TRAINING_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  return { execPath: "env", execArgv: [...memory, "nice", "-n", "5", process.execPath, ...node] };
}

const cancelled = () => new AppError("job/cancelled", "training was cancelled");
