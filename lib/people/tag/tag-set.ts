/**
 * @file Tags of a chain: each label at its places in an entity (B begin, M middle, E end, S single), and O outside.
 * Which tag may follow which, and the way between tags and spans.
 */
import { invariant } from "../../core/invariant";

const PLACES = ["B", "M", "E", "S"] as const;

export interface TagSet {
  readonly labels: readonly string[];
  /** "O" first, then B-, M-, E- and S- of each label. */
  readonly tags: readonly string[];
  /** [from · size + to]: 1 where `to` may follow `from`. */
  readonly mayFollow: Uint8Array;
  /** 1 where a sentence may begin, or end, with the tag. */
  readonly mayBegin: Uint8Array;
  readonly mayEnd: Uint8Array;
}

/** Units `start` up to, not including, `end`. */
export interface UnitSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export function createTagSet(labels: readonly string[]): TagSet {
  const tags = ["O", ...labels.flatMap((label) => PLACES.map((place) => `${place}-${label}`))];
  const mayFollow = new Uint8Array(tags.length * tags.length);
  tags.forEach((from, row) => tags.forEach((to, column) => (mayFollow[row * tags.length + column] = follows(from, to) ? 1 : 0)));
  return {
    labels,
    tags,
    mayFollow,
    mayBegin: Uint8Array.from(tags, (tag) => (follows("O", tag) ? 1 : 0)),
    mayEnd: Uint8Array.from(tags, (tag) => (follows(tag, "O") ? 1 : 0)),
  };
}

const isOpen = (tag: string): boolean => tag.startsWith("B-") || tag.startsWith("M-");
const goesOn = (tag: string): boolean => tag.startsWith("M-") || tag.startsWith("E-");

function follows(from: string, to: string): boolean {
  if (isOpen(from) !== goesOn(to)) return false;
  return !goesOn(to) || from.slice(2) === to.slice(2);
}

/** @param path indexes of tags, one per unit, every step allowed */
export function spansOfPath({ tags }: TagSet, path: ArrayLike<number>): UnitSpan[] {
  const spans: UnitSpan[] = [];
  let start = 0;
  for (let at = 0; at < path.length; at++) {
    const tag = tags[path[at] as number] as string;
    if (tag.startsWith("B-") || tag.startsWith("S-")) start = at;
    if (tag.startsWith("E-") || tag.startsWith("S-")) spans.push({ start, end: at + 1, label: tag.slice(2) });
  }
  return spans;
}

/** @param spans without overlap; @returns indexes of tags, one per unit */
export function pathOfSpans({ tags }: TagSet, length: number, spans: readonly UnitSpan[]): Uint8Array {
  const path = new Uint8Array(length);
  const put = (at: number, tag: string): void => {
    const index = tags.indexOf(tag);
    invariant(index >= 0, () => `the tag set has no ${tag}`);
    path[at] = index;
  };
  for (const { start, end, label } of spans) {
    if (end - start === 1) put(start, `S-${label}`);
    else for (let at = start; at < end; at++) put(at, `${at === start ? "B" : at === end - 1 ? "E" : "M"}-${label}`);
  }
  return path;
}
