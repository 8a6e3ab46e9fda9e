/**
 * @file Snapshot format: what lies in the folder of a vector index, and the checks that decide whether it fits.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { z } from "zod";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import type { ChunkId } from "../../core/types";

/** Raised when the layout changes; older snapshots are then rebuilt. */
export const SNAPSHOT_FORMAT = 1;

/** Float32, little-endian, one unit vector after the other. */
export const VECTORS_FILE = "vectors.f32";
/** hnswlib's own format. */
export const GRAPH_FILE = "graph.hnsw";
export const MANIFEST_FILE = "manifest.json";
/** Names the folder of the valid version. */
export const POINTER_FILE = "CURRENT";

export const snapshotManifest = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  encoderVersion: z.string(),
  kind: z.enum(["exact", "hnsw"]),
  dimension: z.number().int().positive(),
  /** In the order of the vectors and of the graph's labels. */
  ids: z.array(z.string()),
  /** SHA-256 by file name. */
  files: z.record(z.string(), z.string()),
});
export type SnapshotManifest = z.infer<typeof snapshotManifest>;

/** One hash for a set of ids, whatever their order. */
export function fingerprintIds(ids: Iterable<ChunkId>): string {
  return sha256([...ids].sort().join("\n"));
}

export function corruptSnapshot(what: string, cause?: unknown): AppError {
  return new AppError("index/corrupt", `Index snapshot: ${what}. It is rebuilt from the database.`, { cause });
}

/** @throws AppError "index/corrupt" when the file cannot be read */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  } catch (cause) {
    throw corruptSnapshot(`${file} cannot be read`, cause);
  }
  return hash.digest("hex");
}
