/**
 * @file Whether a reader sees a string on a page: not invisible, tiny, clipped away, covered or in the colour of what is
 * behind it. The text layer of a scan is meant to be invisible and counts as seen.
 */
import { areaOf } from "../matrix";
import type { Rect } from "../geometry";
import { shareInside, type Paint, type PaintedShape, type PaintedText } from "./paint-state";
import type { PaintedPage } from "./paint-page";

/** Letters smaller than this, in points, cannot be read. Footnote marks are set at 4 and more. */
const MIN_SIZE_PT = 2;
const MIN_ALPHA = 0.1;
/**
 * Contrast ratio of ink and ground below which letters are not seen. Pale grey that designers do use (#dddddd on white)
 * has 1.36; #f0f0f0, which hides keywords, 1.14.
 */
const MIN_CONTRAST = 1.25;
/** A picture that fills this share of the page is a scan; its text layer may be invisible or lie under it. */
const SCAN_SHARE = 0.5;
/** A string is covered when this share of its box is. */
const COVERED_SHARE = 0.98;

/** @returns a test for one page: may the reader see this string? */
export function visibilityOn({ shapes }: PaintedPage, page: Rect): (text: PaintedText) => boolean {
  const scans = shapes.filter((shape) => shape.isPicture && areaOf(shape.box) >= SCAN_SHARE * areaOf(page));
  return (text) => {
    if (text.isOnHiddenLayer || text.isClipped || text.sizePt < MIN_SIZE_PT) return false;
    const isOnScan = scans.some((scan) => shareInside(text.box, scan.box) > COVERED_SHARE);
    if (isOnScan) return true;
    const unseen = text.isInvisibleMode || text.ink === "none" || text.alpha < MIN_ALPHA;
    return !unseen && !isCovered(text, shapes) && stands(text, shapes);
  };
}

/** Something opaque was drawn over it: a blackened passage, a picture on top. */
function isCovered(text: PaintedText, shapes: readonly PaintedShape[]): boolean {
  return shapes.some(
    (shape) =>
      shape.order > text.order &&
      shape.isOpaque &&
      shape.isRectangle &&
      shareInside(text.box, shape.box) > COVERED_SHARE,
  );
}

/** Its colour differs from the uppermost thing behind its middle; paper is white. */
function stands(text: PaintedText, shapes: readonly PaintedShape[]): boolean {
  if (text.ink === "unknown") return true;
  const middle = { x: text.box.x + text.box.width / 2, y: text.box.y + text.box.height / 2, width: 0.1, height: 0.1 };
  const behind = shapes.filter((shape) => shape.order < text.order && shareInside(middle, shape.box) > 0.5);
  const ground = behind.findLastIndex((shape) => shape.isOpaque && shape.isRectangle);
  return groundsAbove(ground >= 0 ? (behind[ground]?.paint ?? "unknown") : "#ffffff", behind.slice(ground + 1)).some((paint) => contrast(mixed(paint, text.ink, text.alpha), paint) >= MIN_CONTRAST);
}

/** What may be behind the letters: half-transparent boxes tint the ground; round shapes and blends may or may not reach them. */
function groundsAbove(paper: Paint, above: readonly PaintedShape[]): Paint[] {
  let ground = paper;
  const others: Paint[] = [];
  for (const { paint, isRectangle, cover } of above) {
    if (cover === null) others.push(paint);
    else if (isRectangle) ground = mixed(ground, paint, cover);
    else others.push(mixed(ground, paint, cover));
  }
  return [ground, ...others];
}

/** @param share 0–1 of the upper paint; "unknown" where either is */
function mixed(under: Paint, over: Paint, share: number): Paint {
  if (over === "none") return under;
  if (share > 0.95) return over;
  if (!IS_COLOUR.test(under) || !IS_COLOUR.test(over)) return "unknown";
  const parts = [1, 3, 5].map((at) => Math.round((1 - share) * Number.parseInt(under.slice(at, at + 2), 16) + share * Number.parseInt(over.slice(at, at + 2), 16)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const IS_COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * Contrast ratio 1–21; 21 where a colour is not known.
 * @source WCAG 2.2, contrast ratio and relative luminance
 */
export function contrast(ink: Paint, ground: Paint): number {
  const [a, b] = [luminance(ink), luminance(ground)];
  if (a === null || b === null) return 21;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(paint: Paint): number | null {
  if (!IS_COLOUR.test(paint)) return null;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(paint.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
