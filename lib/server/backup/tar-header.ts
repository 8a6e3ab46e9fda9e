/**
 * @file One header of a tar archive (ustar): the 512 bytes before an entry. Any tar program reads the archive.
 * @source POSIX.1-2017, pax, "ustar Interchange Format"; sizes of 8 GiB and more as GNU tar writes them (base 256)
 */
import { AppError } from "../../core/errors";

/** Entries begin at, and are padded to, multiples of this. */
export const BLOCK = 512;
const OCTAL_SIZE_LIMIT = 8 * 1024 ** 3;
const NAME_BYTES = 100;
const CHECKSUM_AT = 148;

/** @param name at most 100 bytes. @throws AppError "backup/failed" */
export function writeTarHeader(name: string, sizeBytes: number, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > NAME_BYTES) throw new AppError("backup/failed", `an entry's name may have ${NAME_BYTES} bytes: ${name}`);
  header.write(name, 0, "utf8");
  header.write("0000600\0", 100, "ascii");
  header.write("0000000\0", 108, "ascii");
  header.write("0000000\0", 116, "ascii");
  if (sizeBytes < OCTAL_SIZE_LIMIT) header.write(`${sizeBytes.toString(8).padStart(11, "0")}\0`, 124, "ascii");
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(sizeBytes), 128);
  }
  header.write(`${Math.floor(at.getTime() / 1000).toString(8).padStart(11, "0")}\0`, 136, "ascii");
  header.write("0", 156, "ascii");
  header.write("ustar\x0000", 257, "ascii");
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, CHECKSUM_AT, "ascii");
  return header;
}

/** @returns null for the block of zeros that ends an archive. @throws AppError "backup/unusable" when it is no header */
export function readTarHeader(header: Buffer): { name: string; sizeBytes: number } | null {
  if (header.every((byte) => byte === 0)) return null;
  const stored = parseInt(header.toString("ascii", CHECKSUM_AT, CHECKSUM_AT + 8), 8);
  if (stored !== checksum(header)) throw new AppError("backup/unusable", "an entry's header is damaged, or the file is no tar archive");
  const end = header.indexOf(0);
  const name = header.toString("utf8", 0, Math.min(end === -1 ? NAME_BYTES : end, NAME_BYTES));
  const sizeBytes = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : parseInt(header.toString("ascii", 124, 136), 8);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new AppError("backup/unusable", `the entry ${name} has no size`);
  return { name, sizeBytes };
}

/** Sum of all bytes, the checksum's own counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < CHECKSUM_AT || i >= CHECKSUM_AT + 8) sum += header[i] ?? 0;
  return sum;
}
