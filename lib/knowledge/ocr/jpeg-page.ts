/**
 * @file A JPEG photograph as a PDF of one page, turned as the camera says: pdf.js then decodes it, and the photograph goes
 * the way of every scanned page. The file's bytes are embedded as they are.
 * @source ISO 32000-1, 7.3–7.5, 8.9.5; CIPA DC-008 (Exif 2.32), 4.6.4 A, tag 0112 Orientation; ITU-T T.81, annex B
 */
import { PICTURE_SIDE_PT } from "./picture-size";

interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Exif: 1 upright, 2–8 turned or mirrored. */
  readonly orientation: number;
}

const COLOURS: Readonly<Record<number, string>> = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" };

/** @returns null for bytes that are no whole JPEG */
export function jpegPage(jpeg: Uint8Array): Uint8Array | null {
  const facts = readJpeg(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
  const colours = facts ? COLOURS[facts.components] : undefined;
  if (!facts || colours === undefined) return null;
  const turned = facts.orientation >= 5;
  const [wide, high] = turned ? [facts.height, facts.width] : [facts.width, facts.height];
  const scale = PICTURE_SIDE_PT / Math.max(wide, high);
  const [width, height] = [wide * scale, high * scale].map((side) => Number(side.toFixed(2))) as [number, number];
  const drawing = `${placing(facts.orientation, width, height).join(" ")} cm /P Do`;
  return assemble([
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /P 5 0 R >> >> /Contents 4 0 R >>`),
    Buffer.from(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
    Buffer.concat([
      Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${facts.width} /Height ${facts.height} /BitsPerComponent 8 /ColorSpace ${colours} /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
      jpeg,
      Buffer.from("\nendstream"),
    ]),
  ]);
}

/** The unit square of the stored picture → the page, for each way in which a camera may have been held. */
function placing(orientation: number, w: number, h: number): readonly number[] {
  const ways: Readonly<Record<number, readonly number[]>> = {
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  };
  return ways[orientation] ?? [w, 0, 0, h, 0, 0];
}

function assemble(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((body, i) => {
    const place = length;
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Buffer): JpegFacts | null {
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++; // filling
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return width > 0 && height > 0 ? { width, height, components: bytes[at + 9] ?? 0, orientation } : null;
    }
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  return null;
}

/** @param block APP1 of a JPEG; the first directory of the TIFF header inside holds the orientation */
function orientationIn(block: Buffer): number | null {
  if (block.length < 16 || block.toString("latin1", 0, 6) !== "Exif\0\0") return null;
  const tiff = block.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < u16(directory); i++) {
    const entry = directory + 2 + 12 * i;
    if (u16(entry) === 0x0112) return u16(entry + 8);
  }
  return null;
}
