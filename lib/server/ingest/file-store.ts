/**
 * @file Original bytes on disk, one file per SHA-256 under the data folder. A file is whole or absent: it is written
 * beside, flushed, then renamed.
 */
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";

export interface FileStore {
  /** @returns SHA-256 of the bytes, now on disk */
  put(bytes: Uint8Array): Promise<string>;
  pathOf(hash: string): string;
  remove(hash: string): Promise<void>;
  /** Removes what no document needs (an upload or a delete that a crash cut in two). @returns number removed */
  sweep(needed: ReadonlySet<string>): Promise<number>;
}

/** @param folder absolute path; created when missing, readable by the owner only */
export function createFileStore(folder: string): FileStore {
  const pathOf = (hash: string) => path.join(folder, hash);
  return {
    pathOf,
    async put(bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const hash = sha256(bytes);
      const draft = path.join(/* turbopackIgnore: true */ folder, `.${newId<string>()}`);
      const file = await open(/* turbopackIgnore: true */ draft, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, pathOf(hash));
      return hash;
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
    async sweep(needed) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const stale = (await readdir(folder)).filter((name) => !needed.has(name));
      await Promise.all(stale.map((name) => rm(path.join(folder, name), { force: true })));
      return stale.length;
    },
  };
}
