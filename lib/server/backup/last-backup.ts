/** @file When the last backup was made and where it went, in a file of the data folder: what `cadre doctor` tells. */
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { lastBackup, type LastBackup } from "../../contracts/backup";
import type { DataPaths } from "../../config/paths";
import { toAppError } from "../../core/errors";
import { errorCode } from "./disk-errors";

const STALE_AFTER_MS = 7 * 24 * 60 * 60_000;
const ADVICE = "`cadre backup <file>` makes one, also while the server runs.";

/** Written whole: a reader sees the old note or the new one. */
export async function noteBackup(paths: Pick<DataPaths, "lastBackup">, note: LastBackup): Promise<void> {
  const draft = `${paths.lastBackup}.draft`;
  await writeFile(/* turbopackIgnore: true */ draft, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  await rename(draft, paths.lastBackup);
}

/**
 * @param now milliseconds since 1970
 * @returns one line, and what to do about it (null: nothing)
 */
export async function describeLastBackup(paths: Pick<DataPaths, "lastBackup">, now: number): Promise<{ detail: string; fix: string | null }> {
  let text: string;
  try {
    text = await readFile(/* turbopackIgnore: true */ paths.lastBackup, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { detail: "none was made yet", fix: ADVICE };
    return { detail: `${paths.lastBackup} cannot be read: ${toAppError(error).message}`, fix: "Make the file readable for this user." };
  }
  const noted = parse(text);
  if (noted === null) return { detail: `${paths.lastBackup} is damaged`, fix: `Make a backup: it is then written anew. ${ADVICE}` };
  const ageMs = now - Date.parse(noted.createdAt);
  const gone = existsSync(noted.file) ? "" : " (no longer there: moved, it is hoped)";
  const detail = `${ago(ageMs)}, ${noted.documents} documents, ${size(noted.bytes)}, ${noted.file}${gone}`;
  return { detail, fix: ageMs > STALE_AFTER_MS ? `It is more than a week old. ${ADVICE}` : null };
}

function parse(text: string): LastBackup | null {
  try {
    return lastBackup.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** In MB of 10⁶ bytes, one decimal. */
export const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
