/**
 * @file Markdown (CommonMark + GitHub extensions) → readable text without markup, with blocks. Links keep their
 * label, tables become one row per line, HTML inside becomes what it shows.
 */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Nodes, Paragraph, RootContent, Table } from "mdast";
import { decodeText } from "./decode";
import { DocumentBuilder } from "./document-builder";
import type { Extractor } from "./extractor";
import { ARTICLE_START, chineseChapterLevel, readsLikeHeading } from "./heading-rules";
import { invisibleCharacterWarnings } from "./hidden-text";
import { htmlToBlocks } from "./html-blocks";
import { inlineText } from "./markdown-inline";
import { prepareMarkdown } from "./markdown-source";
import { titleFromFileName } from "./title";
import { cleanCharacters, toCodeLines, toLines } from "./whitespace";

/** Title: first level-1 heading, else front matter, else the file name. */
export const extractMarkdown: Extractor = async (bytes, fileName) => {
  const decoded = decodeText(bytes);
  const source = prepareMarkdown(cleanCharacters(decoded.text));
  const tree = fromMarkdown(source.body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const writer = new MarkdownWriter(source.body);
  writer.writeAll(tree.children, { indent: 0 });
  const firstHeading = writer.builder.blocks.find((block) => block.level === 1);
  const draft = writer.builder.build(null, [...decoded.warnings, ...invisibleCharacterWarnings(decoded.text)]);
  const h1 = firstHeading ? draft.text.slice(firstHeading.start, firstHeading.end) : null;
  return { ...draft, title: h1 ?? source.title ?? titleFromFileName(fileName), ...(Object.keys(source.fields).length > 0 ? { frontMatter: source.fields } : {}) };
};

interface Context {
  readonly indent: number;
  /** Written before the next line: "-", "3." */
  readonly marker?: string;
}

class MarkdownWriter {
  readonly builder = new DocumentBuilder();
  #headingLevel = 0;

  constructor(private readonly source: string) {}

  writeAll(nodes: readonly RootContent[], context: Context): void {
    let marker = context.marker;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (!node) continue;
      if (node.type === "html") {
        i = this.#html(nodes, i);
        continue;
      }
      const before = this.builder.length;
      this.#write(node, { indent: context.indent, ...(marker === undefined ? {} : { marker }) });
      if (this.builder.length > before) marker = undefined;
    }
  }

  #write(node: RootContent, context: Context): void {
    // Thematic breaks and link definitions show nothing.
    if (node.type === "heading") this.#heading(node.depth, inlineText(node));
    else if (node.type === "paragraph") this.#paragraph(node, context);
    else if (node.type === "list") this.#list(node, context);
    else if (node.type === "table") this.#table(node);
    else if (node.type === "code") this.builder.add({ kind: "code", text: toCodeLines(node.value) });
    else if (node.type === "blockquote") this.writeAll(node.children, { indent: context.indent });
    else if (node.type === "footnoteDefinition") this.writeAll(node.children, { indent: 0, marker: `[${node.label ?? node.identifier}]` });
  }

  #table(table: Table): void {
    for (const row of table.children) {
      const cells = row.children.map((cell) => toLines(inlineText(cell)).replace(/\n/g, " "));
      this.builder.add({ kind: "table_row", text: cells.filter((cell) => cell !== "").join(" | ") });
    }
  }

  #heading(level: number, raw: string): void {
    const text = toLines(raw).replace(/\n/g, " ");
    if (text === "") return;
    this.#headingLevel = level;
    this.builder.add({ kind: "heading", level, text });
  }

  #paragraph(node: Paragraph, context: Context): void {
    const text = toLines(inlineText(node));
    if (text === "") return;
    const { indent, marker } = context;
    if (marker !== undefined) {
      const kind = marker.startsWith("[") ? "paragraph" : "list_item";
      this.builder.add({ kind, text: `${marker} ${text}`, indent });
    } else if (indent > 0) {
      this.builder.add({ kind: "paragraph", text, indent, tight: true });
    } else {
      const level = this.#writtenAsHeading(node, text);
      this.builder.add(level === null ? { kind: "paragraph", text } : { kind: "heading", level, text });
    }
  }

  /** Level of a paragraph that stands for a heading: bold as a whole, or a Chinese chapter line; else null. */
  #writtenAsHeading(node: Paragraph, text: string): number | null {
    const chapter = chineseChapterLevel(text);
    if (chapter !== null) {
      this.#headingLevel = chapter;
      return chapter;
    }
    const allBold = node.children.every((child) => child.type === "strong" || isBlank(child));
    if (!allBold || !readsLikeHeading(text) || ARTICLE_START.test(text)) return null;
    return Math.min(6, this.#headingLevel + 1);
  }

  #list(list: Extract<RootContent, { type: "list" }>, context: Context): void {
    const indent = context.indent + (context.marker === undefined ? 0 : 2);
    let number = list.start ?? 1;
    for (const item of list.children) {
      const marker = list.ordered ? `${number++}.` : "-";
      const [first, ...rest] = item.children;
      if (!first) continue;
      this.writeAll([first], { indent, marker });
      this.writeAll(rest, { indent: indent + 2 });
    }
  }

  /**
   * HTML from node `i` on; a <table> that blank lines cut into several nodes is read as one.
   * @returns index of the last node used
   */
  #html(nodes: readonly RootContent[], i: number): number {
    let last = i;
    const start = nodes[i]?.position?.start.offset ?? 0;
    const sliceTo = (index: number) => this.source.slice(start, nodes[index]?.position?.end.offset ?? start);
    while (last + 1 < nodes.length && countOpen(sliceTo(last), "table") > 0) last++;
    for (const block of htmlToBlocks(sliceTo(last), this.#headingLevel).blocks) this.builder.add(block);
    return last;
  }
}

function countOpen(html: string, tag: string): number {
  const opened = html.match(new RegExp(`<${tag}[\\s>]`, "gi"))?.length ?? 0;
  const closed = html.match(new RegExp(`</${tag}\\s*>`, "gi"))?.length ?? 0;
  return opened - closed;
}

function isBlank(node: Nodes): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}
