/**
 * @file WOFF 1 → plain TrueType, in memory. Needed because pdfkit's font parser inflates the whole glyph table
 * again for every glyph of a WOFF that it embeds (measured: 14 s for one page of 16 faces; 0.2 s this way).
 */
import { inflateSync } from "node:zlib";
import { AppError } from "../../../lib/core/errors";

const WOFF_HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const SFNT_HEADER_BYTES = 12;
const SFNT_ENTRY_BYTES = 16;

/**
 * @param woff a whole WOFF 1 file
 * @returns the same font with its tables inflated
 * @throws AppError "internal/broken-assumption" when the bytes are not WOFF 1
 * @source W3C WOFF File Format 1.0, sections 3–5
 */
export function woffToTrueType(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") {
    throw new AppError(
      "internal/broken-assumption",
      `expected a WOFF 1 font, got ${woff.length} bytes of something else`,
    );
  }
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => readTable(woff, WOFF_HEADER_BYTES + i * WOFF_ENTRY_BYTES));
  const header = Buffer.alloc(SFNT_HEADER_BYTES + count * SFNT_ENTRY_BYTES);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  let offset = header.length;
  const parts: Buffer[] = [header];
  for (const [i, table] of tables.entries()) {
    const at = SFNT_HEADER_BYTES + i * SFNT_ENTRY_BYTES;
    header.write(table.tag, at, "latin1");
    header.writeUInt32BE(table.checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.data.length, at + 12);
    const padding = Buffer.alloc((4 - (table.data.length % 4)) % 4);
    parts.push(table.data, padding);
    offset += table.data.length + padding.length;
  }
  return Buffer.concat(parts);
}

function readTable(woff: Buffer, at: number): { tag: string; checksum: number; data: Buffer } {
  const offset = woff.readUInt32BE(at + 4);
  const storedBytes = woff.readUInt32BE(at + 8);
  const stored = woff.subarray(offset, offset + storedBytes);
  return {
    tag: woff.toString("latin1", at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    data: storedBytes < woff.readUInt32BE(at + 12) ? inflateSync(stored) : stored,
  };
}
