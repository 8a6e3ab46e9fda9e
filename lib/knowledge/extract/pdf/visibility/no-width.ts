/**
 * @file Characters without a width in a PDF: format marks (zero-width space and joiners, tag characters), and spaces that
 * the writer takes back at once because its font lacks the mark. A reader sees "kubernetes"; pdf.js reads "k u b e r …".
 */
import type { PaintedText } from "./paint-state";

/** Of pdf.js: a glyph, or a number by which the next one moves back, in thousandths of the font size. */
export interface ShownGlyph {
  readonly unicode?: string;
  readonly width?: number;
}

const MARK = "\u200B";
/** A space is taken back when the step back is at least this share of its width. */
const TAKEN_BACK = 0.9;
const FORMAT = /\p{Cf}/gu;

/** A string as painted, real spaces kept; a space without a width is written as U+200B. */
export function rawText(glyphs: readonly (ShownGlyph | number | null)[]): string {
  return glyphs
    .map((glyph, i) => {
      if (glyph === null || typeof glyph === "number") return "";
      const text = glyph.unicode ?? "";
      const [next, width] = [glyphs[i + 1], glyph.width ?? 0];
      return /^\s$/.test(text) && typeof next === "number" && width > 0 && next >= TAKEN_BACK * width ? MARK : text;
    })
    .join("");
}

/** Characters of a painted string that pdf.js hands on as text. */
export function lettersOfRaw(raw: string): string {
  return raw.replace(/\s/g, "").replace(FORMAT, "");
}

/** Takes out of items the spaces that stand where only characters without a width were painted; items of another order stay as they are. */
export function closeUp<T extends { readonly str: string }>(items: readonly T[], painted: readonly PaintedText[]): readonly T[] {
  const between = new Set<number>();
  let count = 0;
  for (const { raw } of painted) {
    for (const part of raw.match(/\s+|[^\s\p{Cf}]|\p{Cf}+/gu) ?? []) {
      if (/^[^\s\p{Cf}]/u.test(part)) count++;
      else if (/^\p{Cf}/u.test(part)) between.add(count);
      else between.delete(count);
    }
  }
  if (between.size === 0) return items;
  const letters = items.flatMap(({ str }) => Array.from(str.replace(/\s/g, "")));
  const shown = painted.flatMap(({ letters: own }) => Array.from(own));
  if (letters.length !== shown.length || letters.some((letter, i) => letter !== shown[i])) return items;
  let at = 0;
  return items.map((item) => {
    const str = Array.from(item.str, (character) => {
      if (!/\s/.test(character)) at++;
      else if (between.has(at)) return "";
      return character;
    }).join("");
    return str === item.str ? item : { ...item, str };
  });
}
