/**
 * @file A page's drawing operators → the strings, shapes and pictures they paint, with colours and places. Replays only
 * what visibility needs; draws nothing.
 * @source pdf.js src/display/canvas.js: the same operators, painting for real
 */
import type { PDFPageProxy } from "unpdf/pdfjs";
import type { Rect } from "../geometry";
import { boundsOf, intersect, keepsRectangles, multiply, type Matrix } from "../matrix";
import { lettersOfRaw, rawText } from "./no-width";
import {
  initialState,
  shareInside,
  type Paint,
  type PaintedPicture,
  type PaintedShape,
  type PaintedText,
  type PaintState,
} from "./paint-state";

export interface PaintedPage {
  readonly texts: readonly PaintedText[];
  readonly shapes: readonly PaintedShape[];
  /** In drawing order; those of layers that are switched off are left out. */
  readonly pictures: readonly PaintedPicture[];
}

/** What is needed of pdf.js' font object. */
export interface PaintFont {
  readonly fontMatrix?: readonly number[];
  readonly isType3Font?: boolean;
  readonly vertical?: boolean;
}

export interface PaintSource {
  readonly operators: Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>;
  readonly ops: Readonly<Record<string, number>>;
  readonly viewport: Matrix;
  readonly page: Rect;
  readonly font: (name: string) => PaintFont | null;
  /** @param group pdf.js' optional content group of a marked content */
  readonly isLayerVisible: (group: unknown) => boolean;
}

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

type Handler = (args: readonly unknown[]) => void;

const INVISIBLE_MODES = new Set([3, 7]);
const STROKE_MODES = new Set([1, 5]);
/** A string with less of its box inside the clip than this is not seen. */
const MIN_CLIP_SHARE = 0.05;

export function paintPage(source: PaintSource): PaintedPage {
  return new PagePainter(source).run();
}

class PagePainter {
  readonly #source: PaintSource;
  readonly #texts: PaintedText[] = [];
  readonly #shapes: PaintedShape[] = [];
  readonly #pictures: PaintedPicture[] = [];
  readonly #stack: PaintState[] = [];
  /** For each open marked content, whether it hides what is inside. */
  readonly #layers: boolean[] = [];
  readonly #handlers: ReadonlyMap<number, Handler>;
  #state: PaintState;
  #order = 0;
  #clips = false;

  constructor(source: PaintSource) {
    this.#source = source;
    this.#state = initialState(source.viewport, source.page);
    this.#handlers = this.#makeHandlers();
  }

