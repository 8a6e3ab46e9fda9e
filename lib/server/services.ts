/**
 * @file What a request works with, one set per process: kept on globalThis, because Next compiles a copy of this file into
 * every page. So it imports types only; what opens them (open-services.ts, with all of the server behind it) is loaded by the
 * first who asks, and not once per page: 30 MB each (measured: lib/README.md).
 */
import type { Database } from "../../db/client";
import type { Assistant } from "../assistant/types";
import type { Env } from "../config/env";
import type { DataPaths } from "../config/paths";
import { AppError } from "../core/errors";
import type { LocalEncoder } from "../runtime/encoder";
import type { Dispatcher } from "./ingest/dispatcher";
import type { DocumentEvents } from "./ingest/events";
import type { FileStore } from "./ingest/file-store";
import type { InsightRunner } from "./insights/runner";
import type { OpenedLanguageModel } from "./language-model";
import type { Learning } from "./learning/learning";
import type { ReadSide } from "./read-side";
import type { Vectors } from "./vectors";
import type { Watcher } from "./watch/watcher";

export interface Services {
  readonly env: Env;
  readonly paths: DataPaths;
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  readonly encoder: LocalEncoder;
  readonly files: FileStore;
  readonly events: DocumentEvents;
  readonly dispatcher: Dispatcher;
  readonly readSide: ReadSide;
  readonly vectors: Vectors;
  readonly watcher: Watcher;
  readonly assistant: Assistant;
  readonly learning: Learning;
  /** Trains people insights, once an HR lead has asked. */
  readonly insights: InsightRunner;
  /** Null: answers are quoted. */
  readonly languageModel: OpenedLanguageModel | null;
  close(): Promise<void>;
}

const KEY = Symbol.for("cadre.services");
type Holder = { [KEY]?: Promise<Services> };

/**
 * This process's services, opened at the first call. A failed start is forgotten, so that the next call tries again.
 *
 * @throws AppError as openForServing; "data/unavailable" once the server is shutting down
 */
export function services(): Promise<Services> {
  const holder = globalThis as Holder;
  holder[KEY] ??= open(holder).catch((error: unknown) => {
    delete holder[KEY];
    throw error;
  });
  return holder[KEY];
}

async function open(holder: Holder): Promise<Services> {
  const { openForServing } = await import("./open-services");
  return openForServing(() => {
    const closed = Promise.reject<Services>(new AppError("data/unavailable", "the server is shutting down"));
    closed.catch(() => undefined);
    holder[KEY] = closed;
  });
}
