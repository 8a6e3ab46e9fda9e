/**
 * @file DocumentBuilder: blocks in reading order → text with exact offsets. Every extractor writes through it, so
 * the offsets of blocks and pages are right by construction. Does not tidy text; the caller does (whitespace.ts).
 */
import { AppError } from "../../core/errors";
import { detectLanguage } from "../../core/language";
import type { Block, ExtractedDocument, PageSpan } from "../types";
import { MAX_TEXT_CHARS } from "./limits";

export interface NewBlock {
  readonly kind: Block["kind"];
  /** 1–6; headings only. */
  readonly level?: number;
  /** Must have no white space at its ends; an empty text adds nothing. */
  readonly text: string;
  /** Spaces before it on its line: nesting of a list item. */
  readonly indent?: number;
  /** One line end before it instead of an empty line. List items and table rows always stand tight. */
  readonly tight?: boolean;
}

export class DocumentBuilder {
  #parts: string[] = [];
  #length = 0;
  #blocks: Block[] = [];
  #nextPage: number | null = null;
  #pageStarts: { page: number; start: number }[] = [];

  /** Length of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** @returns offset of the block's first character, or null when its text was empty */
  add(block: NewBlock): number | null {
    if (block.text === "") return null;
    const page = this.#nextPage;
    this.#nextPage = null;
    const before = this.#blocks.at(-1);
    if (before) this.#push(isTight(before.kind, block) ? "\n" : "\n\n");
    this.#push(" ".repeat(block.indent ?? 0));
    const start = this.#length;
    if (page !== null) this.startPage(page, start);
    this.#push(block.text);
    const level = block.kind === "heading" ? Math.min(6, Math.max(1, block.level ?? 1)) : null;
    this.#blocks.push({ kind: block.kind, level, start, end: this.#length });
    return start;
  }

  /** Continues the last block: `glue` (a space or nothing) and `text`. @returns offset of `text` */
  extend(glue: string, text: string): number {
    const last = this.#blocks.at(-1);
    if (!last) throw new AppError("internal/broken-assumption", "extend before the first block");
    this.#push(glue);
    const start = this.#length;
    this.#push(text);
    this.#blocks[this.#blocks.length - 1] = { ...last, end: this.#length };
    return start;
  }

  /** Takes back the last characters of the last block (a hyphen that a line break made). */
  dropLast(count: number): void {
    const last = this.#blocks.at(-1);
    const part = this.#parts.at(-1);
    if (!last || !part || part.length < count) {
      throw new AppError("internal/broken-assumption", `cannot take back ${count} characters`);
    }
    this.#parts[this.#parts.length - 1] = part.slice(0, part.length - count);
    this.#length -= count;
    this.#blocks[this.#blocks.length - 1] = { ...last, end: this.#length };
  }

  /** `page` starts with the first character of the next block. */
  startPageWithNextBlock(page: number): void {
    this.#nextPage = page;
  }

  /** From here on, text belongs to `page` (1-based, rising); its span starts at `start` (default: now). */
  startPage(page: number, start = this.#length): void {
    this.#pageStarts.push({ page, start });
  }

  /** @param title shown name of the document; @param warnings one sentence each, for the uploader */
  build(title: string | null, warnings: readonly string[] = []): ExtractedDocument {
    const text = this.#parts.join("");
    return { text, title, language: detectLanguage(text), pages: this.#pages(), blocks: this.#blocks, warnings };
  }

  #push(part: string): void {
    if (part === "") return;
    this.#length += part.length;
    if (this.#length > MAX_TEXT_CHARS) {
      throw new AppError("document/too-large", `extracted text exceeds ${MAX_TEXT_CHARS} characters`);
    }
    this.#parts.push(part);
  }

  /** Page spans join without a gap and cover the text from 0 to its end; a page without text has an empty span. */
  #pages(): PageSpan[] {
    return this.#pageStarts.map(({ page, start }, i) => ({
      page,
      start: i === 0 ? 0 : start,
      end: this.#pageStarts[i + 1]?.start ?? this.#length,
    }));
  }
}

function isTight(previous: Block["kind"], next: NewBlock): boolean {
  if (next.tight) return true;
  return previous === next.kind && (next.kind === "list_item" || next.kind === "table_row");
}
