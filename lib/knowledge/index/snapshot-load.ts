/**
 * @file Snapshot loading: an index from disk instead of embedding and linking again. Whatever does not fit (bytes,
 * encoder, dimension, set of ids) is "index/corrupt", and the caller rebuilds from the database (restore-index.ts).
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { INDEX } from "../../config/defaults";
import type { ChunkId, EncoderVersion } from "../../core/types";
import { createExactIndex } from "./exact-index";
import type { HnswAddon } from "./hnsw-addon";
import { createHnswGraph } from "./hnsw-graph";
import { createHnswIndex, type HnswOptions } from "./hnsw-index";
import {
  corruptSnapshot,
  fingerprintIds,
  GRAPH_FILE,
  hashFile,
  MANIFEST_FILE,
  POINTER_FILE,
  snapshotManifest,
  VECTORS_FILE,
  type SnapshotManifest,
} from "./snapshot-format";
import type { StoredIndex } from "./stored-index";
import { createVectorSlab, type VectorSlab } from "./vector-slab";

export interface ExpectedSnapshot {
  readonly encoderVersion: EncoderVersion;
  readonly dimension: number;
  /** `fingerprintIds` of the chunks that the database holds for this encoder. */
  readonly fingerprint: string;
}

/**
 * @param options.addon null reads the vectors alone and serves them exactly
 * @returns null when there is no snapshot yet
 * @throws AppError "index/corrupt" when it is damaged or of another encoder, dimension or set of ids
 */
export async function loadSnapshot(
  folder: string,
  expected: ExpectedSnapshot,
  options: Partial<HnswOptions> & { readonly addon: HnswAddon | null },
): Promise<StoredIndex | null> {
  const version = await readPointer(folder);
  if (version === null) return null;
  const target = join(/* turbopackIgnore: true */ folder, version);
  const manifest = await readManifest(target);
  checkManifest(manifest, expected);
  // Before hnswlib sees it: a damaged graph would end the process, not throw.
  for (const [file, hash] of Object.entries(manifest.files)) {
    if ((await hashFile(join(/* turbopackIgnore: true */ target, file))) !== hash) throw corruptSnapshot(`${file} in ${target} has changed since it was written`);
  }
  const ids = manifest.ids as ChunkId[];
  const slab = await readVectors(join(/* turbopackIgnore: true */ target, VECTORS_FILE), ids, manifest.dimension);
  if (options.addon === null) return createExactIndex(manifest.dimension, slab);
  // Linking again takes longer than a start may: a snapshot that was written without the addon is not used with it.
  if (manifest.kind !== "hnsw") throw corruptSnapshot("it has no graph, and hnswlib-node is there now");
  const file = join(/* turbopackIgnore: true */ target, GRAPH_FILE);
  const graph = createHnswGraph(options.addon, manifest.dimension, { ...INDEX, ...options, file, labelled: ids });
  return createHnswIndex(options.addon, manifest.dimension, { ...options, stored: { slab, graph } });
}

async function readPointer(folder: string): Promise<string | null> {
  let version: string;
  try {
    version = (await readFile(join(folder, POINTER_FILE), "utf8")).trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw corruptSnapshot(`${join(folder, POINTER_FILE)} cannot be read`, cause);
  }
  if (!/^[0-9a-f-]{36}$/.test(version)) throw corruptSnapshot(`${join(folder, POINTER_FILE)} names no version`);
  return version;
}

async function readManifest(target: string): Promise<SnapshotManifest> {
  try {
    return snapshotManifest.parse(JSON.parse(await readFile(join(target, MANIFEST_FILE), "utf8")));
  } catch (cause) {
    throw corruptSnapshot(`the manifest in ${target} cannot be read`, cause);
  }
}

function checkManifest(manifest: SnapshotManifest, expected: ExpectedSnapshot): void {
  if (manifest.encoderVersion !== expected.encoderVersion) {
    throw corruptSnapshot(`made with encoder ${manifest.encoderVersion}, expected ${expected.encoderVersion}`);
  }
  if (manifest.dimension !== expected.dimension) {
    throw corruptSnapshot(`has ${manifest.dimension} dimensions, expected ${expected.dimension}`);
  }
  if (fingerprintIds(manifest.ids as ChunkId[]) !== expected.fingerprint) throw corruptSnapshot("holds other chunks than the database");
}

async function readVectors(file: string, ids: readonly ChunkId[], dimension: number): Promise<VectorSlab> {
  const bytes = await readFile(file);
  if (bytes.byteLength !== ids.length * dimension * 4) {
    throw corruptSnapshot(`${file} holds ${bytes.byteLength} bytes for ${ids.length} ids`);
  }
  // A copy, because the bytes of a file need not start at a multiple of four.
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return createVectorSlab(dimension, { ids, values });
}
