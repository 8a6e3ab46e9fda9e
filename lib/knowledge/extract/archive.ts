/**
 * @file expandArchive: a zip of documents → its members, each with bytes or with the reason why it is refused.
 * One bad member never stops the others; only a bad or oversized archive does.
 */
import { Inflate } from "fflate";
import { AppError, type ErrorCode } from "../../core/errors";
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_FILE_BYTES } from "./limits";
import { SUPPORTED_EXTENSIONS } from "./sniff";
import { packedData, readZipDirectory, type ZipEntry } from "./zip-directory";

export type ArchiveMember =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly code: ErrorCode; readonly message: string };

export interface ArchiveLimits {
  /** Documents in the archive, directories and system files not counted. */
  maxEntries?: number;
  /** Unpacked bytes of one member. */
  maxFileBytes?: number;
  /** Unpacked bytes of all members together. */
  maxTotalBytes?: number;
}

/** Written by macOS and Windows, or hidden: not documents, and not worth a message. */
const SYSTEM_FILE = /(^|\/)(__MACOSX\/|\.[^/.][^/]*|Thumbs\.db$|desktop\.ini$)/i;

/**
 * @param name the archive's own name; members are called `name/path/in/archive`
 * @returns members in the archive's order
 * @throws AppError "document/broken" (no readable zip), "document/too-many-files", "document/too-large",
 *   "document/empty" (no documents)
 */
export function expandArchive(bytes: Uint8Array, name: string, limits: ArchiveLimits = {}): ArchiveMember[] {
  const { maxEntries = MAX_ARCHIVE_ENTRIES, maxFileBytes = MAX_FILE_BYTES, maxTotalBytes = MAX_ARCHIVE_BYTES } = limits;
  const entries = readZipDirectory(bytes)?.filter((entry) => !entry.name.endsWith("/") && !SYSTEM_FILE.test(slashes(entry.name)));
  if (!entries) throw new AppError("document/broken", "zip: the directory is missing or damaged");
  if (entries.length === 0) throw new AppError("document/empty", "zip without documents", { userMessage: "The archive holds no documents." });
  if (entries.length > maxEntries) {
    throw new AppError("document/too-many-files", `${entries.length} files, at most ${maxEntries} allowed`, {
      userMessage: `The archive holds ${entries.length} files; at most ${maxEntries} are allowed. Split it.`,
    });
  }
  let roomBytes = maxTotalBytes;
  return entries.map((entry) => {
    const source = `${name}/${slashes(entry.name)}`;
    const refusal = refuse(entry);
    if (refusal) return { source, ...refusal };
    const unpacked = unpack(bytes, entry, Math.min(maxFileBytes, roomBytes));
    if (unpacked === "too-large" && roomBytes < maxFileBytes) {
      throw new AppError("document/too-large", `zip unpacks to more than ${maxTotalBytes} bytes`);
    }
    if (unpacked === "too-large") return { source, code: "document/too-large", message: "The file is larger than the limit once unpacked." };
    if (unpacked === "broken") return { source, code: "document/broken", message: "The file is damaged inside the archive. Make the archive again." };
    roomBytes -= unpacked.length;
    return { source, bytes: unpacked };
  });
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function refuse(entry: ZipEntry): { code: ErrorCode; message: string } | null {
  const path = slashes(entry.name);
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes("..")) {
    return { code: "request/invalid", message: "The file's path points outside the archive; it was left out." };
  }
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === "zip") {
    return { code: "document/unsupported-type", message: "An archive inside an archive is not opened. Upload it on its own." };
  }
  if (extension !== undefined && !SUPPORTED_EXTENSIONS.includes(extension)) {
    return { code: "document/unsupported-type", message: `Files of type .${extension} are not supported.` };
  }
  if (entry.encrypted) {
    return { code: "document/encrypted", message: "The file is protected by the archive's password. Make the archive again without one." };
  }
  if (entry.method !== 0 && entry.method !== 8) {
    return { code: "document/unsupported-type", message: "The archive uses an unusual compression. Make an ordinary zip." };
  }
  return null;
}

class TooLarge extends Error {}

/** Unpacks piece by piece and stops at the limit, whatever size the archive states. */
function unpack(bytes: Uint8Array, entry: ZipEntry, limitBytes: number): Uint8Array | "too-large" | "broken" {
  const packed = packedData(bytes, entry);
  if (!packed) return "broken";
  if (entry.method === 0) return packed.length > limitBytes ? "too-large" : packed.slice();
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    const inflate = new Inflate((part) => {
      total += part.length;
      if (total > limitBytes) throw new TooLarge();
      parts.push(part);
    });
    const step = 64 * 1024; // packed bytes at a time; deflate unpacks one step to at most 64 MiB
    for (let at = 0; at < packed.length; at += step) inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    if (error instanceof TooLarge) return "too-large";
    if (error instanceof Error) return "broken"; // fflate: invalid block, unexpected end
    throw error;
  }
  if (total !== entry.sizeBytes) return "broken";
  return Buffer.concat(parts);
}
