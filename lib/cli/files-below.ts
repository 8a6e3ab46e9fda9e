/**
 * @file Reads the files named on a command line: files as they are, folders with everything in them (hidden files
 * and version control left out), in a stable order.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../core/errors";

export interface NamedBytes {
  /** The path as given, or below the given folder. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** @throws AppError "request/not-found" naming a path that does not exist */
export async function readFilesBelow(paths: readonly string[]): Promise<NamedBytes[]> {
  const names = (await Promise.all(paths.map(namesBelow))).flat();
  return Promise.all(names.map(async (source) => ({ source, bytes: new Uint8Array(await readFile(source)) })));
}

async function namesBelow(given: string): Promise<string[]> {
  const info = await stat(given).catch((cause: unknown) => {
    throw new AppError("request/not-found", `there is no file or folder ${given}`, { cause });
  });
  if (info.isFile()) return [given];
  const entries = await readdir(given, { recursive: true });
  const visible = entries.filter((name) => !name.split(path.sep).some((part) => part.startsWith(".")));
  const files = await Promise.all(visible.map(async (name) => ((await stat(path.join(given, name))).isFile() ? path.join(given, name) : null)));
  return files.filter((name) => name !== null).sort();
}
