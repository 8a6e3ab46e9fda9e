/**
 * @file Writes a backup file: entries one after the other, each hashed as it goes by, then the list of contents. What
 * is being written has another name than the finished file, so that half a backup is never taken for a whole one.
 */
import { createHash } from "node:crypto";
import { link, open, rename, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import type { BackupManifest } from "../../contracts/backup";
import { diskError, errorCode } from "./disk-errors";
import { BLOCK, writeTarHeader } from "./tar-header";

export type Part = BackupManifest["parts"][number];

export const MANIFEST = "manifest.json";
export const MANIFEST_HASH = "manifest.json.sha256";

export interface ArchiveWriter {
  /** Where the bytes are until `finish`. */
  readonly draft: string;
  /**
   * Adds an entry; its size need not be known before.
   * @param sha256 what the content must have; @returns null when it has another one: then nothing was added
   */
  add(name: string, content: AsyncIterable<Uint8Array>): Promise<Part>;
  add(name: string, content: AsyncIterable<Uint8Array>, sha256: string): Promise<Part | null>;
  /** Writes the list of contents and makes sure that all is on disk. Nothing can be added afterwards. */
  seal(manifest: Omit<BackupManifest, "parts">): Promise<void>;
  /** Gives the sealed file its name. @throws AppError "backup/failed" when something of that name appeared meanwhile */
  publish(): Promise<void>;
  /** Removes what is not published. Safe to call twice, also after `publish`. */
  discard(): Promise<void>;
}

/** @param file absolute path that does not exist yet. @throws AppError "backup/failed" */
export async function openArchive(file: string, at: Date): Promise<ArchiveWriter> {
  const draft = path.join(/* turbopackIgnore: true */ path.dirname(file), `.${path.basename(file)}.${newId<string>().slice(-12)}.partial`);
  const handle = await open(/* turbopackIgnore: true */ draft, "wx", 0o600).catch((error: unknown) => {
    throw cannotWrite(error, file);
  });
  const parts: Part[] = [];
  let position = 0;

  const add = async (name: string, content: AsyncIterable<Uint8Array>): Promise<Part> => {
    const start = position;
    const hash = createHash("sha256");
    let end = start + BLOCK;
    for await (const bytes of content) {
      await writeAll(handle, bytes, end);
      hash.update(bytes);
      end += bytes.byteLength;
    }
    const size = end - start - BLOCK;
    await writeAll(handle, writeTarHeader(name, size, at), start);
    position = start + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (position > end) await writeAll(handle, Buffer.alloc(position - end), end);
    return { path: name, bytes: size, sha256: hash.digest("hex") };
  };
  async function addPart(name: string, content: AsyncIterable<Uint8Array>): Promise<Part>;
  async function addPart(name: string, content: AsyncIterable<Uint8Array>, expected: string): Promise<Part | null>;
  async function addPart(name: string, content: AsyncIterable<Uint8Array>, expected?: string): Promise<Part | null> {
    return guarded(async () => {
      const start = position;
      const part = await add(name, content);
      if (expected !== undefined && part.sha256 !== expected) {
        // The next entry is written over it, and seal() cuts off what is left.
        position = start;
        return null;
      }
      parts.push(part);
      return part;
    });
  }
  const guarded = <T>(work: () => Promise<T>) =>
    work().catch((error: unknown) => {
      throw cannotWrite(error, file);
    });

  return {
    draft,
    add: addPart,
    seal: (manifest) =>
      guarded(async () => {
        const text = Buffer.from(`${JSON.stringify({ ...manifest, parts } satisfies BackupManifest, null, 1)}\n`);
        await add(MANIFEST, once(text));
        // As `sha256sum --check` reads it.
        await add(MANIFEST_HASH, once(Buffer.from(`${sha256(text)}  ${MANIFEST}\n`)));
        await writeAll(handle, Buffer.alloc(2 * BLOCK), position);
        await handle.truncate(position + 2 * BLOCK);
        await handle.sync();
        await handle.close();
      }),
    publish: () => guarded(() => publish(draft, file)),
    async discard() {
      await handle.close().catch((error: unknown) => {
        if (errorCode(error) !== "EBADF") throw error;
      });
      await rm(draft, { force: true });
    },
  };
}

/** A hard link fails where a rename would silently replace; file systems without links get the rename. */
async function publish(draft: string, file: string): Promise<void> {
  try {
    await link(/* turbopackIgnore: true */ draft, file);
    await rm(draft);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw new AppError("backup/failed", `${file} appeared while the backup was being made: choose another name`);
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errorCode(error) ?? "")) throw error;
    await rename(draft, file);
  }
  await syncFolder(path.dirname(file));
}

/** So that the name, too, survives a power cut. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(/* turbopackIgnore: true */ folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems refuse to sync a folder.
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const cannotWrite = (error: unknown, file: string) => diskError(error, "backup/failed", `the backup cannot be written to ${file}`);
