/**
 * @file Keeps this process's read side true when other processes share the database: what a worker ingested, another server
 * changed or deleted is searched, shown to whoever may read it now, or gone, within seconds. Only for PostgreSQL: with
 * PGlite there is one process. It asks (one short query) rather than listens: no connection is held, none can be lost.
 */
import type { Database } from "../../db/client";
import { documentsStamp, listDocumentStamps } from "../../db/queries/follow";
import { toAppError } from "../core/errors";
import type { Encoder } from "../core/encoder";
import { systemScope } from "../core/scope";
import type { DocumentId } from "../core/types";
import type { DocumentEvents } from "./ingest/events";
import { storedDocuments, type ReadSide, type StoredDocument } from "./read-side";
import type { Vectors } from "./vectors";

const scope = systemScope("follow documents");
/** How long a change by another process may go unseen, in ms. One aggregate over the documents table each time. */
const EVERY_MS = 3_000;

export interface FollowOptions {
  readonly db: Database;
  readonly readSide: ReadSide;
  readonly vectors: Pick<Vectors, "markChanged" | "dropSnapshot">;
  readonly encoder: Encoder;
  readonly events: DocumentEvents;
}

export interface Follower {
  /** Looks now; resolves when the read side agrees with what the database said. Calls never overlap. */
  look(): Promise<void>;
  /** Stops looking; resolves when a look under way has ended. */
  close(): Promise<void>;
}

export function followDocuments(options: FollowOptions, everyMs: number = EVERY_MS): Follower {
  const { db } = options;
  let overall = "";
  let known: ReadonlyMap<DocumentId, string> = new Map();
  let turn: Promise<void> = Promise.resolve();
  let failing = false;
  const once = async () => {
    const now = await documentsStamp(db, scope);
    if (now === overall) return;
    const stamps = await listDocumentStamps(db, scope);
    await reconcile(options, known, stamps);
    known = stamps;
    overall = now;
  };
  const look = () => (turn = turn.then(once, once));
  const timer = setInterval(() => {
    look().then(
      () => (failing = false),
      (error: unknown) => {
        // A database that is away for a while is one line, not one every few seconds.
        if (!failing) console.error(`following other processes' documents: ${toAppError(error).message}; trying on`);
        failing = true;
      },
    );
  }, everyMs);
  timer.unref();
  return {
    look,
    async close() {
      clearInterval(timer);
      // A look that failed has said so.
      await turn.catch(() => undefined);
    },
  };
}

async function reconcile(options: FollowOptions, before: ReadonlyMap<DocumentId, string>, now: ReadonlyMap<DocumentId, string>): Promise<void> {
  const { readSide, vectors, events } = options;
  const gone = readSide.documentIds().filter((id) => !now.has(id));
  const changed = [...now].filter(([id, stamp]) => before.get(id) !== stamp).map(([id]) => id);
  // Read after the stamps: what this process itself has added or deleted meanwhile is seen as it is.
  const stored = new Map((await read(options, [...gone, ...changed])).map((document) => [document.facts.id, document]));
  const removed = [...gone, ...changed].filter((id) => !stored.has(id) && readSide.factsOf(id));
  removed.forEach((id) => readSide.remove(id));
  const taken = [...stored.values()].filter((document) => takeIn(readSide, document));
  if (removed.length > 0) await vectors.dropSnapshot();
  else if (taken.length > 0) vectors.markChanged();
  removed.forEach((id) => events.publish({ type: "removed", id }));
  changed.filter((id) => stored.has(id)).forEach((id) => events.publish({ type: "changed", id }));
}

/** Many at once would hold every text in memory. */
const READ_AT_ONCE = 200;

async function read({ db, encoder }: FollowOptions, ids: readonly DocumentId[]): Promise<StoredDocument[]> {
  const all: StoredDocument[] = [];
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    all.push(...(await storedDocuments(db, { encoder, onReembed: () => undefined }, ids.slice(from, from + READ_AT_ONCE))));
  }
  return all;
}

/** @returns true when its passages are new here */
function takeIn(readSide: ReadSide, { facts, chunks }: StoredDocument): boolean {
  const held = readSide.factsOf(facts.id) ? readSide.knowledge.passagesOf(facts.id) : null;
  const same = held !== null && held.length === chunks.length && held.every((passage, i) => passage.id === chunks[i]?.id);
  if (!same) {
    readSide.add(facts, chunks);
    return true;
  }
  readSide.setAcl(facts.id, facts.acl);
  readSide.setTitle(facts.id, facts.title);
  readSide.setTerms(facts.id, facts.terms);
  return false;
}
