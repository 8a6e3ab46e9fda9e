/**
 * @file Vectors of a second space: chunks embedded by a version's own encoder beside the shipped one. Rows hang on their chunk,
 * so that deleting a document takes its vectors out of every space at once.
 */
import { and, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { ChunkId, DocumentKind, EncoderVersion, ModelVersionId } from "../../lib/core/types";
import type { Database } from "../client";
import { chunks, documents, modelVersions, vectors } from "../schema";

const AT_ONCE = 500;

/** Stored vectors of these chunks; those without one are left out. */
export async function listVectors(db: Database, _scope: SystemScope, space: EncoderVersion, ids: readonly ChunkId[]): Promise<ReadonlyMap<ChunkId, Float32Array>> {
  const found = new Map<ChunkId, Float32Array>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await db.select({ id: vectors.chunkId, vector: vectors.vector }).from(vectors).where(and(eq(vectors.encoderVersion, space), inArray(vectors.chunkId, ids.slice(from, from + AT_ONCE))));
    for (const { id, vector } of rows) found.set(id, new Float32Array(Uint8Array.from(vector).buffer));
  }
  return found;
}

/**
 * Stores vectors of chunks that still hold the text that was embedded; what was deleted or read in anew meanwhile is passed over.
 *
 * @returns the chunks whose vector is stored now
 */
export async function putVectors(db: Database, _scope: SystemScope, space: EncoderVersion, items: readonly { readonly id: ChunkId; readonly text: string; readonly vector: Float32Array }[]): Promise<ReadonlySet<ChunkId>> {
  if (items.length === 0) return new Set();
  return db.transaction(async (tx) => {
    const rows = await tx.select({ id: chunks.id, text: chunks.text }).from(chunks).where(inArray(chunks.id, items.map(({ id }) => id))).for("key share");
    const now = new Map(rows.map(({ id, text }) => [id, text]));
    const kept = items.filter(({ id, text }) => now.get(id) === text);
    if (kept.length > 0) await tx.insert(vectors).values(kept.map(({ id, vector }) => ({ chunkId: id, encoderVersion: space, vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) }))).onConflictDoNothing();
    return new Set(kept.map(({ id }) => id));
  });
}

/** Chunks of ready documents of these kinds, and how many of them each space has embedded. */
export async function countEmbedded(db: Database, _scope: SystemScope, kinds: readonly DocumentKind[]): Promise<{ chunks: number; embedded: ReadonlyMap<EncoderVersion, number> }> {
  const isSearched = and(eq(documents.status, "ready"), inArray(documents.kind, [...kinds]));
  const [all] = await db.select({ n: sql<number>`count(*)::int` }).from(chunks).innerJoin(documents, eq(documents.id, chunks.documentId)).where(isSearched);
  const rows = await db
    .select({ space: vectors.encoderVersion, n: sql<number>`count(*)::int` })
    .from(vectors)
    .innerJoin(chunks, eq(chunks.id, vectors.chunkId))
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .where(isSearched)
    .groupBy(vectors.encoderVersion);
  return { chunks: all?.n ?? 0, embedded: new Map(rows.map(({ space, n }) => [space, n])) };
}

/** What a version ranks with beside its artefact. */
export interface SpaceRow {
  /** The version that brought the encoder. */
  readonly id: ModelVersionId;
  readonly number: number;
  readonly spaceVersion: EncoderVersion;
  /** The shipped encoder that it was trained from. */
  readonly encoderVersion: EncoderVersion;
  readonly layers: Uint8Array;
}

/** @returns null when that version brought no encoder, or is gone */
export async function readSpace(db: Database, _scope: SystemScope, id: ModelVersionId): Promise<SpaceRow | null> {
  const { number, spaceVersion, encoderVersion, layers } = modelVersions;
  const [row] = await db.select({ id: modelVersions.id, number, spaceVersion, encoderVersion, layers }).from(modelVersions).where(eq(modelVersions.id, id));
  return row?.spaceVersion && row.layers ? { ...row, spaceVersion: row.spaceVersion, layers: Uint8Array.from(row.layers) } : null;
}

/** Deletes the vectors of trained encoders' spaces but these; the shipped encoders' stay. @returns the versions whose encoders have none now */
export async function dropSpaces(db: Database, _scope: SystemScope, but: readonly ModelVersionId[]): Promise<ModelVersionId[]> {
  const others = await db
    .select({ id: modelVersions.id, space: modelVersions.spaceVersion })
    .from(modelVersions)
    .where(and(isNotNull(modelVersions.layers), but.length > 0 ? notInArray(modelVersions.id, [...but]) : undefined));
  const spaces = others.flatMap(({ space }) => space ?? []);
  if (spaces.length > 0) await db.delete(vectors).where(inArray(vectors.encoderVersion, spaces));
  return others.map(({ id }) => id);
}
