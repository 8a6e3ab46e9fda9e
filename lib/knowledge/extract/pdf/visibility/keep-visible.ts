/**
 * @file Text items of pdf.js without what no reader sees. Items and painted strings hold the same letters in the same
 * order, so each letter finds the string that drew it; where a file breaks that order, places decide.
 */
import type { Rect } from "../geometry";
import { boundsOf, multiply, type Matrix } from "../matrix";
import { shareInside, type PaintedText } from "./paint-state";

/** What is needed of a text item. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface VisibleItems<T> {
  readonly items: readonly T[];
  /** Letters left out. */
  readonly hiddenLetters: number;
  /** What they spell, for whoever uploaded the file. */
  readonly hiddenText: string;
}

/** @param viewport user space → displayed page */
export function keepVisible<T extends TextItem>(
  items: readonly T[],
  painted: readonly { readonly text: PaintedText; readonly visible: boolean }[],
  viewport: Matrix,
): VisibleItems<T> {
  if (painted.every(({ visible }) => visible)) return { items, hiddenLetters: 0, hiddenText: "" };
  const flags = painted.flatMap(({ text, visible }) => [...text.letters].map((letter) => ({ letter, visible })));
  const letters = items.flatMap((item) => lettersOf(item.str));
  const sameOrder = letters.length === flags.length && letters.every((letter, i) => letter === flags[i]?.letter);
  return sameOrder ? cutByLetters(items, flags) : dropByPlace(items, painted, viewport);
}

const lettersOf = (text: string): string[] => [...text.replace(/\s/g, "")];

function cutByLetters<T extends TextItem>(
  items: readonly T[],
  flags: readonly { readonly visible: boolean }[],
): VisibleItems<T> {
  const kept: T[] = [];
  let next = 0;
  let hiddenLetters = 0;
  let hiddenText = "";
  for (const item of items) {
    const count = lettersOf(item.str).length;
    const own = flags.slice(next, next + count);
    next += count;
    const hidden = own.filter((flag) => !flag.visible).length;
    hiddenLetters += hidden;
    if (hidden > 0) hiddenText += ` ${hiddenPart(item.str, own)}`;
    if (hidden === 0) kept.push(item);
    else if (hidden < count) kept.push(...visibleParts(item, own));
  }
  return { items: kept, hiddenLetters, hiddenText };
}

/** The hidden letters of an item, with its spaces. */
function hiddenPart(text: string, flags: readonly { readonly visible: boolean }[]): string {
  let letter = 0;
  return [...text].filter((character) => /\s/.test(character) || flags[letter++]?.visible === false).join("");
}

/** An item whose letters are partly hidden → its visible stretches, placed in proportion to their characters. */
function visibleParts<T extends TextItem>(item: T, flags: readonly { readonly visible: boolean }[]): T[] {
  const parts: { from: number; to: number }[] = [];
  let at = 0;
  let letter = 0;
  for (const character of item.str) {
    const isSpace = /\s/.test(character);
    const visible = isSpace ? parts.at(-1)?.to === at : flags[letter++]?.visible === true;
    const last = parts.at(-1);
    if (visible && last?.to === at) last.to += character.length;
    else if (visible) parts.push({ from: at, to: at + character.length });
    at += character.length;
  }
  return parts.map(({ from, to }) => partOfItem(item, from, to));
}

function partOfItem<T extends TextItem>(item: T, from: number, to: number): T {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const scale = Math.hypot(a, b) || 1;
  const before = (from / item.str.length) * item.width;
  const transform = [a, b, c, d, e + (a / scale) * before, f + (b / scale) * before];
  return { ...item, str: item.str.slice(from, to), transform, width: ((to - from) / item.str.length) * item.width };
}

/** Drops an item that lies on hidden strings and on no visible one. */
function dropByPlace<T extends TextItem>(
  items: readonly T[],
  painted: readonly { readonly text: PaintedText; readonly visible: boolean }[],
  viewport: Matrix,
): VisibleItems<T> {
  const lies = (box: Rect, visible: boolean) =>
    painted.some((paint) => paint.visible === visible && shareInside(box, paint.text.box) > 0.5);
  const isHidden = (item: T) => {
    const box = boxOf(item, viewport);
    return item.str.trim() !== "" && lies(box, false) && !lies(box, true);
  };
  const hidden = items.filter(isHidden);
  return {
    items: items.filter((item) => !hidden.includes(item)),
    hiddenLetters: hidden.reduce((sum, item) => sum + lettersOf(item.str).length, 0),
    hiddenText: hidden.map((item) => item.str).join(" "),
  };
}

function boxOf(item: TextItem, viewport: Matrix): Rect {
  const [a = 1, b = 0, c = 0, d = 1] = item.transform;
  const along = Math.hypot(a, b) || 1;
  const across = Math.hypot(c, d) || 1;
  const unscaled = item.transform.map((value, i) =>
    i < 2 ? value / along : i < 4 ? value / across : value,
  ) as unknown as Matrix;
  return boundsOf(multiply(viewport, unscaled), [0, 0, item.width, 0.6 * across]);
}
