/**
 * @file HTML → blocks: headings, paragraphs, list items, table rows, code. Used for HTML files, for HTML inside
 * Markdown and for what mammoth makes of DOCX. Scripts, styles, navigation and hidden elements are dropped.
 */
import { parseDocument } from "htmlparser2";
import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { readsLikeHeading } from "./heading-rules";
import type { NewBlock } from "./document-builder";
import { removeUnseen, type Unseen } from "./html-visible";
import { MAX_HTML_DEPTH } from "./limits";
import { cleanCharacters, toCodeLines, toLines } from "./whitespace";

export interface HtmlBlocks {
  readonly blocks: readonly NewBlock[];
  /** Text of <title>, if any. */
  readonly title: string | null;
  readonly warnings: readonly string[];
  /** Text that a reader of the page does not see; it is in no block. */
  readonly unseen: Unseen;
}

const DROPPED = new Set(
  "script style nav template noscript iframe object svg canvas button select option input textarea audio video map head dialog".split(" "),
);
const BLOCKS = new Set(
  ("address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer form header hr " +
    "html legend main p section summary caption thead tbody tfoot").split(" "),
);
const HEADING = /^h([1-6])$/;
/** Elements of a cell that make it a piece of page layout rather than data. */
const LAYOUT_CELL = /^(ul|ol|h[1-6]|table)$/;
/** A row whose cell has more paragraphs than this is a layout table, read cell by cell. */
const MAX_CELL_PARAGRAPHS = 2;

/**
 * @param html a whole page or a fragment, entities not yet decoded
 * @param headingLevel level of the heading above the fragment, 0–6; bold lines are ranked below it
 */
export function htmlToBlocks(html: string, headingLevel = 0): HtmlBlocks {
  const root = parseDocument(html, { decodeEntities: true });
  const unseen = removeUnseen(root.children);
  const walker = new BlockWalker(headingLevel);
  walker.walkAll(root.children, 0);
  walker.flush();
  const warnings = walker.tooDeep
    ? [`Parts of the page are nested more than ${MAX_HTML_DEPTH} elements deep and were left out.`]
    : [];
  return { blocks: walker.blocks, title: findTitle(root.children), warnings, unseen };
}

interface ListState {
  readonly ordered: boolean;
  next: number;
}

class BlockWalker {
  readonly blocks: NewBlock[] = [];
  tooDeep = false;
  #inline = "";
  #boldChars = 0;
  #bold = 0;
  #lists: ListState[] = [];
  /** Marker of a list item whose first line has not been written yet. */
  #marker: string | null = null;
  #headingLevel: number;

  constructor(headingLevel: number) {
    this.#headingLevel = headingLevel;
  }

  walkAll(nodes: readonly AnyNode[], depth: number): void {
    if (depth > MAX_HTML_DEPTH) {
      this.tooDeep = true;
      return;
    }
    for (const node of nodes) {
      if (isText(node)) this.#text(node.data);
      else if (isTag(node)) this.#element(node, depth);
    }
  }

  /** Ends the present paragraph. A paragraph that is bold as a whole and short is a heading below the last real one. */
  flush(): void {
    const text = toLines(this.#inline);
    const allBold = this.#boldChars > 0 && this.#boldChars >= text.replace(/\s/g, "").length;
    this.#inline = "";
    this.#boldChars = 0;
    if (text === "") return;
    if (this.#lists.length > 0) {
      this.#listText(text);
    } else if (allBold && readsLikeHeading(text)) {
      this.blocks.push({ kind: "heading", level: Math.min(6, this.#headingLevel + 1), text });
    } else {
      this.blocks.push({ kind: "paragraph", text });
    }
  }

  #listText(text: string): void {
    const indent = 2 * (this.#lists.length - 1);
    const marker = this.#marker;
    this.#marker = null;
    if (marker !== null) this.blocks.push({ kind: "list_item", text: `${marker} ${text}`, indent });
    else this.blocks.push({ kind: "paragraph", text, indent: indent + 2, tight: true });
  }

  #text(data: string): void {
    // In the source a line break is a space; only <br> ends a line. Two Chinese characters are joined without it.
    const clean = cleanCharacters(data).replace(/(?<=\p{Script=Han}|[。，；：、])\s*\n\s*(?=\p{Script=Han})/gu, "");
    const text = clean.replace(/\s+/g, " ");
    this.#inline += text;
    if (this.#bold > 0) this.#boldChars += text.replace(/\s/g, "").length;
  }

  #element(element: Element, depth: number): void {
    const name = element.name;
    if (DROPPED.has(name) || isHidden(element)) return;
    const heading = HEADING.exec(name);
    if (heading) this.#heading(element, Number(heading[1]));
    else if (name === "br") this.#inline += "\n";
    else if (name === "pre") this.#code(element);
    else if (name === "table") this.#table(element, depth);
    else if (name === "ul" || name === "ol" || name === "menu") this.#list(element, depth);
    else if (name === "li") this.#item(element, depth);
    else if (BLOCKS.has(name)) this.#block(element, depth);
    else if (name === "b" || name === "strong") this.#boldRun(element, depth);
    else this.walkAll(element.children, depth + 1);
  }

  #boldRun(element: Element, depth: number): void {
    this.#bold++;
    this.walkAll(element.children, depth + 1);
    this.#bold--;
  }

  #block(element: Element, depth: number): void {
    this.flush();
    this.walkAll(element.children, depth + 1);
    this.flush();
  }

  #heading(element: Element, level: number): void {
    this.flush();
    const text = oneLine(element);
    if (text === "") return;
    this.#headingLevel = level;
    this.blocks.push({ kind: "heading", level, text });
  }

