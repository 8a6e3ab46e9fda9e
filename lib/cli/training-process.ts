/**
 * @file Starts a command again in a process of its own with the memory settings that training is quickest with
 * (glibc reads them at start). Elsewhere than on Linux they mean nothing, and the command runs where it is.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { TRAINING_ENVIRONMENT } from "../runtime/executor";

/** Told to the second process, so that it does not start a third. */
export const IN_PROCESS = "in-process";

export const needsOwnProcess = (inProcess: boolean): boolean => process.platform === "linux" && !inProcess;

/**
 * Runs `cadre <args> --in-process` on the same input and output and waits for it. Ctrl+C reaches both; this one waits
 * until the other has saved.
 *
 * @returns its exit code; 1 when it was killed
 */
export async function runInOwnProcess(args: readonly string[]): Promise<0 | 1> {
  const settings = Object.entries(TRAINING_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  // `env` adds to the environment without this process reading it.
  const child = spawn("env", [...settings, process.execPath, ...process.execArgv, process.argv[1] ?? "", ...args, `--${IN_PROCESS}`], { stdio: "inherit" });
  const wait = (): void => undefined;
  const forward = (): void => void child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", forward);
  try {
    const [code] = (await once(child, "exit")) as [number | null];
    return code === 0 ? 0 : 1;
  } finally {
    process.off("SIGINT", wait).off("SIGTERM", forward);
  }
}
