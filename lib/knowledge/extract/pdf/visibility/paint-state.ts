/**
 * @file The state of a PDF page while it is drawn, as far as it decides whether text can be seen, and what was drawn.
 * Coordinates are those of the displayed page (points, y downwards).
 * @source ISO 32000-1, 8.4 graphics state, 9.3 text state, 9.4 text objects
 */
import { areaOf, IDENTITY, intersect, type Matrix } from "../matrix";
import type { Rect } from "../geometry";

/** A colour "#rrggbb"; "unknown" for patterns and shadings; "none" paints nothing. */
export type Paint = string;

/** One string as the page draws it. */
export interface PaintedText {
  /** Characters that are not white space, as pdf.js reads them. */
  readonly letters: string;
  /** As painted, with its spaces and with the characters that have no width. */
  readonly raw: string;
  readonly box: Rect;
  readonly sizePt: number;
  readonly ink: Paint;
  /** 0–1. */
  readonly alpha: number;
  /** Drawn for searching only (text rendering modes 3 and 7). */
  readonly isInvisibleMode: boolean;
  /** Its place lies outside the area to which drawing was limited. */
  readonly isClipped: boolean;
  /** Belongs to a layer that is switched off. */
  readonly isOnHiddenLayer: boolean;
  readonly order: number;
}

/** A filled shape or a picture. */
export interface PaintedShape {
  readonly box: Rect;
  /** "unknown" for pictures. */
  readonly paint: Paint;
  readonly isPicture: boolean;
  /** The box is the shape itself, not only what surrounds it. */
  readonly isRectangle: boolean;
  readonly isOpaque: boolean;
  /** 0–1: how much of its paint covers what is behind; null where it is mixed in another way (a blend mode). */
  readonly cover: number | null;
  readonly order: number;
}

/** A picture as the page places it. */
export interface PaintedPicture {
  /** The unit square (0, 0)–(1, 1), whose upper edge is the picture's first row → displayed page. */
  readonly matrix: Matrix;
  readonly clip: Rect;
  /** pdf.js' name of the picture, or its data. */
  readonly source: unknown;
  /** A stencil: its dark dots are painted in `ink`, the others not at all. */
  readonly isMask: boolean;
  readonly ink: Paint;
}

export interface PaintState {
  ctm: Matrix;
  clip: Rect;
  fill: Paint;
  stroke: Paint;
  fillAlpha: number;
  strokeAlpha: number;
  blends: boolean;
  fontName: string;
  fontSize: number;
  fontDirection: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** @param ctm user space → displayed page */
export function initialState(ctm: Matrix, page: Rect): PaintState {
  return {
    ctm,
    clip: page,
    fill: "#000000",
    stroke: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    blends: false,
    fontName: "",
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** @returns how much of `box` lies inside `other`, 0–1 */
export function shareInside(box: Rect, other: Rect): number {
  const area = areaOf(box);
  return area > 0 ? areaOf(intersect(box, other)) / area : 0;
}