  #code(element: Element): void {
    this.flush();
    const text = toCodeLines(plainText(element, 0));
    if (text !== "") this.blocks.push({ kind: "code", text });
  }

  #list(element: Element, depth: number): void {
    this.flush();
    const start = Number(element.attribs.start ?? "1");
    this.#lists.push({ ordered: element.name === "ol", next: Number.isInteger(start) ? start : 1 });
    this.walkAll(element.children, depth + 1);
    this.flush();
    this.#lists.pop();
    this.#marker = null;
  }

  #item(element: Element, depth: number): void {
    this.flush();
    const list = this.#lists.at(-1);
    if (!list) return this.#block(element, depth);
    this.#marker = list.ordered ? `${list.next++}.` : "-";
    this.walkAll(element.children, depth + 1);
    this.flush();
    this.#marker = null;
  }

  #table(table: Element, depth: number): void {
    this.flush();
    if (depth > MAX_HTML_DEPTH) {
      this.tooDeep = true;
      return;
    }
    for (const child of table.children) {
      if (!isTag(child) || isHidden(child)) continue;
      if (child.name === "tr") this.#row(child, depth + 1);
      else if (/^(thead|tbody|tfoot)$/.test(child.name)) this.#table(child, depth + 1);
      else this.#block(child, depth + 1); // <caption>, or markup that should not be here
    }
  }

  #row(row: Element, depth: number): void {
    const cells = row.children.filter(isTag).filter((cell) => /^t[dh]$/.test(cell.name) && !isHidden(cell));
    if (cells.some(isLayoutCell)) {
      for (const cell of cells) this.#block(cell, depth + 1);
      return;
    }
    const texts = cells.map(oneLine).filter((text) => text !== "");
    if (texts.length > 0) this.blocks.push({ kind: "table_row", text: texts.join(" | ") });
  }
}

function isLayoutCell(cell: Element): boolean {
  const children = cell.children.filter(isTag);
  return (
    children.some((child) => LAYOUT_CELL.test(child.name)) ||
    children.filter((child) => child.name === "p" && oneLine(child) !== "").length > MAX_CELL_PARAGRAPHS
  );
}

function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined || element.attribs["aria-hidden"] === "true") return true;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function oneLine(element: Element): string {
  return cleanCharacters(plainText(element, 0)).replace(/\s+/g, " ").trim();
}

/** Text of an element; block children are kept apart by a space. */
function plainText(node: AnyNode, depth: number): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || depth > MAX_HTML_DEPTH || DROPPED.has(node.name) || isHidden(node)) return "";
  if (node.name === "br") return "\n";
  const text = node.children.map((child) => plainText(child, depth + 1)).join("");
  return BLOCKS.has(node.name) || node.name === "li" ? `\n${text}\n` : text;
}

/** Text of the first <title>, looked for in <html> and <head> only. */
function findTitle(nodes: readonly AnyNode[]): string | null {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === "title") {
      const text = node.children.map((child) => (isText(child) ? child.data : "")).join("");
      return cleanCharacters(text).replace(/\s+/g, " ").trim() || null;
    }
    if (node.name === "html" || node.name === "head") {
      const title = findTitle(node.children);
      if (title !== null) return title;
    }
  }
  return null;
}
