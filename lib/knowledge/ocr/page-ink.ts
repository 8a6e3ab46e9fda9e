/**
 * @file A page as the page-kind model sees it: a coarse map of 64 × 48 fields in three layers. How dark the pictures are,
 * how busy they are (edges between neighbouring dots: writing has many, photographs few, blank paper none), and how much
 * of a field is covered by what the page draws itself, letters and shapes.
 */
import type { Rect } from "../extract/pdf/geometry";
import type { GreyRaster } from "./grey-raster";
import { drawPictures, type PagePictures } from "./page-pictures";

export const INK_ROWS = 64;
export const INK_COLUMNS = 48;
export const INK_LAYERS = 3;

/** Dots of the drawn page per field, each way: 100 dots per inch on A4, enough to see lines of print. */
const DOTS = 8;
/** A step between two dots, of 255, that is an edge. */
const EDGE = 40;

/** @returns [layers × rows × columns], each 0–1 */
export function pageInk(page: PagePictures): Float32Array {
  const scale = Math.min((INK_COLUMNS * DOTS) / page.width, (INK_ROWS * DOTS) / page.height);
  const boxes = [
    ...page.painted.texts.filter((text) => !text.isInvisibleMode && !text.isOnHiddenLayer).map((text) => text.box),
    // Shapes that fill the page are its paper.
    ...page.painted.shapes.filter((shape) => !shape.isPicture && shape.box.width * shape.box.height < 0.5 * page.width * page.height).map((shape) => shape.box),
  ];
  return inkOf(drawPictures(page, scale), boxes, scale);
}

/**
 * @param raster the page's pictures, at most INK_COLUMNS · 8 wide and INK_ROWS · 8 high; the rest of the map stays white
 * @param boxes  drawn letters and shapes, in points
 * @param scale  dots per point
 */
export function inkOf(raster: GreyRaster, boxes: readonly Rect[], scale: number): Float32Array {
  const fields = INK_ROWS * INK_COLUMNS;
  const ink = new Float32Array(INK_LAYERS * fields);
  const perField = DOTS * DOTS;
  for (let y = 0; y < Math.min(raster.height, INK_ROWS * DOTS); y++) {
    for (let x = 0; x < Math.min(raster.width, INK_COLUMNS * DOTS); x++) {
      const field = Math.floor(y / DOTS) * INK_COLUMNS + Math.floor(x / DOTS);
      const dot = raster.data[y * raster.width + x] ?? 255;
      const left = x > 0 ? (raster.data[y * raster.width + x - 1] ?? 255) : dot;
      const above = y > 0 ? (raster.data[(y - 1) * raster.width + x] ?? 255) : dot;
      ink[field] = (ink[field] ?? 0) + (255 - dot) / 255 / perField;
      if (Math.abs(dot - left) > EDGE || Math.abs(dot - above) > EDGE) ink[fields + field] = (ink[fields + field] ?? 0) + 1 / perField;
    }
  }
  for (const box of boxes) coverFields(ink.subarray(2 * fields), box, scale / DOTS);
  return ink;
}

/** @param perPoint fields per point */
function coverFields(layer: Float32Array, box: Rect, perPoint: number): void {
  const [left, right] = [box.x * perPoint, (box.x + box.width) * perPoint];
  const [top, bottom] = [box.y * perPoint, (box.y + box.height) * perPoint];
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(INK_ROWS, bottom); row++) {
    for (let column = Math.max(0, Math.floor(left)); column < Math.min(INK_COLUMNS, right); column++) {
      const share = (Math.min(row + 1, bottom) - Math.max(row, top)) * (Math.min(column + 1, right) - Math.max(column, left));
      const at = row * INK_COLUMNS + column;
      layer[at] = Math.min(1, (layer[at] ?? 0) + Math.max(0, share));
    }
  }
}
