/**
 * @file Typefaces of the generated files: opens the font packages once per process, finds a face for each
 * character, and measures text. Flow: [fonts] → typeset → layouts. Knows nothing of pages or résumés.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";
import { projectRoot } from "../../../lib/config/paths";
import { AppError } from "../../../lib/core/errors";
import type { Language } from "../../../lib/core/types";
import { embedByOutline } from "./font-subset";
import type { OpenFont } from "./font-subset";
import { woffToTrueType } from "./woff";

export const FAMILIES = ["sans", "serif"] as const;
export type Family = (typeof FAMILIES)[number];
export type Weight = "regular" | "bold" | "italic";

/** One font file at one weight, under the name that pdfkit registers it by. */
export interface Face {
  readonly name: string;
  readonly font: OpenFont;
}

/** `outline`: the file is a WOFF2, whose glyphs must be written anew when it is embedded (see font-subset). */
interface FaceSource {
  readonly file: string;
  readonly outline: boolean;
}

const stat = (file: string): FaceSource => ({ file: `@fontsource/${file}-normal.woff`, outline: false });
const outlined = (file: string): FaceSource => ({ file: `@fontsource-variable/${file}.woff2`, outline: true });

const SANS_EXTRA = outlined("instrument-sans/files/instrument-sans-latin-ext-wght-normal");
const SERIF_EXTRA = outlined("source-serif-4/files/source-serif-4-latin-ext-wght-normal");

/** Numbered sets hold what the named ones lack: ✓ (87), ≤ ■ (100), ≥ (102), ● (105), ℃ (107), → ★ (109). */
const NOTO_SETS = ["latin", "latin-ext", "chinese-simplified", "87", "100", "102", "105", "107", "109"];

/** The Latin of Noto Sans/Serif SC is the design of Source Sans/Serif. */
const noto = (style: Family, weight: 400 | 700): FaceSource[] =>
  NOTO_SETS.map((set) => stat(`noto-${style}-sc/files/noto-${style}-sc-${set}-${weight}`));

/** In Chinese faces these are as wide as an ideograph; English text takes them from the Latin originals. */
const QUOTATION_MARKS = /[‘’“”]/u;
const QUOTES: Record<Family, FaceSource> = {
  sans: outlined("instrument-sans/files/instrument-sans-latin-wght-normal"),
  serif: outlined("source-serif-4/files/source-serif-4-latin-wght-normal"),
};

/** Tried in order for each character. There is no Chinese italic and no sans italic: the upright stands in. */
const SOURCES: Record<Family, Record<Weight, readonly FaceSource[]>> = {
  sans: {
    regular: [...noto("sans", 400), SANS_EXTRA],
    bold: [...noto("sans", 700), SANS_EXTRA],
    italic: [...noto("sans", 400), SANS_EXTRA],
  },
  serif: {
    regular: [...noto("serif", 400), SERIF_EXTRA],
    bold: [...noto("serif", 700), SERIF_EXTRA],
    italic: [
      outlined("source-serif-4/files/source-serif-4-latin-wght-italic"),
      outlined("source-serif-4/files/source-serif-4-latin-ext-wght-italic"),
      ...noto("serif", 400),
    ],
  },
};

const faces = new Map<string, Face>();
const faceOfChar = new Map<string, Face>();
const widths = new Map<string, number>();

/** How a stretch of text looks. */
export interface TextStyle {
  readonly family: Family;
  readonly weight: Weight;
  readonly sizePt: number;
  /** `#rrggbb` */
  readonly color: string;
  /** Line height as a multiple of the size. */
  readonly leading: number;
  readonly language: Language;
}

/**
 * The first face of the style's family that can draw the character.
 * @throws AppError "internal/broken-assumption" when none can (the demo text must be changed then), or when a
 * font package is not installed
 */
export function faceFor(char: string, style: Pick<TextStyle, "family" | "weight" | "language">): Face {
  const key = `${style.family} ${style.weight} ${style.language} ${char}`;
  let face = faceOfChar.get(key);
  if (!face) {
    face = findFace(char, style);
    faceOfChar.set(key, face);
  }
  return face;
}

function findFace(char: string, { family, weight, language }: Pick<TextStyle, "family" | "weight" | "language">): Face {
  if (language === "en" && QUOTATION_MARKS.test(char)) return openFace(QUOTES[family]);
  const code = char.codePointAt(0) ?? 0;
  for (const source of SOURCES[family][weight]) {
    const face = openFace(source);
    if (face.font.hasGlyphForCodePoint(code)) return face;
  }
  throw new AppError("internal/broken-assumption", `no ${family} face has U+${code.toString(16).padStart(4, "0")}`);
}

/** @returns advance width in points of `text` set in one face at `sizePt`. */
export function textWidth(text: string, face: Face, sizePt: number): number {
  const key = `${face.name}\n${text}`;
  let unit = widths.get(key);
  if (unit === undefined) {
    unit = face.font.layout(text).advanceWidth / face.font.unitsPerEm;
    widths.set(key, unit);
  }
  return unit * sizePt;
}

function openFace(source: FaceSource): Face {
  const name = (source.file.split("/").at(-1) ?? source.file).replace(/\.woff2?$/, "");
  const known = faces.get(name);
  if (known) return known;
  const font = parseFont(readFontFile(source.file), source.outline);
  // pdfkit takes two fonts of one PostScript name for the same font; the subsets of a family share theirs.
  Object.defineProperty(font, "postscriptName", { value: name });
  const face = { name, font };
  faces.set(name, face);
  return face;
}

function readFontFile(file: string): Buffer {
  const location = path.join(projectRoot(), "node_modules", file);
  try {
    return readFileSync(location);
  } catch (cause) {
    throw new AppError("internal/broken-assumption", `font ${location} is not installed: run npm install`, { cause });
  }
}

/** pdfkit opens the bytes (it owns the font parser); a throw-away document is the door to it. */
function parseFont(bytes: Buffer, outline: boolean): OpenFont {
  const source = outline ? bytes : woffToTrueType(bytes);
  const opener = new PDFDocument({ font: source as unknown as string }) as unknown as { _font: { font: OpenFont } };
  const font = opener._font.font;
  return outline ? embedByOutline(font) : font;
}
