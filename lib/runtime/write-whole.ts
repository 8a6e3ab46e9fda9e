/**
 * @file A file that appears whole or not at all: written beside its place, then renamed. Used for weights and graphs.
 */
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes the folder where needed. @throws what the file system throws; nothing half-written stays then */
export async function writeWhole(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const partial = `${file}.${randomUUID()}.part`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(partial, parts);
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}
