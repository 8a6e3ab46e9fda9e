/**
 * @file Reads a backup file and checks all of it before anything is done with it: structure, list of contents, and the
 * hash of every entry. Both sides use it: a backup reads back what it wrote, a restore what it was given.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { BACKUP_FORMAT, backupHead, backupManifest, type BackupManifest } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { MANIFEST, MANIFEST_HASH } from "./archive-writer";
import { diskError } from "./disk-errors";
import { BLOCK, readTarHeader } from "./tar-header";

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly sizeBytes: number;
}

export interface CheckedArchive {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
  /** The bytes of an entry. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** The lines of a gzipped entry. */
  lines(path: string): AsyncIterable<string>;
}

/** The list of contents is read into memory; nothing sane is larger. */
const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;
const NAMED_AS_EXPECTED = /^(tables\/[^/\\]+\.jsonl\.gz|files\/[0-9a-f]{64}|company-skills\.json)$/;

/** Entries that are originals of documents. */
export const originalsOf = ({ parts }: Pick<BackupManifest, "parts">): BackupManifest["parts"] => parts.filter((part) => part.path.startsWith("files/"));

/**
 * @param onProgress told how many of how many bytes are checked
 * @throws AppError "backup/unusable" naming what is wrong and where; "backup/too-new" for a later format
 */
export async function checkArchive(file: string, onProgress: (done: number, total: number) => void = () => undefined): Promise<CheckedArchive> {
  const handle = await open(/* turbopackIgnore: true */ file, "r").catch((error: unknown) => {
    throw diskError(error, "backup/unusable", `${file} cannot be read`);
  });
  try {
    const { size } = await handle.stat();
    const entries = await listEntries(handle, size);
    const manifest = await readManifest(handle, entries);
    matchEntries(manifest, entries);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    let done = 0;
    for (const part of manifest.parts) {
      const found = await hashOf(contentOf(file, entryOf(byName, part.path)));
      if (found !== part.sha256) throw new AppError("backup/unusable", `${part.path} is damaged: its SHA-256 is ${found}, the list of contents says ${part.sha256}`);
      done += part.bytes;
      onProgress(done, size);
    }
    const read = (path: string) => contentOf(file, entryOf(byName, path));
    return { file, bytes: size, manifest, read, lines: (path) => linesOf(file, entryOf(byName, path)) };
  } catch (error) {
    const known = diskError(error, "backup/unusable", `${file} cannot be read`);
    if (known.code !== "backup/unusable" || known.message.startsWith(file)) throw known;
    throw new AppError(known.code, `${file} is no usable backup: ${known.message}. Take another copy of it, or an earlier backup; nothing was changed.`, { cause: error });
  } finally {
    await handle.close();
  }
}

async function listEntries(handle: FileHandle, size: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  const header = Buffer.alloc(BLOCK);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(header, 0, BLOCK, at);
    if (bytesRead < BLOCK) throw new AppError("backup/unusable", `it is cut short: it ends after ${size} bytes, before its list of contents`);
    const found = readTarHeader(header);
    if (found === null) {
      if (size === at + 2 * BLOCK) return entries;
      throw new AppError("backup/unusable", size < at + 2 * BLOCK ? `it is cut short: it ends after ${size} bytes, within its end mark` : `it has ${size - at - 2 * BLOCK} bytes after its end`);
    }
    const entry = { name: found.name, start: at + BLOCK, sizeBytes: found.sizeBytes };
    at = entry.start + Math.ceil(entry.sizeBytes / BLOCK) * BLOCK;
    if (at > size) throw new AppError("backup/unusable", `it is cut short: it ends after ${size} bytes, within ${entry.name}`);
    entries.push(entry);
  }
}

