/**
 * @file Finds the files named on a command line: files as they are, folders with everything in them (hidden files
 * and version control left out), in a stable order. Reads each only when asked, so that a large folder fits in memory.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../core/errors";

export interface NamedFile {
  /** The path as given, or below the given folder. */
  readonly source: string;
  readonly sizeBytes: number;
  /** @throws AppError "document/broken" when the file cannot be read any more */
  readonly read: () => Promise<Uint8Array>;
}

/** @throws AppError "request/not-found" naming a path that does not exist */
export async function listFilesBelow(paths: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const given of paths) {
    const info = await stat(given).catch((cause: unknown) => {
      throw new AppError("request/not-found", `there is no file or folder ${given}`, { cause });
    });
    if (info.isDirectory()) files.push(...(await filesIn(given)));
    else files.push(namedFile(given, info.size));
  }
  return files;
}

async function filesIn(folder: string): Promise<NamedFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !name.split(path.sep).some((part) => part.startsWith(".")));
  const files: NamedFile[] = [];
  for (const name of names.sort()) {
    const source = path.join(folder, name);
    // A link to nowhere is listed: reading it says what is wrong, and the others go on.
    const info = await stat(source).catch(() => null);
    if (!info || info.isFile()) files.push(namedFile(source, info?.size ?? 0));
  }
  return files;
}

function namedFile(source: string, sizeBytes: number): NamedFile {
  const read = async () => {
    try {
      return new Uint8Array(await readFile(source));
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
      throw new AppError("document/broken", `${source} cannot be read: ${code}`, { cause, userMessage: `The file cannot be read (${code}). Check that it exists and that you may read it.` });
    }
  };
  return { source, sizeBytes, read };
}
