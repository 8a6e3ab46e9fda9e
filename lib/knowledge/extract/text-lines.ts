/**
 * @file Lines of unmarked text → blocks: paragraphs, list items, headings. Used for plain text files; tells lines
 * wrapped at a fixed width (joined) from lines that end where the author ended them (kept).
 */
import type { NewBlock } from "./document-builder";
import { chineseChapterLevel, isSectionName, readsLikeHeading } from "./heading-rules";
import { toOneLine } from "./whitespace";

const BULLET = /^([-*+•·▪◦‣●○■□–—➢►✓✔]|\uF0B7)\s+(?=\S)/;
const NUMBERED = /^(\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}、)\s*(?=\S)/;
const UNDERLINE = /^(=+|-{3,}|~{3,})$/;
/** 一、总则 */
const CHINESE_NUMBERED_TITLE = /^[一二三四五六七八九十]{1,3}、[^。；，：:]{1,28}$/;
/** A line counts as wrapped when it fills this share of the widest line of its paragraph. */
const WRAPPED_SHARE = 0.75;
/** Narrower text is never wrapped by an editor. */
const MIN_WRAP_COLUMNS = 50;

/** @param text clean characters, "\n" line ends */
export function linesToBlocks(text: string): NewBlock[] {
  const blocks: NewBlock[] = [];
  for (const group of text.split(/\n[^\S\n]*\n/)) {
    const lines = group.split("\n").filter((line) => line.trim() !== "");
    for (const [i, block] of groupToBlocks(lines).entries()) {
      blocks.push(i > 0 && block.kind === "paragraph" ? { ...block, tight: true } : block);
    }
  }
  return blocks;
}

/** Blocks of one group of lines that blank lines enclose. */
function groupToBlocks(lines: readonly string[]): NewBlock[] {
  const blocks: NewBlock[] = [];
  const widest = Math.max(0, ...lines.map((line) => line.trimEnd().length));
  let buffer = "";
  let listed = false;
  const flush = () => {
    const line = toOneLine(buffer);
    buffer = "";
    if (line !== "") blocks.push(lineToBlock(line, lines.length, listed));
    listed = false;
  };
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (UNDERLINE.test(line)) {
      const title = toOneLine(buffer);
      buffer = "";
      if (title !== "") blocks.push({ kind: "heading", level: line.startsWith("=") ? 1 : 2, text: title });
      continue;
    }
    const isListed = BULLET.test(line) || NUMBERED.test(line);
    const starts = isListed || isSectionName(line);
    const before = lines[i - 1]?.trimEnd() ?? "";
    const wrapped = widest >= MIN_WRAP_COLUMNS && before.length >= WRAPPED_SHARE * widest;
    if (starts || !wrapped || buffer === "") {
      flush();
      listed = isListed;
      buffer = line;
    } else {
      buffer += `\n${line}`;
    }
  }
  flush();
  return blocks;
}

function lineToBlock(line: string, groupLines: number, listed: boolean): NewBlock {
  const chapter = chineseChapterLevel(line);
  if (chapter !== null) return { kind: "heading", level: chapter, text: line };
  if (CHINESE_NUMBERED_TITLE.test(line) && groupLines === 1) return { kind: "heading", level: 3, text: line };
  if (listed) return { kind: "list_item", text: line.replace(BULLET, "- ") };
  if (isCapitals(line) && readsLikeHeading(line)) return { kind: "heading", level: 2, text: line };
  return { kind: "paragraph", text: line };
}

/** Latin letters, all of them capitals, at least four. */
function isCapitals(line: string): boolean {
  return /^[^a-z\p{Script=Han}]*$/u.test(line) && (line.match(/[A-Z]/g)?.length ?? 0) >= 4;
}
