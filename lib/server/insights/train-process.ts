/**
 * @file One process that trains insights: starts it with its input, passes on its progress, turns its death or its silence into an
 * error. Killing it is how a run is cancelled. The same way of running as the learning loop's (lib/server/learning/trainer-process.ts).
 */
import { fork } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import v8 from "node:v8";
import { LEARNING } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { AppError, isErrorCode } from "../../core/errors";
import { TRAINING_ENVIRONMENT } from "../../runtime/executor";
import type { FromInsightTrainer, InsightTrainingInput, InsightTrainingResult, InsightTrainingSettings } from "./protocol";

export interface InsightProcessOptions {
  readonly settings: Omit<InsightTrainingSettings, "file">;
  /** Input files lie here. */
  readonly folder: string;
}

export interface RunningInsight {
  readonly result: Promise<InsightTrainingResult>;
  /** Ends the process; `result` is rejected with "job/cancelled". */
  cancel(): void;
}

type Progress = Extract<FromInsightTrainer, { type: "progress" }>;

/** @param id of the run: names the input file */
export function startInsightTraining(id: string, input: InsightTrainingInput, { settings, folder }: InsightProcessOptions, onProgress: (message: Progress) => void): RunningInsight {
  const file = path.join(folder, `${id}.insight`);
  let stop: (() => void) | null = null;
  let isCancelled = false;
  const run = async (): Promise<InsightTrainingResult> => {
    await mkdir(folder, { recursive: true });
    await writeFile(file, v8.serialize(input), { mode: 0o600 });
    if (isCancelled) throw cancelled();
    const talk = talkWith({ ...settings, file }, onProgress);
    stop = talk.stop;
    return talk.result;
  };
  const result = run().finally(() => rm(file, { force: true }));
  return {
    result,
    cancel: () => {
      isCancelled = true;
      stop?.();
    },
  };
}

function talkWith(settings: InsightTrainingSettings, onProgress: (message: Progress) => void): { result: Promise<InsightTrainingResult>; stop: () => void } {
  const program = path.join(projectRoot(), "lib", "server", "insights", "child.ts");
  // Not bundled: it runs from its source, through tsx, beside the server.
  const child = fork(/* turbopackIgnore: true */ program, [JSON.stringify(settings)], { ...howToRun(), cwd: projectRoot(), serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let timer: NodeJS.Timeout | undefined;
  let settle: { resolve: (result: InsightTrainingResult) => void; reject: (error: AppError) => void } | null = null;
  const end = (finish: () => void): void => {
    clearTimeout(timer);
    child.removeAllListeners();
    child.on("error", () => undefined);
    child.kill("SIGKILL");
    finish();
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => end(() => settle?.reject(new AppError("job/worker-died", `training said nothing for ${LEARNING.stallMs} ms`))), LEARNING.stallMs);
    timer.unref();
  };
  const result = new Promise<InsightTrainingResult>((resolve, reject) => {
    settle = { resolve, reject };
    child.on("message", (message: FromInsightTrainer) => {
      watch();
      if (message.type === "progress") onProgress(message);
      else if (message.type === "result") end(() => resolve(message.result));
      else end(() => reject(new AppError(isErrorCode(message.code) ? message.code : "internal/unknown", message.message, { userMessage: message.userMessage })));
    });
    child.on("exit", (code, signal) => end(() => reject(new AppError("job/worker-died", `the training process ended with ${signal ?? `exit code ${code}`}`))));
    child.on("error", (error) => end(() => reject(new AppError("job/worker-died", `the training process could not run: ${error.message}`))));
    watch();
  });
  return { result, stop: () => end(() => settle?.reject(cancelled())) };
}

/** Questions come first: it gives way to them. `env` and `nice` turn into the program, so that the process is the same. */
function howToRun(): { execPath: string; execArgv: string[] } {
  const node = ["--import", "tsx", `--max-old-space-size=${LEARNING.childHeapMb}`];
  if (process.platform !== "linux") return { execPath: process.execPath, execArgv: node };
  const memory = Object.entries(TRAINING_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  return { execPath: "env", execArgv: [...memory, "nice", "-n", "5", process.execPath, ...node] };
}

const cancelled = () => new AppError("job/cancelled", "training was cancelled");