async function readManifest(handle: FileHandle, entries: readonly Entry[]): Promise<BackupManifest> {
  const [manifest, hash] = [MANIFEST, MANIFEST_HASH].map((name) => entries.find((entry) => entry.name === name));
  if (!manifest || !hash || manifest.sizeBytes > MAX_MANIFEST_BYTES || hash.sizeBytes > BLOCK) throw new AppError("backup/unusable", "it has no list of contents: `cadre backup` did not write it");
  const [text, line] = [await readEntry(handle, manifest), await readEntry(handle, hash)];
  if (line.toString("ascii").split(" ")[0] !== sha256(text)) throw new AppError("backup/unusable", `${MANIFEST} is damaged: its SHA-256 is not the one noted beside it`);
  const parsed: unknown = JSON.parse(text.toString("utf8"));
  const head = backupHead.safeParse(parsed);
  if (head.success && head.data.format > BACKUP_FORMAT) {
    throw new AppError("backup/too-new", `the backup was written by Cadre ${head.data.cadre} in format ${head.data.format}; this Cadre reads format ${BACKUP_FORMAT}. Install Cadre ${head.data.cadre} or newer.`);
  }
  const result = backupManifest.safeParse(parsed);
  if (result.success) return result.data;
  const [fault] = result.error.issues;
  throw new AppError("backup/unusable", `${MANIFEST} is not in the expected form (${fault?.path.join(".") ?? ""}: ${fault?.message ?? ""})`);
}

/** Exactly the entries that the list names, under names that stay inside a data folder, and every table among them. */
function matchEntries(manifest: BackupManifest, entries: readonly Entry[]): void {
  const content = entries.filter((entry) => entry.name !== MANIFEST && entry.name !== MANIFEST_HASH);
  const sizes = new Map(content.map((entry) => [entry.name, entry.sizeBytes]));
  const odd = content.find((entry) => !NAMED_AS_EXPECTED.test(entry.name))?.name;
  if (odd !== undefined) throw new AppError("backup/unusable", `it has an entry that no backup has: ${JSON.stringify(odd)}`);
  if (sizes.size !== content.length || entries.length !== content.length + 2) throw new AppError("backup/unusable", "it has the same entry twice");
  for (const part of manifest.parts) {
    const size = sizes.get(part.path);
    if (size !== part.bytes) throw new AppError("backup/unusable", `${part.path} ${size === undefined ? "is missing" : `has ${size} bytes, the list of contents says ${part.bytes}`}`);
    if (part.path.startsWith("files/") && part.path !== `files/${part.sha256}`) throw new AppError("backup/unusable", `${part.path} does not have the content that its name says`);
  }
  if (manifest.parts.length !== content.length) throw new AppError("backup/unusable", "it has entries that its list of contents does not name");
  const tables = manifest.tables.map((table) => table.part);
  if (tables.some((part) => !sizes.has(part)) || new Set(tables).size !== tables.length) throw new AppError("backup/unusable", "a table of its list of contents has no entry of its own");
}

function entryOf(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (!entry) throw new AppError("backup/unusable", `${name} is missing`);
  return entry;
}

async function readEntry(handle: FileHandle, entry: Entry): Promise<Buffer> {
  const bytes = Buffer.alloc(entry.sizeBytes);
  await handle.read(bytes, 0, entry.sizeBytes, entry.start);
  return bytes;
}

function contentOf(file: string, entry: Entry): AsyncIterable<Uint8Array> {
  // An inclusive end cannot name an empty range.
  if (entry.sizeBytes === 0) return none();
  return createReadStream(/* turbopackIgnore: true */ file, { start: entry.start, end: entry.start + entry.sizeBytes - 1, highWaterMark: 256 * 1024 });
}

/** Not node:readline: it also ends lines at U+2028, which texts may hold. */
async function* linesOf(file: string, entry: Entry): AsyncGenerator<string> {
  const source = createReadStream(/* turbopackIgnore: true */ file, { start: entry.start, end: entry.start + Math.max(entry.sizeBytes, 1) - 1 });
  const unpacked = source.pipe(createGunzip());
  source.once("error", (error) => unpacked.destroy(error));
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  for await (const bytes of unpacked as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest + decoder.decode() !== "") throw new AppError("backup/unusable", `${entry.name} ends within a line`);
}

async function* none(): AsyncGenerator<Uint8Array> {
  yield* [] as Uint8Array[];
}

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of content) hash.update(bytes);
  return hash.digest("hex");
}
