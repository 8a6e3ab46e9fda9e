/**
 * @file Lines in reading order → blocks in a DocumentBuilder: wrapped lines joined to paragraphs (hyphens at line
 * ends closed up), headings, list items and table rows set apart, paragraphs continued over a page break.
 */
import type { DocumentBuilder } from "../document-builder";
import { joinHyphen } from "./hyphens";
import type { LayoutLine, PageLayout } from "./geometry";
import { headingLevel, isListItem, type BodyStyle } from "./line-kinds";

const HAN_END = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]$/;
const HAN_START = /^[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;
const SENTENCE_END = /[.!?:;。！？：；]["'”’」』）)]*$/;
/** A paragraph ends where the step to the next line exceeds the usual one by this factor. */
const PARAGRAPH_STEP = 1.3;
const CUT_WORD = /\p{Ll}-$/u;
const NARROW_CHARS = 36;
/** The line cannot end an entry: a comma, an open bracket, a hyphen or a word that needs another. */
const OPEN_END = /(?:[,(&/–—-]|\b(?:and|or|of|the|a|an|in|for|to|with|at|by|from|on|as))$/;
/** A line is full when the next word would not have fitted: room left, in font sizes, that never counts as full. */
const ALWAYS_FULL = 0.5;

/** @param pages without furniture; @param words every word of the document, lower case */
export function writeBlocks(
  builder: DocumentBuilder,
  pages: readonly PageLayout[],
  { body, words }: { body: BodyStyle; words: ReadonlySet<string> },
): void {
  let above: { line: LayoutLine; level: number | null } | null = null;
  for (const page of pages) {
    let first = true;
    for (const [i, line] of page.lines.entries()) {
      const level = headingLevel(line, body, { before: page.lines[i - 1], next: page.lines[i + 1] });
      const joins =
        above !== null && (first ? continuesOverPage(above, line, level) : continues(above, { line, level }, body));
      const lastText = above?.line.text ?? "";
      if (joins) {
        const glue = joinHyphen(lastText, line.text, words);
        if (glue.dropHyphen) builder.dropLast(1);
        const start = builder.extend(glue.dropHyphen ? "" : glueOf(lastText, line.text), line.text);
        if (first) builder.startPage(page.page, start);
      } else {
        const tight: boolean = !first && above !== null && isTight(above.line, line, body) && above.level === null;
        if (first) builder.startPageWithNextBlock(page.page);
        builder.add(toBlock(line, level, tight));
      }
      above = { line, level };
      first = false;
    }
    if (first) builder.startPage(page.page);
  }
}

function toBlock(line: LayoutLine, level: number | null, tight: boolean) {
  if (level !== null) return { kind: "heading", level, text: line.text } as const;
  if (line.cells > 1) return { kind: "table_row", text: line.text } as const;
  if (isListItem(line)) return { kind: "list_item", text: line.text } as const;
  return { kind: "paragraph", text: line.text, tight } as const;
}

/** Nothing between Chinese characters or behind a hyphen or slash, else a space. */
function glueOf(above: string, below: string): string {
  if (HAN_END.test(above) && HAN_START.test(below)) return "";
  return /(?:[\p{L}\d][-/]|[–—])$/u.test(above) ? "" : " ";
}

function isTight(above: LayoutLine, line: LayoutLine, body: BodyStyle): boolean {
  const step = (line.baseline - above.lastBaseline) / Math.max(line.size, above.size);
  return above.region === line.region && step > 0 && step <= PARAGRAPH_STEP * body.leading;
}

/** The line goes on with the block of the line above it. */
function continues(
  above: { line: LayoutLine; level: number | null },
  { line, level }: { line: LayoutLine; level: number | null },
  body: BodyStyle,
): boolean {
  const last = above.line;
  if (last.region !== line.region || last.cells > 1 || line.cells > 1) return false;
  if (!isTight(last, line, body) || isListItem(line)) return false;
  if (above.level !== null || level !== null) {
    // A heading that was too long for one line.
    return above.level === level && last.size === line.size && level !== null && !fitsBehind(last, line);
  }
  if (Math.abs(last.size - line.size) > 0.15 * last.size) return false;
  if (CUT_WORD.test(last.text) && startsLower(line)) return true;
  if (fitsBehind(last, line)) return startsLower(line) && /[\p{Ll},，、(-]$/u.test(last.text) && last.text.length > 40;
  // In a narrow column of Latin text most lines look full: a capital there starts a new entry of a list.
  if (isNarrow(last) && !startsLower(line) && !OPEN_END.test(last.text) && !SENTENCE_END.test(last.text)) return false;
  // A first line that is set in starts a paragraph, unless the line above it is a list item with a hanging indent.
  const indented = line.x - last.x > line.size && !isListItem(last);
  return !(indented && SENTENCE_END.test(last.text));
}

/** Fewer than so many characters to the column's right edge. */
function isNarrow(line: LayoutLine): boolean {
  return line.text.length < NARROW_CHARS && !HAN_END.test(line.text);
}

/** The first word of `line` would have fitted behind `last`: the author ended the line there. */
function fitsBehind(last: LayoutLine, line: LayoutLine): boolean {
  const room = last.regionRight - last.right;
  if (room <= ALWAYS_FULL * last.size) return false;
  const word = HAN_START.test(line.text) ? 1 : (/^\S+/.exec(line.text)?.[0].length ?? 0) + 1;
  return room > (word / Math.max(1, line.text.length)) * (line.right - line.x) + 0.2 * last.size;
}

function continuesOverPage(
  above: { line: LayoutLine; level: number | null },
  line: LayoutLine,
  level: number | null,
): boolean {
  const last = above.line;
  if (above.level !== null || level !== null || last.cells > 1 || line.cells > 1 || isListItem(line)) return false;
  if (SENTENCE_END.test(last.text) || Math.abs(last.size - line.size) > 0.15 * last.size) return false;
  const full = last.regionRight - last.right < 4 * last.size && last.text.length > 15;
  return full && (startsLower(line) || (HAN_END.test(last.text) && HAN_START.test(line.text)));
}

function startsLower(line: LayoutLine): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(line.text);
}
