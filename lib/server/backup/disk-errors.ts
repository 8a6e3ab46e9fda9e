/** @file Errors of the file system in words that say what to do. */
import { AppError, isAppError, toAppError, type ErrorCode } from "../../core/errors";

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free space, or choose another place",
  EDQUOT: "the disk quota is used up: free space, or choose another place",
  EACCES: "this user may not use it: check its owner and permissions",
  EPERM: "this user may not use it: check its owner and permissions",
  EROFS: "it lies on a read-only file system: choose another place",
  ENOENT: "it does not exist",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EIO: "the disk reports a read or write error: check the disk",
  EFBIG: "that file system does not take files of this size: choose another place",
};

/**
 * @param what what was being done, naming the path: "the backup cannot be written to /mnt/b.tar"
 * @returns an AppError as it came; anything else under `code`, with the reason and what to do
 */
export function diskError(error: unknown, code: ErrorCode, what: string): AppError {
  if (isAppError(error)) return error;
  const system = errorCode(error);
  const message = `${what}: ${(system && ADVICE[system]) ?? toAppError(error).message}${system ? ` (${system})` : ""}`;
  return new AppError(code, message, { cause: error, userMessage: message });
}

/** The system's code (ENOENT …), null when it has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
