/**
 * @file A worker: the server's own dispatcher in a process without a web server, on any machine that reaches the PostgreSQL
 * database and shares the files folder. It reads files in; the servers find what it stored by themselves.
 */
import { existsSync } from "node:fs";
import { openDatabase } from "../../../db/client";
import { listFileHashes } from "../../../db/queries/documents";
import type { Env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { systemClock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { createDispatcher } from "../ingest/dispatcher";
import { createDocumentEvents } from "../ingest/events";
import { createFileStore } from "../ingest/file-store";
import { createIngestWorker } from "../ingest/worker";

export interface RunningWorker {
  /** Absolute path of the folder that must be the servers' own. */
  readonly filesFolder: string;
  /** Originals that the database names and this folder lacks. */
  readonly missingFiles: number;
  /** Documents stored so far. */
  readonly done: () => number;
  /** Resolves when there is nothing to do at this moment. */
  idle(): Promise<void>;
  /** Puts what is under way back into the queue, and ends. */
  close(): Promise<void>;
}

/**
 * @param note told of each document that was stored
 * @throws AppError "config/invalid" without DATABASE_URL; as openDatabase
 */
export async function openWorker(settings: Env, note: (line: string) => void): Promise<RunningWorker> {
  if (!settings.databaseUrl) {
    const text = "A worker needs PostgreSQL: the built-in database belongs to one process, the server, which reads files in by itself. Set DATABASE_URL to the database that the server uses.";
    throw new AppError("config/invalid", text, { userMessage: text });
  }
  const paths = dataPaths(settings.dataDir);
  const database = await openDatabase({ dataDir: paths.root, databaseUrl: settings.databaseUrl });
  const files = createFileStore(paths.files);
  const missingFiles = [...(await listFileHashes(database.db))].filter((hash) => !existsSync(files.pathOf(hash))).length;
  let done = 0;
  const dispatcher = createDispatcher({
    db: database.db,
    worker: createIngestWorker({ encoder: settings.encoder, device: settings.device, tesseract: settings.tesseract, stageDelayMs: settings.testStageDelayMs }),
    files,
    events: createDocumentEvents(),
    clock: systemClock,
    name: `worker-${process.pid}-${newId<string>()}`,
    whenFileIsMissing: "leave",
    onReady: (id, _replaced, result) => {
      done++;
      note(`${id}: ${result.chunks.length} passages`);
      return Promise.resolve();
    },
  });
  // The dispatcher itself asks only now and then; a worker has nothing else that would tell it of new files.
  const ask = setInterval(() => dispatcher.wake(), ASK_EVERY_MS);
  dispatcher.wake();
  return {
    filesFolder: paths.files,
    missingFiles,
    done: () => done,
    idle: () => dispatcher.idle(),
    async close() {
      clearInterval(ask);
      await dispatcher.close();
      await database.close();
    },
  };
}

/** One claim query each time there is nothing to do. */
const ASK_EVERY_MS = 2_000;
