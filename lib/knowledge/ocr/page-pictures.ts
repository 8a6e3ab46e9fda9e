/**
 * @file The pictures of one PDF page, decoded and placed, and the page drawn from them as one grey picture. What the page
 * draws as text or shapes is not in it: that has a text layer, or none that pictures could replace.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import type { Rect } from "../extract/pdf/geometry";
import { boundsOf, intersect, type Matrix } from "../extract/pdf/matrix";
import { paintedOn } from "../extract/pdf/read-page";
import type { PaintedPage } from "../extract/pdf/visibility/paint-page";
import type { PaintedPicture } from "../extract/pdf/visibility/paint-state";
import { brightnessOf, decodePicture } from "./decode-picture";
import type { GreyRaster } from "./grey-raster";

export interface PlacedPicture {
  readonly raster: GreyRaster;
  /** As in PaintedPicture. */
  readonly matrix: Matrix;
  /** Where it shows on the page, in points. */
  readonly box: Rect;
}

export interface PagePictures {
  /** Of the displayed page, in points. */
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly PlacedPicture[];
  /** Pictures that pdf.js could not decode. */
  readonly undecoded: number;
  readonly painted: PaintedPage;
}

const UNIT = [0, 0, 1, 1] as const;
/** How long pdf.js may take to hand over one picture, ms; it has been decoded by then, or never is. */
const HANDOVER_MS = 20_000;

/** @param pageNumber 1-based */
export async function readPagePictures(pdf: PDFDocumentProxy, pageNumber: number): Promise<PagePictures> {
  const page = await pdf.getPage(pageNumber);
  try {
    const operators = await page.getOperatorList();
    const { width, height } = page.getViewport({ scale: 1 });
    const painted = await paintedOn(pdf, page, operators);
    const pictures: PlacedPicture[] = [];
    let undecoded = 0;
    for (const picture of painted.pictures) {
      const raster = decodePicture(await objectOf(page, picture), { isMask: picture.isMask, ink: brightnessOf(picture.ink) });
      if (raster) pictures.push({ raster, matrix: picture.matrix, box: intersect(intersect(boundsOf(picture.matrix, UNIT), picture.clip), { x: 0, y: 0, width, height }) });
      else undecoded++;
    }
    return { width, height, pictures, undecoded, painted };
  } finally {
    page.cleanup();
  }
}

/** pdf.js keeps pictures of the page, and those of several pages, by name; small ones stand in the operator itself. */
async function objectOf(page: PDFPageProxy, { source }: PaintedPicture): Promise<unknown> {
  const name = typeof source === "string" ? source : typeof source === "object" && source !== null && "data" in source && typeof source.data === "string" ? source.data : null;
  if (name === null) return source;
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), HANDOVER_MS);
    objects.get(name, (object: unknown) => {
      clearTimeout(timer);
      resolve(object);
    });
  });
}

/** Dots per point of the sharpest picture that covers a good part of the page; 0 without one. */
export function sharpnessOf({ width, height, pictures }: PagePictures): number {
  const large = pictures.filter(({ box }) => box.width * box.height > 0.05 * width * height);
  return Math.max(0, ...large.map(({ raster, matrix }) => raster.width / Math.hypot(matrix[0], matrix[1])));
}

/** The page on white paper, `scale` dots per point; later pictures over earlier ones. */
export function drawPictures({ width, height, pictures }: PagePictures, scale: number): GreyRaster {
  const raster = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const data = new Uint8Array(raster.width * raster.height).fill(255);
  for (const picture of pictures) drawOne({ ...raster, data }, picture, scale);
  return { ...raster, data };
}

function drawOne(page: GreyRaster, { raster, matrix, box }: PlacedPicture, scale: number): void {
  const inverse = inverted(matrix);
  if (!inverse) return;
  // Dots of the picture per dot of the page: above 1 several are averaged, below 1 neighbours are blended.
  const perDot = raster.width / (Math.hypot(matrix[0], matrix[1]) * scale);
  const samples = Math.min(8, Math.max(1, Math.round(perDot)));
  const [left, top] = [Math.max(0, Math.floor(box.x * scale)), Math.max(0, Math.floor(box.y * scale))];
  const [right, bottom] = [Math.min(page.width, Math.ceil((box.x + box.width) * scale)), Math.min(page.height, Math.ceil((box.y + box.height) * scale))];
  const sampled = sampler(raster, inverse, perDot < 0.8);
  for (let py = top; py < bottom; py++) {
    for (let px = left; px < right; px++) {
      let sum = 0;
      let inside = 0;
      for (let s = 0; s < samples * samples; s++) {
        const grey = sampled((px + ((s % samples) + 0.5) / samples) / scale, (py + (Math.floor(s / samples) + 0.5) / samples) / scale);
        if (grey < 0) continue;
        sum += grey;
        inside++;
      }
      if (inside > 0) page.data[py * page.width + px] = Math.round(sum / inside);
    }
  }
}

/** @returns the picture's grey at a place of the page, in points; −1 beside the picture. Called for every dot, so it makes no objects. */
function sampler({ width, height, data }: GreyRaster, [a, b, c, d, e, f]: Matrix, blends: boolean): (x: number, y: number) => number {
  return (x, y) => {
    const u = a * x + c * y + e;
    const v = 1 - (b * x + d * y + f);
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return -1;
    if (!blends) return data[Math.floor(v * height) * width + Math.floor(u * width)] ?? 255;
    const column = Math.max(0, u * width - 0.5);
    const row = Math.max(0, v * height - 0.5);
    const x0 = Math.floor(column);
    const y0 = Math.floor(row);
    const right = x0 + 1 < width ? 1 : 0;
    const at = y0 * width + x0;
    const below = y0 + 1 < height ? at + width : at;
    const upper = (data[at] ?? 255) * (1 - (column - x0)) + (data[at + right] ?? 255) * (column - x0);
    const lower = (data[below] ?? 255) * (1 - (column - x0)) + (data[below + right] ?? 255) * (column - x0);
    return upper * (1 - (row - y0)) + lower * (row - y0);
  };
}

/** Null where the picture is squeezed to a line. */
function inverted([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-9) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
