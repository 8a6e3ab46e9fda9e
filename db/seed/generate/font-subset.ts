/**
 * @file Embedding of WOFF2 fonts: to make a subset, pdfkit's font parser copies each glyph's bytes, but WOFF2 keeps
 * them in another form. Here each glyph is written anew from its outline, at the font's default weight.
 */

/** Quadratic outline in font units. */
interface GlyphPath {
  readonly commands: readonly { command: string; args: readonly number[] }[];
}

interface Glyph {
  readonly path: GlyphPath;
  readonly advanceWidth: number;
}

/** The parts of the parser's subset object that writing a glyph needs. */
interface FontSubset {
  readonly font: OpenFont;
  readonly glyf: Uint8Array[];
  readonly loca: { offsets: number[]; version: number };
  readonly hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(glyphId: number): number;
}

/** A font as pdfkit's parser opens it (fontkit publishes no types; these are the members used here). */
export interface OpenFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { advanceWidth: number };
  getGlyph(glyphId: number): Glyph;
  createSubset(): FontSubset;
}

/**
 * Makes every subset of `font` write its glyphs from their outlines, hinting left out.
 * @param font changed in place
 * @returns the same font
 */
export function embedByOutline(font: OpenFont): OpenFont {
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    subset._addGlyph = (glyphId) => addOutline(subset, glyphId);
    return subset;
  };
  return font;
}

/** Appends one glyph to the tables of the subset; offsets in bytes. */
function addOutline(subset: FontSubset, glyphId: number): number {
  const glyph = subset.font.getGlyph(glyphId);
  const bytes = encodeSimpleGlyph(glyph.path);
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.loca.version = 1;
  // The left side bearing must be the outline's own xMin: a viewer shifts the glyph by the difference.
  const bearing = bytes.length > 0 ? Buffer.from(bytes).readInt16BE(2) : 0;
  subset.hmtx.metrics.push({ advance: Math.round(glyph.advanceWidth), bearing });
  subset.offset += bytes.length;
  return subset.glyf.length - 1;
}

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/**
 * One glyph without hinting: every coordinate as a 16-bit delta, no flag repeated.
 * @returns an entry of the `glyf` table, padded to 4 bytes; empty for a blank glyph
 * @source OpenType 1.9, glyf table, "Simple Glyph Description"
 */
function encodeSimpleGlyph(path: GlyphPath): Uint8Array {
  const { points, ends } = outlinePoints(path);
  if (points.length === 0) return new Uint8Array(0);
  const size = 10 + 2 * ends.length + 2 + 5 * points.length;
  const bytes = Buffer.alloc(size + ((4 - (size % 4)) % 4));
  let at = bytes.writeInt16BE(ends.length, 0);
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  for (const bound of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    at = bytes.writeInt16BE(bound, at);
  for (const end of ends) at = bytes.writeUInt16BE(end, at);
  at = bytes.writeUInt16BE(0, at);
  for (const point of points) at = bytes.writeUInt8(point.onCurve ? 1 : 0, at);
  for (const line of [xs, ys]) {
    for (const [i, value] of line.entries()) at = bytes.writeInt16BE(value - (line[i - 1] ?? 0), at);
  }
  return bytes;
}

function outlinePoints(path: GlyphPath): { points: OutlinePoint[]; ends: number[] } {
  const points: OutlinePoint[] = [];
  const ends: number[] = [];
  for (const { command, args } of path.commands) {
    for (let i = 0; i + 1 < args.length; i += 2) {
      const control = command === "quadraticCurveTo" && i === 0;
      points.push({ x: Math.round(args[i] ?? 0), y: Math.round(args[i + 1] ?? 0), onCurve: !control });
    }
    if (command === "closePath") ends.push(points.length - 1);
  }
  return { points, ends };
}
