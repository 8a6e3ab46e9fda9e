/**
 * @file The composition root: opens the database, loads encoder and index, starts the dispatcher. One set per
 * process, kept on globalThis because Next compiles several copies of this file. `next build` never calls it.
 */
import { markInterrupted } from "../../db/queries/chat";
import { openDatabase, type Database } from "../../db/client";
import { findDocument, listFileHashes } from "../../db/queries/documents";
import { requeueInterrupted } from "../../db/queries/jobs";
import { createAssistant } from "../assistant/assistant";
import type { Assistant } from "../assistant/types";
import { env, type Env } from "../config/env";
import { dataPaths, type DataPaths } from "../config/paths";
import { systemClock } from "../core/clock";
import { newId } from "../core/ids";
import { systemScope } from "../core/scope";
import { createLexicalIndex } from "../knowledge/lexical";
import { createKnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { createDispatcher, type Dispatcher } from "./ingest/dispatcher";
import { createDocumentEvents, type DocumentEvents } from "./ingest/events";
import { createFileStore, type FileStore } from "./ingest/file-store";
import { createIngestWorker } from "./ingest/worker";
import { createReadSide, loadReadSide, type ReadSide } from "./read-side";
import { openVectors, type Vectors } from "./vectors";

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
  readonly assistant: Assistant;
  close(): Promise<void>;
}

const KEY = Symbol.for("cadre.services");
type Holder = { [KEY]?: Promise<Services> };

/** This process's services, opened at the first call. A failed start is forgotten, so that the next call tries again. */
export function services(): Promise<Services> {
  const holder = globalThis as Holder;
  holder[KEY] ??= openServices(env()).catch((error: unknown) => {
    delete holder[KEY];
    throw error;
  });
  return holder[KEY];
}

/**
 * @throws AppError "data/locked", "data/unavailable", "data/migration-failed", "model/…"
 */
export async function openServices(settings: Env): Promise<Services> {
  const paths = dataPaths(settings.dataDir);
  const { db, dialect, close: closeDatabase } = await openDatabase({ dataDir: paths.root, databaseUrl: settings.databaseUrl });
  try {
    const encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: paths.models });
    return await assemble({ settings, paths, db, dialect, encoder, closeDatabase });
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

interface Parts {
  readonly settings: Env;
  readonly paths: DataPaths;
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  readonly encoder: LocalEncoder;
  readonly closeDatabase: () => Promise<void>;
}

async function assemble({ settings, paths, db, dialect, encoder, closeDatabase }: Parts): Promise<Services> {
  const files = createFileStore(paths.files);
  await recover(db, dialect, files);
  const vectors = await openVectors({ folder: paths.index, encoder });
  const readSide = createReadSide(createKnowledgeBase({ encoder, vectors: vectors.index, lexical: createLexicalIndex() }));
  await loadReadSide(db, readSide, {
    encoder,
    vectors,
    onReembed: (done, total) => process.stderr.write(`\r  Embedding with ${encoder.version}: ${done}/${total} `),
  });
  await vectors.saveSnapshot();

  const events = createDocumentEvents();
  const worker = createIngestWorker({ encoder: settings.encoder, device: settings.device, stageDelayMs: settings.testStageDelayMs });
  const dispatcher = createDispatcher({
    db,
    worker,
    files,
    events,
    clock: systemClock,
    name: `${process.pid}-${newId<string>()}`,
    onReady: async (id, replaced, result) => {
      const row = await findDocument(db, systemScope("ingest job"), id);
      if (replaced) {
        readSide.remove(replaced);
        await vectors.dropSnapshot();
      }
      vectors.markChanged();
      if (row) readSide.add({ id, title: row.title, source: row.source, kind: row.kind, language: result.language, acl: row.acl }, result.chunks);
      if (replaced) events.publish({ type: "removed", id: replaced });
    },
  });
  dispatcher.wake();
  const assistant = createAssistant({ knowledge: readSide.knowledge });

  const close = async () => {
    await dispatcher.close();
    await vectors.saveSnapshot();
    await encoder.close();
    await closeDatabase();
  };
  return { env: settings, paths, db, dialect, encoder, files, events, dispatcher, readSide, vectors, assistant, close };
}

/** What a crash left half-done: answers without an end, claimed jobs, files without a document. */
async function recover(db: Database, dialect: "pglite" | "postgres", files: FileStore): Promise<void> {
  const scope = systemScope("recovery at start");
  if (dialect === "pglite") {
    await requeueInterrupted(db, scope);
    await markInterrupted(db, scope, { begunBefore: new Date(Date.now() + 1) });
    await files.sweep(await listFileHashes(db));
  } else {
    // Another server may be at work: its answers and claims are left alone until they are surely dead.
    await markInterrupted(db, scope, { begunBefore: new Date(Date.now() - 10 * 60_000) });
  }
}
