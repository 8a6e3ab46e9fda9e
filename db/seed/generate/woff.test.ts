import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../../lib/config/paths";
import { woffToTrueType } from "./woff";

const WOFF = path.join(projectRoot(), "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff");

describe("woffToTrueType", () => {
  it("keeps every table and gives the size that the WOFF header announces", () => {
    const woff = readFileSync(WOFF);
    const font = woffToTrueType(woff);
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect(font.readUInt16BE(4)).toBe(woff.readUInt16BE(12));
    // Header field totalSfntSize: the size of the font before it was packed.
    expect(font.length).toBe(woff.readUInt32BE(16));
  });

  it("gives tables whose bytes add up to the stored checksums", () => {
    const font = woffToTrueType(readFileSync(WOFF));
    for (let i = 0; i < font.readUInt16BE(4); i++) {
      const at = 12 + 16 * i;
      const tag = font.toString("latin1", at, at + 4);
      if (tag === "head") continue; // its own checksum field is left out of the sum
      expect(checksum(font, font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)), tag).toBe(
        font.readUInt32BE(at + 4),
      );
    }
  });

  it("refuses anything else by name", () => {
    expect(() => woffToTrueType(Buffer.from("wOF2 and more"))).toThrow(/WOFF 1/);
  });
});

/** Sum of big-endian words modulo 2^32. @source OpenType 1.9, "Calculating checksums" */
function checksum(font: Buffer, offset: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 4) sum = (sum + font.readUInt32BE(offset + i)) >>> 0;
  return sum;
}