  run(): PaintedPage {
    const { fnArray, argsArray } = this.#source.operators;
    for (const [i, operator] of fnArray.entries()) {
      this.#order = i;
      this.#handlers.get(operator)?.((argsArray[i] ?? []) as readonly unknown[]);
    }
    return { texts: this.#texts, shapes: this.#shapes, pictures: this.#pictures };
  }

  #makeHandlers(): ReadonlyMap<number, Handler> {
    const byName = { ...this.#stateHandlers(), ...this.#textHandlers(), ...this.#shapeHandlers() };
    const entries = Object.entries(byName).map(([name, handler]): [number, Handler] => [
      this.#source.ops[name] ?? -1,
      handler,
    ]);
    return new Map(entries.filter(([operator]) => operator >= 0));
  }

  #stateHandlers(): Record<string, Handler> {
    const s = () => this.#state;
    return {
      save: () => void this.#stack.push({ ...s() }),
      restore: () => void (this.#state = this.#stack.pop() ?? this.#state),
      transform: (m) => void (s().ctm = multiply(s().ctm, m as unknown as Matrix)),
      setFillRGBColor: ([color]) => void (s().fill = paintOf(color)),
      setStrokeRGBColor: ([color]) => void (s().stroke = paintOf(color)),
      setFillColorN: () => void (s().fill = "unknown"),
      setStrokeColorN: () => void (s().stroke = "unknown"),
      setFillTransparent: () => void (s().fill = "none"),
      setStrokeTransparent: () => void (s().stroke = "none"),
      setGState: ([entries]) => this.#setGState(entries as readonly (readonly [string, unknown])[]),
      paintFormXObjectBegin: ([matrix, box]) => this.#beginForm(matrix as Matrix | null, box as Box | null),
      paintFormXObjectEnd: () => void (this.#state = this.#stack.pop() ?? this.#state),
      beginMarkedContent: () => void this.#layers.push(false),
      beginMarkedContentProps: ([tag, group]) =>
        void this.#layers.push(tag === "OC" && !this.#source.isLayerVisible(group)),
      endMarkedContent: () => void this.#layers.pop(),
    };
  }

  #textHandlers(): Record<string, Handler> {
    const s = () => this.#state;
    const startLine = (textMatrix: Matrix) => Object.assign(s(), { textMatrix, x: 0, y: 0, lineX: 0, lineY: 0 });
    const move = (dx: number, dy: number) => {
      s().x = s().lineX += dx;
      s().y = s().lineY += dy;
    };
    return {
      beginText: () => void startLine([1, 0, 0, 1, 0, 0]),
      setTextMatrix: ([matrix]) =>
        void startLine([...(matrix as ArrayLike<number> & Iterable<number>)] as unknown as Matrix),
      moveText: ([x, y]) => move(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        s().leading = Number(y);
        move(Number(x), Number(y));
      },
      nextLine: () => move(0, s().leading),
      setLeading: ([leading]) => void (s().leading = -Number(leading)),
      setFont: ([name, size]) => this.#setFont(String(name), Number(size)),
      setCharSpacing: ([spacing]) => void (s().charSpacing = Number(spacing)),
      setWordSpacing: ([spacing]) => void (s().wordSpacing = Number(spacing)),
      setHScale: ([percent]) => void (s().horizontalScale = Number(percent) / 100),
      setTextRise: ([rise]) => void (s().rise = Number(rise)),
      setTextRenderingMode: ([mode]) => void (s().renderingMode = Number(mode)),
      showText: ([glyphs]) => this.#showText(glyphs as readonly (Glyph | number | null)[]),
    };
  }

  #shapeHandlers(): Record<string, Handler> {
    const unit = [0, 0, 1, 1] as const;
    const picture = ([source]: readonly unknown[]) => {
      this.#addPicture(source, false);
      this.#addShape(boundsOf(this.#state.ctm, unit), { paint: "unknown", isPicture: true, isRectangle: true });
    };
    return {
      clip: () => void (this.#clips = true),
      eoClip: () => void (this.#clips = true),
      constructPath: (args) => this.#path(args),
      shadingFill: () => this.#addShape(this.#state.clip, { paint: "unknown", isPicture: false, isRectangle: true }),
      paintImageXObject: picture,
      paintInlineImageXObject: picture,
      // A stencil covers nothing: what lies under its light dots stays visible.
      paintImageMaskXObject: ([source]) => this.#addPicture(source, true),
    };
  }

  #setFont(name: string, size: number): void {
    this.#state.fontName = name;
    this.#state.fontSize = Math.abs(size);
    this.#state.fontDirection = size < 0 ? -1 : 1;
  }

  #setGState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === "ca") this.#state.fillAlpha = Number(value);
      if (key === "CA") this.#state.strokeAlpha = Number(value);
      if (key === "BM") this.#state.blends = value !== "source-over" && value !== "Normal";
      if (key === "Font" && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]));
    }
  }

  #beginForm(matrix: Matrix | null, box: Box | null): void {
    this.#stack.push({ ...this.#state });
    if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrix);
    if (box) this.#state.clip = intersect(this.#state.clip, boundsOf(this.#state.ctm, box));
  }

  #path([operator, data, minMax]: readonly unknown[]): void {
    const { ops } = this.#source;
    const bounds = minMax ? ([...(minMax as Iterable<number>)] as unknown as Box) : null;
    if (!bounds || !bounds.every(Number.isFinite)) {
      this.#clips = false;
      return;
    }
    const box = boundsOf(this.#state.ctm, bounds);
    const fills = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    if (fills.includes(Number(operator)) && this.#state.fill !== "none") {
      const isRectangle = keepsRectangles(this.#state.ctm) && isSingleRectangle((data as ArrayLike<number>[])[0]);
      this.#addShape(box, { paint: this.#state.fill, isPicture: false, isRectangle });
    }
    if (this.#clips) this.#state.clip = intersect(this.#state.clip, box);
    this.#clips = false;
  }

  #addShape(box: Rect, shape: Pick<PaintedShape, "paint" | "isPicture" | "isRectangle">): void {
    if (this.#layers.includes(true)) return;
    const { clip, fillAlpha, blends } = this.#state;
    this.#shapes.push({
      ...shape,
      box: intersect(box, clip),
      isOpaque: fillAlpha > 0.95 && !blends,
      cover: blends ? null : fillAlpha,
      order: this.#order,
    });
  }

  #addPicture(source: unknown, isMask: boolean): void {
    if (this.#layers.includes(true)) return;
    const { ctm: matrix, clip, fill: ink } = this.#state;
    this.#pictures.push({ matrix, clip, source, isMask, ink });
  }

  #showText(glyphs: readonly (Glyph | number | null)[]): void {
    const s = this.#state;
    const font = this.#source.font(s.fontName);
    const advance = this.#advanceOf(glyphs, font);
    const start = multiply(multiply(s.ctm, s.textMatrix), [1, 0, 0, 1, s.x, s.y + s.rise]);
    const along = advance * s.fontDirection;
    const box: Box = font?.vertical
      ? [-0.5 * s.fontSize, 0, 0.5 * s.fontSize, advance]
      : [Math.min(0, along), -0.2 * s.fontSize, Math.max(0, along), 0.8 * s.fontSize];
    if (font?.vertical) s.y += advance;
    else s.x += advance;
    this.#addText(rawText(glyphs), {
      box: boundsOf(start, box),
      sizePt: s.fontSize * Math.hypot(start[2], start[3]),
      font,
    });
  }

  /** @returns the way along the baseline in text space */
  #advanceOf(glyphs: readonly (Glyph | number | null)[], font: PaintFont | null): number {
    const s = this.#state;
    const unit = s.fontSize * (font?.fontMatrix?.[0] ?? 0.001);
    const direction = font?.vertical ? 1 : -1;
    let way = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") way += (direction * glyph * s.fontSize) / 1000;
      else if (glyph) way += (glyph.width ?? 0) * unit + s.charSpacing + (glyph.isSpace ? s.wordSpacing : 0);
    }
    return font?.vertical ? way : way * s.horizontalScale;
  }

  #addText(raw: string, place: { box: Rect; sizePt: number; font: PaintFont | null }): void {
    const s = this.#state;
    const strokes = STROKE_MODES.has(s.renderingMode);
    this.#texts.push({
      letters: lettersOfRaw(raw),
      raw,
      box: place.box,
      sizePt: place.sizePt,
      // A Type 3 glyph is a drawing of its own and may bring its own colours.
      ink: place.font?.isType3Font ? "unknown" : strokes ? s.stroke : s.fill,
      alpha: strokes ? s.strokeAlpha : s.fillAlpha,
      isInvisibleMode: INVISIBLE_MODES.has(s.renderingMode),
      isClipped: shareInside(place.box, s.clip) < MIN_CLIP_SHARE,
      isOnHiddenLayer: this.#layers.includes(true),
      order: this.#order,
    });
  }
}

type Box = readonly [number, number, number, number];

function paintOf(color: unknown): Paint {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color : "unknown";
}

/** pdf.js writes a path as codes with their points: 0 move, 1 line, 2 and 3 curves, 4 close. */
function isSingleRectangle(data: ArrayLike<number> | undefined): boolean {
  if (!data) return false;
  const points: [number, number][] = [];
  for (let i = 0; i < data.length;) {
    const code = data[i];
    if (code === 4) i++;
    else if ((code === 0 && points.length === 0) || code === 1) {
      points.push([data[i + 1] ?? 0, data[i + 2] ?? 0]);
      i += 3;
    } else return false;
  }
  const isLevel = points.every(([x, y], i) => {
    const next = points[i + 1];
    return !next || x === next[0] || y === next[1];
  });
  return isLevel && (points.length === 4 || points.length === 5);
}
