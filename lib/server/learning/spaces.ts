/**
 * @file Second indexes: vectors of versions' own encoders, beside the first, each with its encoder. Built in the background by a
 * child while the first serves, batch by batch into the database, so that a kill costs one batch; documents that come or go
 * meanwhile come and go here too. A question is asked in one space alone (knowledge/retrieval/learned-ranking.ts).
 */
import { rm } from "node:fs/promises";
import { listVectors, putVectors, readSpace, type SpaceRow } from "../../../db/queries/vector-spaces";
import type { Database } from "../../../db/client";
import { POLICY_KINDS } from "../../assistant/tools/find-answer";
import { INDEX, LEARNING } from "../../config/defaults";
import { AppError, toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { inSlices } from "../../core/slices";
import type { ChunkId, ModelVersionId } from "../../core/types";
import { loadHnsw } from "../../knowledge/index/hnsw-addon";
import { createVectorIndex } from "../../knowledge/index/restore-index";
import type { StoredIndex } from "../../knowledge/index/stored-index";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { LearnedSpace } from "../../knowledge/retrieval/learned-ranking";
import type { Passage } from "../../knowledge/types";
import type { LocalEncoder } from "../../runtime/encoder";
import type { ReadSide } from "../read-side";
import { createEmbedder, type Embedder, type EmbedderSettings } from "./embedder";
import { encoderFolder, openTrainedEncoder } from "./trained-encoder";

const scope = systemScope("second index");
/** Passages of one batch: what a kill costs. */
const BATCH = 64;
/** Uploads come in bursts. */
const FOLLOW_AFTER_MS = 400;
/** What could not be embedded is tried again after this. */
const RETRY_AFTER_MS = 60_000;
/** A question under way may still hold a space that nothing serves with any more. */
const CLOSE_AFTER_MS = 120_000;

export interface SpacesParts {
  readonly db: Database;
  readonly readSide: ReadSide;
  /** The shipped one. */
  readonly encoder: LocalEncoder;
  /** Where trained encoders lie, one folder each. */
  readonly folder: string;
  /** Milliseconds that each batch waits; 0 outside of tests. */
  readonly stageDelayMs: number;
  /** Passages embedded and stored together. */
  readonly batch?: number;
  /** Who computes vectors, and how a space's encoder is opened; others only in tests. */
  readonly startEmbedder?: (settings: EmbedderSettings) => Embedder;
  readonly openEncoder?: (row: SpaceRow) => Promise<SpaceEncoder>;
}

export type SpaceEncoder = Pick<LocalEncoder, "version" | "dimension" | "embed" | "countTokens" | "device" | "close">;

export interface FillOptions {
  /** Passages that have a vector, of all. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface Spaces {
  /** A version's space with what is embedded so far. @throws AppError "registry/unusable" when it has none, or nothing is embedded */
  open(id: ModelVersionId): Promise<LearnedSpace>;
  /** Passages of it that have no vector yet. @throws as `open` */
  missing(id: ModelVersionId): Promise<number>;
  /** Embeds what is missing, until nothing is. @throws AppError "job/cancelled" when aborted; as `open` */
  fill(id: ModelVersionId, options: FillOptions): Promise<void>;
  /** These stay open (what serves, what one click goes back to); others are closed after a while. */
  keep(ids: readonly ModelVersionId[]): void;
  /** Where its encoder lies once it is open. */
  folderOf(id: ModelVersionId): string;
  /** Removes the encoder's folder of versions whose vectors are gone. */
  remove(ids: readonly ModelVersionId[]): Promise<void>;
  /** Resolves when what has changed so far is in every open space, or could not be. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Held {
  readonly row: SpaceRow;
  readonly encoder: SpaceEncoder;
  readonly index: StoredIndex;
  readonly vectors: Map<ChunkId, Float32Array>;
  readonly space: LearnedSpace;
  /** One fill at a time. */
  turn: Promise<unknown>;
}

export function createSpaces(parts: SpacesParts): Spaces {
  const { readSide } = parts;
  const held = new Map<ModelVersionId, Promise<Held>>();
  const building = new Set<ModelVersionId>();
  const closing = new Set<NodeJS.Timeout>();
  const ending = new AbortController();
  let kept: readonly ModelVersionId[] = [];
  let following: NodeJS.Timeout | undefined;
  let followed: Promise<unknown> = Promise.resolve();

  const hold = (id: ModelVersionId): Promise<Held> => {
    const known = held.get(id);
    if (known) return known;
    const loading = load(parts, id);
    held.set(id, loading);
    loading.catch(() => held.delete(id));
    return loading;
  };
  const release = (id: ModelVersionId): void => {
    const leaving = held.get(id);
    held.delete(id);
    const timer = setTimeout(() => {
      closing.delete(timer);
      void leaving?.then(({ encoder }) => encoder.close()).catch(() => undefined);
    }, CLOSE_AFTER_MS);
    closing.add(timer.unref());
  };
  const fillHeld = (one: Held, options: FillOptions): Promise<void> => {
    const next = one.turn.then(() => fill(parts, one, options));
    one.turn = next.catch(() => undefined);
    return next;
  };
  const followNow = async (): Promise<void> => {
    for (const id of kept) {
      try {
        const one = await hold(id);
        if (wanted(readSide).some(({ id }) => !one.vectors.has(id))) await fillHeld(one, { onProgress: () => undefined, signal: ending.signal });
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === "job/cancelled") continue;
        console.error(`second index: ${error.message}; new documents are found by their words until it works again`);
        follow(RETRY_AFTER_MS);
      }
    }
  };
  /** The first change of a burst starts the wait: a stream of them cannot put it off. */
  function follow(afterMs: number = FOLLOW_AFTER_MS): void {
    if (held.size === 0 || ending.signal.aborted || following) return;
    following = setTimeout(() => {
      following = undefined;
      followed = followed.then(followNow);
    }, afterMs);
    following.unref();
  }
  const stopWatching = readSide.onChange((gone) => {
    for (const loading of held.values()) void loading.then((one) => forget(one, gone), () => undefined);
    follow();
  });

  return {
    async open(id) {
      const { space, vectors, row } = await hold(id);
      if (vectors.size === 0 && wanted(readSide).length > 0) throw new AppError("registry/unusable", `the index of version ${row.number} is not built`, { userMessage: `Documents are not embedded with the encoder of version ${row.number}. Promote it: its index is built first.` });
      return space;
    },
    async missing(id) {
      const { vectors } = await hold(id);
      const count = wanted(readSide).filter((passage) => !vectors.has(passage.id)).length;
      // Somebody looked at a version that is not promoted.
      if (count > 0 && !kept.includes(id) && !building.has(id)) release(id);
      return count;
    },
    async fill(id, options) {
      building.add(id);
      try {
        // Stays open afterwards: it is about to serve.
        await fillHeld(await hold(id), { ...options, signal: AbortSignal.any([options.signal, ending.signal]) });
      } catch (error) {
        if (!kept.includes(id)) release(id);
        throw error;
      } finally {
        building.delete(id);
      }
    },
    keep(ids) {
      kept = ids;
      for (const id of [...held.keys()]) if (!ids.includes(id) && !building.has(id)) release(id);
      for (const id of ids) void hold(id).then(() => follow(), () => undefined);
    },
    folderOf: (id) => encoderFolder(parts.folder, id),
    async remove(ids) {
      for (const id of ids) {
        if (held.has(id)) continue;
        await rm(encoderFolder(parts.folder, id), { recursive: true, force: true });
      }
    },
    async settled() {
      while (following) await new Promise((resolve) => setTimeout(resolve, FOLLOW_AFTER_MS / 4));
      await followed;
    },
    async close() {
      ending.abort();
      stopWatching();
      clearTimeout(following);
      closing.forEach((timer) => clearTimeout(timer));
      await followed;
      for (const loading of held.values()) await loading.then(async ({ turn, encoder }) => (await turn, encoder.close())).catch(() => undefined);
      held.clear();
    },
  };
}

