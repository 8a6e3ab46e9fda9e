/**
 * @file The embedding child: texts → vectors with a trained encoder, in a process of its own beside the server. Started by the
 * first batch, let go when `close` is called; its death or silence is an error, never a hang.
 */
import path from "node:path";
import { LEARNING } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { createChildCalls } from "../child-calls";
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

/** What the child is told. */
export interface ToEmbedder {
  readonly texts: readonly string[];
}

/** @param entry the child's program; another one only in tests */
export function createEmbedder(settings: EmbedderSettings, entry: string = path.join(projectRoot(), "lib", "server", "learning", "embed-child.ts")): Embedder {
  const child = createChildCalls<ToEmbedder, Float32Array[]>({ entry, settings, howToRun: howToRun(), what: "embedding", limitMs: LEARNING.stallMs, idleMs: null, restartAfterFailure: true });
  return { embed: (texts) => child.call({ texts }), close: () => child.close() };
}
