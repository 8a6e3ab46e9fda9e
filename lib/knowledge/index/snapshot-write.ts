/**
 * @file Snapshot writing: every version goes into a folder of its own; the file CURRENT names the valid one and is
 * replaced atomically, so a crash at any moment leaves the version before.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ChunkId, EncoderVersion } from "../../core/types";
import type { HnswGraph } from "./hnsw-graph";
import { GRAPH_FILE, hashFile, MANIFEST_FILE, POINTER_FILE, SNAPSHOT_FORMAT, VECTORS_FILE, type SnapshotManifest } from "./snapshot-format";
import type { VectorSlab } from "./vector-slab";

export interface SnapshotContent {
  readonly encoderVersion: EncoderVersion;
  readonly slab: VectorSlab;
  /** Must have no deleted labels. Without it the snapshot is of an exact index. */
  readonly graph?: HnswGraph;
}

/** Reads index and graph before its first await, so that no change slips in between; then writes and forces to disk. */
export async function writeSnapshot(folder: string, content: SnapshotContent): Promise<void> {
  const version = randomUUID();
  const target = join(folder, version);
  mkdirSync(target, { recursive: true });
  const ids = [...(content.graph?.ids() ?? content.slab.ids)];
  const vectors = gather(content.slab, ids);
  content.graph?.write(join(target, GRAPH_FILE));
  try {
    await writeFile(join(target, VECTORS_FILE), vectors);
    const files: Record<string, string> = {};
    for (const file of content.graph ? [VECTORS_FILE, GRAPH_FILE] : [VECTORS_FILE]) files[file] = await hashFile(join(target, file));
    const manifest: SnapshotManifest = {
      format: SNAPSHOT_FORMAT,
      encoderVersion: content.encoderVersion,
      kind: content.graph ? "hnsw" : "exact",
      dimension: content.slab.dimension,
      ids,
      files,
    };
    await writeFile(join(target, MANIFEST_FILE), JSON.stringify(manifest));
    for (const file of [...Object.keys(files), MANIFEST_FILE, "."]) await forceToDisk(join(target, file));
    await point(folder, version);
  } catch (cause) {
    await rm(target, { recursive: true, force: true });
    throw cause;
  }
  await removeOthers(folder, version);
}

const turns = new Map<string, Promise<void>>();

/** Runs `work` after whatever this process already does to the folder: two writers would remove each other's files. */
export function inTurn(folder: string, work: () => Promise<void>): Promise<void> {
  const key = resolve(folder);
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, mine);
  const forget = (): void => {
    if (turns.get(key) === mine) turns.delete(key);
  };
  mine.then(forget, forget);
  return mine;
}

function gather(slab: VectorSlab, ids: readonly ChunkId[]): Float32Array {
  const values = new Float32Array(ids.length * slab.dimension);
  for (const [row, id] of ids.entries()) values.set(slab.vector(id) ?? [], row * slab.dimension);
  return values;
}

async function point(folder: string, version: string): Promise<void> {
  const draft = join(/* turbopackIgnore: true */ folder, `${POINTER_FILE}.${version}`);
  await writeFile(draft, version);
  await forceToDisk(draft);
  await rename(draft, join(folder, POINTER_FILE));
  await forceToDisk(folder);
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Older versions, and what an interrupted write left behind. */
async function removeOthers(folder: string, version: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== version && name !== POINTER_FILE) await rm(join(folder, name), { recursive: true, force: true });
  }
}
