/**
 * @file What changed between two texts of a document: sections matched by heading, then words within a section. Pure; for
 * reading, not for patching: white space counts for nothing.
 */
import type { DocumentTextRow } from "../../../db/queries/documents";
import type { SectionChange } from "../../contracts/documents";

export interface ComparedText {
  readonly text: string;
  readonly blocks: DocumentTextRow["blocks"];
}

interface Section {
  readonly heading: string;
  readonly text: string;
}

/** Words of a section that are compared one by one; a longer one is shown as changed as a whole. */
const MAX_WORDS = 4_000;

/** @returns the sections that were added, removed or changed, in reading order of the newer text, and how many stayed */
export function compareTexts(before: ComparedText, after: ComparedText): { changes: SectionChange[]; unchanged: number } {
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  const pairs = align(old, now);
  const changes: SectionChange[] = [];
  let unchanged = 0;
  for (const [mine, theirs] of pairs) {
    if (mine && theirs) {
      if (plain(mine.text) === plain(theirs.text) && mine.heading === theirs.heading) unchanged++;
      else changes.push({ kind: "changed", heading: theirs.heading, ...words(mine.text, theirs.text) });
    } else if (theirs) changes.push({ kind: "added", heading: theirs.heading, before: null, after: [{ text: theirs.text, changed: true }] });
    else if (mine) changes.push({ kind: "removed", heading: mine.heading, before: [{ text: mine.text, changed: true }], after: null });
  }
  return { changes, unchanged };
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Text between two headings; what stands before the first one has no heading. Sections without text are left out. */
function sectionsOf({ text, blocks }: ComparedText): Section[] {
  const headings = blocks.filter((block) => block.kind === "heading").sort((a, b) => a.start - b.start);
  const starts = [{ heading: "", from: 0 }, ...headings.map((block) => ({ heading: plain(text.slice(block.start, block.end)), from: block.end }))];
  return starts
    .map(({ heading, from }, i) => ({ heading, text: text.slice(from, headings[i]?.start ?? text.length).trim() }))
    .filter((section) => section.text !== "");
}

/** Sections in the newer order; those that only the older text has stand where they stood. Same heading first, then most words shared. */
function align(old: readonly Section[], now: readonly Section[]): (readonly [Section | null, Section | null])[] {
  const left = new Set(old);
  const partner = new Map<Section, Section>();
  const take = (section: Section, found: Section | undefined) => {
    if (!found) return;
    left.delete(found);
    partner.set(section, found);
  };
  for (const section of now) take(section, [...left].find(({ heading, text }) => heading === section.heading && plain(text) === plain(section.text)));
  for (const section of now) if (!partner.has(section)) take(section, [...left].find(({ heading }) => heading === section.heading));
  for (const section of now) if (!partner.has(section)) take(section, [...left].find((candidate) => shared(candidate.text, section.text) >= 0.5));
  const rows: (readonly [Section | null, Section | null])[] = now.map((section) => [partner.get(section) ?? null, section]);
  for (const gone of left) {
    const before = old[old.indexOf(gone) - 1];
    const at = before ? rows.findIndex(([mine]) => mine === before) : -1;
    rows.splice(at + 1, 0, [gone, null]);
  }
  return rows;
}

function shared(a: string, b: string): number {
  const [left, right] = [new Set(tokens(a).filter((token) => /\S/.test(token))), new Set(tokens(b).filter((token) => /\S/.test(token)))];
  const common = [...left].filter((token) => right.has(token)).length;
  return common / Math.max(1, Math.max(left.size, right.size));
}

/** Words with the space behind them, single Chinese characters. */
const tokens = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:['’.,]\p{L}*\p{N}*)?\s*|[^\p{L}\p{N}\p{Script=Han}]\s*/gu) ?? [];

interface Parts {
  readonly before: { text: string; changed: boolean }[];
  readonly after: { text: string; changed: boolean }[];
}

function words(before: string, after: string): Parts {
  const [a, b] = [tokens(before), tokens(after)];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
  const kept = longestCommon(a.map(plain), b.map(plain));
  return { before: parts(a, new Set(kept.map(([i]) => i))), after: parts(b, new Set(kept.map(([, j]) => j))) };
}

function parts(all: readonly string[], kept: ReadonlySet<number>): Parts["before"] {
  const joined: { text: string; changed: boolean }[] = [];
  all.forEach((token, i) => {
    const changed = !kept.has(i);
    const last = joined.at(-1);
    if (last?.changed === changed) last.text += token;
    else joined.push({ text: token, changed });
  });
  return joined;
}

/** @returns pairs of positions of a longest common subsequence. O(n·m) time after the ends that are the same are cut off. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  const width = m + 1;
  const lengths = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i * width + j] = a[head + i] === b[head + j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[head + i] === b[head + j]) pairs.push([head + i++, head + j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  for (let i = tail; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return pairs;
}
