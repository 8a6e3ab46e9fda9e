/**
 * @file pdf.js' picture objects → grey dots. Colours become their brightness; what is transparent becomes white paper.
 * @source pdf.js src/display/canvas.js, putBinaryImageData; src/shared/image_utils.js
 */
import type { GreyRaster } from "./grey-raster";

interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

const ONE_BIT = 1;
const RGB = 2;
const RGBA = 3;

/**
 * @param isMask a stencil: one bit per dot, 0 paints
 * @param ink    0–255, brightness of what a stencil paints
 * @returns null where pdf.js could not decode the picture (JPEG 2000, some JBIG2)
 */
export function decodePicture(object: unknown, { isMask, ink }: { isMask: boolean; ink: number }): GreyRaster | null {
  if (!isPicture(object)) return null;
  const { width, height, data } = object;
  const kind = isMask ? ONE_BIT : object.kind;
  const rowBytes = kind === ONE_BIT ? (width + 7) >> 3 : width * (kind === RGB ? 3 : 4);
  if ((kind !== ONE_BIT && kind !== RGB && kind !== RGBA) || data.length < rowBytes * height) return null;
  const grey = new Uint8Array(width * height);
  if (kind === ONE_BIT) {
    const dark = isMask ? ink : 0;
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) grey[at] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : dark;
    }
    return { width, height, data: grey };
  }
  const step = kind === RGB ? 3 : 4;
  for (let at = 0, from = 0; at < grey.length; at++, from += step) {
    const light = brightness(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
    const alpha = step === 4 ? (data[from + 3] ?? 255) / 255 : 1;
    grey[at] = Math.round(light * alpha + 255 * (1 - alpha));
  }
  return { width, height, data: grey };
}

/** @source ITU-R BT.601, luma */
function brightness(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** @param paint "#rrggbb"; anything else counts as black @returns 0–255 */
export function brightnessOf(paint: string): number {
  const found = /^#(..)(..)(..)$/.exec(paint);
  return found ? brightness(parseInt(found[1] ?? "0", 16), parseInt(found[2] ?? "0", 16), parseInt(found[3] ?? "0", 16)) : 0;
}

function isPicture(object: unknown): object is PdfPicture {
  if (typeof object !== "object" || object === null) return false;
  const { width, height, data } = object as Partial<PdfPicture>;
  return typeof width === "number" && typeof height === "number" && width > 0 && height > 0 && (data instanceof Uint8Array || data instanceof Uint8ClampedArray);
}
