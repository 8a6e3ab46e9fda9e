/**
 * @file Recognised words → text runs of the layout pass, as if the page had drawn them: font sizes and baselines are told
 * from the letters' heights, evened out so that one size of print is one number.
 */
import type { TextRun } from "../extract/pdf/geometry";
import { columnOrder } from "./column-order";
import type { OcrWord } from "./ocr-reader";

/** Parts of the font size, for common Latin fonts: letters without ascender, capitals, what hangs below the line. */
const X_HEIGHT = 0.5;
const CAPITALS = 0.71;
const DESCENT = 0.21;
/** A Chinese character's ink, and how far it reaches below the line. */
const HAN_HEIGHT = 0.9;
const HAN_DESCENT = 0.1;

const HAN = /\p{Script=Han}/u;
const TALL = /[A-Zbdfhklt0-9!?()[\]{}/\\|&%$#@'"“”‘’]|\p{Lu}/u;
const DEEP = /[gjpqyQ,;()[\]{}/\\|$@]/;

/** Sizes that differ less than this from their page's usual one are that one: recognition measures to a dot or two. */
const SAME_SIZE = 0.22;
/** Others are rounded to steps of this, in points. */
const SIZE_STEP = 2;
/** Below this confidence a lone mark is a speck of the scan, not a word. */
const MIN_SPECK_CONFIDENCE = 40;
/** One character that may be a misread bullet; dashes and Chinese characters are what they are. */
const MARK = /^[^\p{Script=Han}\p{Pd}.,]$/u;
const BULLET = "•";
/** A bullet is smaller than this share of the letters behind it. */
const BULLET_SHARE = 0.62;
/** A bullet read as one with the word behind it: never how a word of either language begins. */
const GLUED_BULLET = /^([«»¢©®°¤•·])(\p{L}\S+)$/u;
const SPECK = /^[^\p{L}\p{N}]{1,3}$/u;

/**
 * @param words  of one picture
 * @param scale  points per dot of the picture
 * @param order  first place in the page's order; words get the next ones
 */
export function wordsToRuns(words: readonly OcrWord[], scale: number, order = 0): TextRun[] {
  const kept = columnOrder(withBullets(words).filter((word) => word.text === BULLET || !SPECK.test(word.text) || word.confidence >= MIN_SPECK_CONFIDENCE));
  const lines = new Map<number, OcrWord[]>();
  for (const word of kept) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const measured = new Map([...lines].map(([line, own]) => [line, measureLine(own)]));
  const usual = usualSize([...lines].map(([line, own]) => [measured.get(line)?.size ?? 0, own.reduce((sum, word) => sum + word.text.length, 0)])) * scale;
  return kept.map((word, i) => {
    const { size = word.height, baseline = word.y + word.height } = measured.get(word.line) ?? {};
    const next = kept[i + 1];
    const spaceAfter = next?.line === word.line && !HAN.test(word.text) && !HAN.test(next.text);
    return toRun(word, { size: evenSize(size * scale, usual), baseline: baseline * scale, scale, order: order + i, spaceAfter });
  });
}

/** A small mark before a line is a bullet, whatever recognition made of it (¢, «, e). */
function withBullets(words: readonly OcrWord[]): OcrWord[] {
  return words.flatMap((word, i) => {
    if (words[i - 1]?.line === word.line) return [word];
    const rest = words.filter((next, at) => at > i && next.line === word.line);
    const glued = GLUED_BULLET.exec(word.text);
    if (glued && ![glued[2] ?? "", ...rest.map((next) => next.text)].some((text) => /[«»]/.test(text))) return unglue(word, glued[2] ?? "");
    if (rest.length === 0 || !MARK.test(word.text)) return [word];
    const height = middle(rest.slice(0, 3).map((next) => next.height));
    return [word.height < BULLET_SHARE * height && word.width < BULLET_SHARE * height ? { ...word, text: BULLET } : word];
  });
}

/** Letters are taken for equally wide, and the gap behind the bullet for half a letter. */
function unglue(word: OcrWord, text: string): OcrWord[] {
  const letter = word.width / (text.length + 1.5);
  return [
    { ...word, text: BULLET, width: letter },
    { ...word, text, x: word.x + 1.5 * letter, width: word.width - 1.5 * letter },
  ];
}

/** `spaceAfter`: recognition cuts Latin words apart itself; between Chinese characters the gap decides. */
function toRun(word: OcrWord, place: { size: number; baseline: number; scale: number; order: number; spaceAfter: boolean }): TextRun {
  const { size, baseline, scale, order, spaceAfter } = place;
  const [x, width] = [word.x * scale, word.width * scale];
  const box = { x, y: baseline - 0.8 * size, width, height: size };
  return { text: word.text, x, right: x + width, baseline, size, bold: false, spaceAfter, order, box, quarter: 0 };
}

/** Font size and baseline of a line, in dots: the middle of what its words say. */
function measureLine(words: readonly OcrWord[]): { size: number; baseline: number } {
  const fits = words.map((word) => {
    const { above, below } = reachOf(word.text);
    const size = word.height / (above + below);
    return { size, baseline: word.y + word.height - below * size };
  });
  return { size: middle(fits.map((fit) => fit.size)), baseline: middle(fits.map((fit) => fit.baseline)) };
}

function reachOf(text: string): { above: number; below: number } {
  if (HAN.test(text)) return { above: HAN_HEIGHT - HAN_DESCENT, below: HAN_DESCENT };
  return { above: TALL.test(text) ? CAPITALS : X_HEIGHT, below: DEEP.test(text) ? DESCENT : 0 };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The size in which half of the characters are set in or below it. */
function usualSize(sizes: readonly (readonly [size: number, chars: number])[]): number {
  const sorted = [...sizes].sort((a, b) => a[0] - b[0]);
  const half = sorted.reduce((sum, [, chars]) => sum + chars, 0) / 2;
  let seen = 0;
  for (const [size, chars] of sorted) if ((seen += chars) >= half) return size;
  return 0;
}

function evenSize(size: number, usual: number): number {
  if (usual > 0 && Math.abs(size - usual) <= SAME_SIZE * usual) return usual;
  return Math.max(1, Math.round(size / SIZE_STEP) * SIZE_STEP);
}

/** Mean of the words' confidences, weighted by their characters; 0–100, whole; null without words. */
export function meanConfidence(words: readonly OcrWord[]): number | null {
  const chars = words.reduce((sum, word) => sum + word.text.length, 0);
  return chars === 0 ? null : Math.round(words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / chars);
}
