/**
 * @file A table from hashes to a few small numbers as bytes: u32 rows · u32 width · u32 [rows] hashes, rising · u16
 * [rows, width] numbers. Little-endian.
 */
import { AppError } from "../../core/errors";

/** @param width numbers per hash, 0 for a mere set; each 0–65535 */
export function encodeHashTable(table: ReadonlyMap<number, readonly number[]>, width: number): Uint8Array {
  const rows = [...table].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(8 + rows.length * (4 + 2 * width));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setUint32(4, width, true);
  rows.forEach(([hash, numbers], row) => {
    view.setUint32(8 + 4 * row, hash, true);
    for (let at = 0; at < width; at++) view.setUint16(8 + 4 * rows.length + 2 * (row * width + at), numbers[at] as number, true);
  });
  return bytes;
}

/** @throws AppError "model/unsupported" when the bytes are not as many as their head says */
export function decodeHashTable(bytes: Uint8Array): Map<number, number[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [rows, width] = bytes.length < 8 ? [-1, 0] : [view.getUint32(0, true), view.getUint32(4, true)];
  if (bytes.length !== 8 + rows * (4 + 2 * width)) throw new AppError("model/unsupported", `A table of the tagger has ${bytes.length} bytes, which do not fit its head (${rows} rows of ${width}). Copy it again.`);
  const table = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const numbers = Array.from({ length: width }, (_, at) => view.getUint16(8 + 4 * rows + 2 * (row * width + at), true));
    table.set(view.getUint32(8 + 4 * row, true), numbers);
  }
  return table;
}
