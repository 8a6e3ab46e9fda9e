/**
 * @file Grey pictures in memory, and as PGM: the one picture format that needs no library to write, and that both
 * tesseract and pdftoppm speak.
 */

export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top; 0 black, 255 white. */
  readonly data: Uint8Array;
}

/** @source netpbm.sourceforge.net/doc/pgm.html, the "raw" form */
export function toPgm({ width, height, data }: GreyRaster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data]);
}

/** The first picture of a raw PGM with 8 bits per pixel; null for anything else. */
export function fromPgm(bytes: Uint8Array): GreyRaster | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = /^P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(buffer.toString("latin1", 0, 100));
  if (!head) return null;
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  return buffer.length < start + width * height ? null : { width, height, data: buffer.subarray(start, start + width * height) };
}