/** What policy questions search: people are never looked for in a trained space. */
function wanted(readSide: ReadSide): Passage[] {
  return readSide.documentIds().flatMap((id) => readSide.knowledge.passagesOf(id)).filter(({ kind }) => POLICY_KINDS.includes(kind));
}

async function load(parts: SpacesParts, id: ModelVersionId): Promise<Held> {
  const row = await readSpace(parts.db, scope, id);
  if (!row) throw new AppError("registry/unusable", `version ${id} brought no encoder`);
  if (row.encoderVersion !== parts.encoder.version) throw new AppError("registry/unusable", `the encoder of version ${row.number} was trained from ${row.encoderVersion}; ${parts.encoder.version} is configured`);
  const encoder = await (parts.openEncoder?.(row) ?? openTrainedEncoder(parts.folder, parts.encoder, { id, layers: row.layers, expected: row.spaceVersion }));
  const passages = wanted(parts.readSide);
  // A scan is exact and needs no building; the graph pays from some thousands of passages on.
  const { addon } = passages.length > LEARNING.spaceScanUpTo ? await loadHnsw() : { addon: null };
  const index = createVectorIndex(encoder.dimension, addon);
  const vectors = new Map<ChunkId, Float32Array>();
  const one: Held = { row, encoder, index, vectors, space: { encoder, vectors: index, vectorOf: (chunk) => vectors.get(chunk) }, turn: Promise.resolve() };
  await take(parts, one, passages);
  return one;
}

