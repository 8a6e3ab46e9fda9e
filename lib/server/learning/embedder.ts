/**
 * @file The embedding child: texts → vectors with a trained encoder, in a process of its own beside the server. Started by the
 * first batch, let go when `close` is called; its death or silence is an error, never a hang.
 */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { LEARNING } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { AppError, isErrorCode } from "../../core/errors";
import { howToRun } from "./trainer-process";

export interface EmbedderSettings {
  /** Folder in the hub's layout. */
  readonly model: string;
  readonly device: "auto" | "cpu" | "cuda" | "webgpu";
  /** Milliseconds that each batch waits; 0 outside of tests. */
  readonly stageDelayMs: number;
}

export interface Embedder {
  /** One batch at a time. @throws AppError "job/worker-died", "job/cancelled" after `close`, "model/…" */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  close(): void;
}

/** What the child is told and says. */
export interface ToEmbedder {
  readonly texts: readonly string[];
}
export type FromEmbedder = { readonly type: "vectors"; readonly vectors: readonly Float32Array[] } | { readonly type: "failure"; readonly code: string; readonly message: string };

/** @param entry the child's program; another one only in tests */
export function createEmbedder(settings: EmbedderSettings, entry: string = path.join(projectRoot(), "lib", "server", "learning", "embed-child.ts")): Embedder {
  let child: ChildProcess | null = null;
  let stop: (error: AppError) => void = () => undefined;
  let isClosed = false;
  return {
    embed(texts) {
      if (isClosed) return Promise.reject(cancelled());
      child ??= fork(/* turbopackIgnore: true */ entry, [JSON.stringify(settings)], { ...howToRun(), cwd: projectRoot(), serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
      const own = child;
      return new Promise((resolve, reject) => {
        const end = (finish: () => void) => {
          clearTimeout(timer);
          own.removeAllListeners();
          own.on("error", () => undefined);
          finish();
        };
        stop = (error) =>
          end(() => {
            child = null;
            own.kill("SIGKILL");
            reject(error);
          });
        const timer = setTimeout(() => stop(new AppError("job/worker-died", `embedding said nothing for ${LEARNING.stallMs} ms`)), LEARNING.stallMs);
        timer.unref();
        own.on("message", (message: FromEmbedder) => {
          if (message.type === "vectors") end(() => resolve([...message.vectors]));
          else stop(new AppError(isErrorCode(message.code) ? message.code : "internal/unknown", message.message));
        });
        own.on("exit", (code, signal) => stop(new AppError("job/worker-died", `the embedding process ended with ${signal ?? `exit code ${code}`}`)));
        own.on("error", (error) => stop(new AppError("job/worker-died", `the embedding process could not run: ${error.message}`)));
        own.send({ texts } satisfies ToEmbedder);
      });
    },
    close() {
      isClosed = true;
      stop(cancelled());
      child?.kill("SIGKILL");
      child = null;
    },
  };
}

const cancelled = () => new AppError("job/cancelled", "embedding was called off");
