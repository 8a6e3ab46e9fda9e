/**
 * @file The composition root: opens the database, loads encoder and index, starts the dispatcher. Loaded by the first caller
 * of services() only (a dynamic import), and by the command line; `next build` never runs it.
 */
import { markInterrupted } from "../../db/queries/chat";
import { openDatabase, type Database, type OpenDatabase, type OpenOptions } from "../../db/client";
import { findDocument, listFileHashes, ocrMarkOf, type ProcessedDocument } from "../../db/queries/documents";
import { requeueInterrupted } from "../../db/queries/jobs";
import { createAssistant } from "../assistant/assistant";
import { UNKNOWN_PERSON } from "../assistant/candidates/person";
import { env, type Env } from "../config/env";
import { dataPaths, type DataPaths } from "../config/paths";
import { systemClock } from "../core/clock";
import { newId } from "../core/ids";
import { systemScope } from "../core/scope";
import type { DocumentId } from "../core/types";
import { createLexicalIndex } from "../knowledge/lexical";
import { createKnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { backupBeforeUpgrade } from "./backup/before-upgrade";
import { putDataAside, removeAbandoned } from "./backup/put-aside";
import { recordBackup } from "./backup/audit-lines";
import { tellComplainants } from "./learning/hr-receipts";
import { serveSnapshotRequests } from "./backup/snapshot-requests";
import { startSweeping } from "./document-tasks/sweep";
import { followDocuments } from "./follow-documents";
import { startReminding } from "./growth/reminders";
import { createDispatcher } from "./ingest/dispatcher";
import { createDocumentEvents } from "./ingest/events";
import { createFileStore, type FileStore } from "./ingest/file-store";
import { createIngestWorker } from "./ingest/worker";
import { openLearning } from "./learning/learning";
import { createServing } from "./learning/serving";
import { createSpaces } from "./learning/spaces";
import { trainingFolder } from "./learning/trainer";
import { createReadSide, loadReadSide, termsOfRow, type ReadSide } from "./read-side";
import { startRefreshing } from "./profiles/refresh";
import { openInsightRunner } from "./insights/runner";
import { startRecruitingClock } from "./recruiting/clock";
import { startRetention } from "./retention/clock";
import { openLanguageModel } from "./language-model";
import { isDemo } from "./setup/demo-info";
import { requireLoopback } from "./setup/loopback";
import { closeOnSignals, endStreams, endWithParent, outliveReaders } from "./shutdown";
import type { Services } from "./services";
import { openVectors } from "./vectors";
import { createWatcher } from "./watch/watcher";

/**
 * Opens them for a server: with the clocks that run beside it; SIGTERM and SIGINT put running work back, save and close before
 * the process ends.
 *
 * @param whenClosing called first: nobody is to be given these services any more
 * @throws AppError as openServices; "config/invalid" when the demo company would be served to other machines
 */
export async function openForServing(whenClosing: () => void): Promise<Services> {
  const opened = await openServices(env());
  try {
    if (await isDemo(opened)) requireLoopback(opened.env.host);
  } catch (error) {
    await opened.close();
    throw error;
  }
  process.stderr.write(`  ${opened.readSide.documentCount} documents, ${opened.vectors.index.size} passages (${opened.vectors.index.kind})\n`);
  const stopRetention = startRetention(opened);
  const stopRecruiting = startRecruitingClock(opened);
  closeOnSignals(process, async () => {
    whenClosing();
    await endStreams();
    await stopRetention();
    await stopRecruiting();
    await opened.close();
  });
  outliveReaders([process.stdout, process.stderr]);
  endWithParent({ connected: process.connected === true, once: (event, listener) => process.once(event, listener), kill: (signal) => process.kill(process.pid, signal) });
  return opened;
}

/**
 * Backs up first when an upgrade is about to change the database.
 *
 * @throws AppError "data/locked", "data/unavailable", "data/migration-failed", "backup/failed", "model/…"
 */
export async function openServices(settings: Env): Promise<Services> {
  const paths = dataPaths(settings.dataDir);
  const note = (line: string) => process.stderr.write(`  ${line}\n`);
  const beforeUpgrade: OpenOptions["beforeUpgrade"] = settings.upgradeBackup ? async (upgrade) => void (await backupBeforeUpgrade(paths, upgrade, note)) : undefined;
  const database = await openDatabase({ dataDir: paths.root, databaseUrl: settings.databaseUrl, beforeUpgrade });
  let encoder: LocalEncoder | undefined;
  try {
    encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: paths.models });
    return await assemble({ settings, paths, database, encoder });
  } catch (error) {
    await encoder?.close();
    await database.close();
    throw error;
  }
}

interface Parts {
  readonly settings: Env;
  readonly paths: DataPaths;
  readonly database: OpenDatabase;
  readonly encoder: LocalEncoder;
}

