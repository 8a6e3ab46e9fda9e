/** @file What files a folder has now: readable kinds of documents, by path. Reads no bytes. */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../core/errors";

export interface FoundFile {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

const READABLE = new Set([".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx", ".csv"]);
/** What editors and copies leave while they write: "~$leave.docx", ".leave.md.swp", "leave.pdf.part" has another ending anyway. */
const TEMPORARY = /^(?:[.~]|#.*#$)|~$/;

/**
 * Links are not followed: a folder must not pull in what lies elsewhere.
 *
 * @throws AppError "data/unavailable" when the folder cannot be read: its files are then neither changed nor gone
 */
export async function scanFolder(folder: string): Promise<FoundFile[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    const found = await Promise.all(names.map((absolute) => describe(folder, absolute)));
    return found.filter((file) => file !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (cause) {
    throw new AppError("data/unavailable", `the watched folder ${folder} cannot be read`, { cause });
  }
}

async function describe(folder: string, absolute: string): Promise<FoundFile | null> {
  const relative = path.relative(folder, absolute).split(path.sep).join("/");
  if (!READABLE.has(path.extname(absolute).toLowerCase()) || relative.split("/").some((part) => TEMPORARY.test(part))) return null;
  // It may be gone again since the folder was listed.
  const info = await stat(absolute).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return info && { path: relative, absolute, sizeBytes: info.size, modifiedMs: Math.floor(info.mtimeMs) };
}