/** Takes in what is stored. */
async function take({ db, readSide }: SpacesParts, one: Held, passages: readonly Passage[]): Promise<void> {
  const stored = await listVectors(db, scope, one.row.spaceVersion, passages.map(({ id }) => id));
  const there = passages.filter((passage) => readSide.knowledge.passage(passage.id) === passage);
  await inSlices(there, ({ id }) => put(one, id, stored.get(id)), { sliceMs: INDEX.sliceMs });
}

function put({ index, vectors }: Held, id: ChunkId, vector: Float32Array | undefined): void {
  if (!vector || vectors.has(id)) return;
  index.add([{ id, vector }]);
  vectors.set(id, vector);
}

function forget({ index, vectors }: Held, gone: readonly ChunkId[]): void {
  index.remove(gone);
  gone.forEach((id) => vectors.delete(id));
  if (index.deletedShare > INDEX.compactAbove) index.compact().catch((error: unknown) => console.error(`second index: ${toAppError(error).message}`));
}

async function fill(parts: SpacesParts, one: Held, { onProgress, signal }: FillOptions): Promise<void> {
  // Refused by the database: deleted there a moment ago, and on its way out of the read side.
  const refused = new Set<ChunkId>();
  let embedder: Embedder | null = null;
  const stop = () => embedder?.close();
  signal.addEventListener("abort", stop);
  try {
    for (;;) {
      const all = wanted(parts.readSide);
      const missing = all.filter(({ id }) => !one.vectors.has(id) && !refused.has(id));
      onProgress(all.length - missing.length, all.length);
      if (missing.length === 0) return;
      if (signal.aborted) throw new AppError("job/cancelled", "the second index was called off");
      const batch = missing.slice(0, parts.batch ?? BATCH);
      // What another attempt, or another server, has embedded already.
      await take(parts, one, batch);
      const left = batch.filter(({ id }) => !one.vectors.has(id));
      if (left.length === 0) continue;
      embedder ??= (parts.startEmbedder ?? createEmbedder)({ model: encoderFolder(parts.folder, one.row.id), device: one.encoder.device, stageDelayMs: parts.stageDelayMs });
      await embedBatch(parts, one, { passages: left, embedder, refused });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    embedder?.close();
  }
}

interface EmbedBatch {
  readonly passages: readonly Passage[];
  readonly embedder: Embedder;
  readonly refused: Set<ChunkId>;
}

async function embedBatch({ db, readSide }: SpacesParts, one: Held, { passages, embedder, refused }: EmbedBatch): Promise<void> {
  const made = await embedder.embed(passages.map(embeddingText));
  const items = passages.flatMap(({ id, text }, at) => (made[at] ? [{ id, text, vector: made[at] }] : []));
  const stored = await putVectors(db, scope, one.row.spaceVersion, items);
  passages.forEach((passage, at) => {
    const isCurrent = readSide.knowledge.passage(passage.id) === passage;
    if (stored.has(passage.id) && isCurrent) put(one, passage.id, made[at]);
    // Read in anew meanwhile: the next round embeds what it says now.
    else if (isCurrent) refused.add(passage.id);
  });
}