async function assemble({ settings, paths, database, encoder }: Parts): Promise<Services> {
  const { db, dialect, copyTo } = database;
  const files = createFileStore(paths.files);
  await recover(db, dialect, files);
  const vectors = await openVectors({ folder: paths.index, encoder });
  const readSide: ReadSide = createReadSide(createKnowledgeBase({ encoder, vectors: vectors.index, lexical: createLexicalIndex(), learned: () => serving.latest() }));
  const spaces = createSpaces({ db, readSide, encoder, folder: paths.trained, stageDelayMs: settings.testStageDelayMs });
  const serving = createServing({ db, encoder, spaces });
  await loadReadSide(db, readSide, {
    encoder,
    vectors,
    onReembed: (done, total) => process.stderr.write(`\r  Embedding with ${encoder.version}: ${done}/${total} `),
  });
  await vectors.saveSnapshot();
  const events = createDocumentEvents();
  const worker = createIngestWorker({ encoder: settings.encoder, device: settings.device, tesseract: settings.tesseract, stageDelayMs: settings.testStageDelayMs });
  const dispatcher = createDispatcher({
    db,
    worker,
    files,
    events,
    clock: systemClock,
    name: `${process.pid}-${newId<string>()}`,
    whenFileIsMissing: dialect === "postgres" ? "leave" : "fail",
    onReady: async (id, replaced, result) => {
      if (replaced) {
        readSide.remove(replaced);
        readSide.followReplacement(replaced, id);
      }
      await takeIn(db, readSide, id, result);
      if (replaced) await vectors.dropSnapshot();
      else vectors.markChanged();
      if (replaced) {
        events.publish({ type: "removed", id: replaced });
        await tellComplainants(db, { cited: replaced, since: null, by: null });
      }
    },
  });
  dispatcher.wake();
  const follower = dialect === "postgres" ? followDocuments({ db, readSide, vectors, encoder, events }) : null;
  const describePerson = async (id: string) => {
    // Only asked for résumés that the asker's own scope has already let through.
    const row = await findDocument(db, systemScope("candidate card"), id);
    return row ? { name: row.personName, title: row.personTitle, location: row.personLocation, years: row.personYears } : UNKNOWN_PERSON;
  };
  await removeAbandoned(paths);
  const backups = copyTo ? serveSnapshotRequests(paths, async () => ({ warnings: await recordBackup(db, true), ...(await putDataAside(paths, copyTo)) })) : null;
  const languageModel = await openLanguageModel(settings);
  const assistant = createAssistant({ knowledge: readSide.knowledge, describePerson, wording: languageModel?.wordedBy ?? null });

  const stopSweeping = startSweeping(db, systemClock);
  const stopRefreshing = startRefreshing(db);
  const stopReminding = startReminding(db, systemClock);
  const learning = await openLearning({
    db, dialect, encoder, readSide, serving, spaces, clock: systemClock, name: `${process.pid}-${newId<string>()}`,
    process: { settings: { encoder: settings.encoder, device: settings.device, modelsDir: paths.models, stageDelayMs: settings.testStageDelayMs }, folder: trainingFolder(paths.root) },
  });
  const insights = await openInsightRunner({
    db, dialect, clock: systemClock, name: `${process.pid}-${newId<string>()}`,
    process: { settings: { encoder: settings.encoder, device: settings.device, modelsDir: paths.models, stageDelayMs: settings.testStageDelayMs }, folder: trainingFolder(paths.root) },
  });
  const watcher = createWatcher({ services: { db, files, events, dispatcher }, folders: settings.watchFolders, clock: systemClock });
  const close = async () => {
    await watcher.close();
    await insights.close();
    await learning.close();
    await stopSweeping();
    await stopRefreshing();
    await stopReminding();
    await follower?.close();
    await dispatcher.close();
    await vectors.close();
    await languageModel?.close();
    await encoder.close();
    await backups?.close();
    await database.close();
  };
  return { env: settings, paths, db, dialect, encoder, files, events, dispatcher, readSide, vectors, watcher, assistant, learning, insights, languageModel, close };
}

/**
 * Makes a document searchable that was just committed. Its row is read again afterwards: whoever deleted it or changed
 * its readers in between found nothing in the read side to change.
 */
async function takeIn(db: Database, readSide: ReadSide, id: DocumentId, result: ProcessedDocument): Promise<void> {
  const scope = systemScope("ingest job");
  const row = await findDocument(db, scope, id);
  if (!row) return;
  readSide.add({ id, title: row.title, source: row.source, kind: row.kind, language: result.language, acl: row.acl, person: result.person, pages: result.pages, ocr: ocrMarkOf(result.ocr), terms: termsOfRow(row) }, result.chunks);
  const now = await findDocument(db, scope, id);
  if (!now) return readSide.remove(id);
  readSide.setAcl(id, now.acl);
  readSide.setTitle(id, now.title);
  readSide.setTerms(id, termsOfRow(now));
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
