/**
 * @file Demo document → plain text (headings underlined, as in a typed memo) and → CSV (its tables only).
 */
import { AppError } from "../../../../lib/core/errors";
import { plainText } from "./source";
import type { DocumentBlock, DocumentSource } from "./source";

export function renderDocumentText(source: DocumentSource): string {
  const hasTitle = source.blocks.some((block) => block.kind === "heading" && block.level === 1);
  let text = hasTitle ? "" : source.title;
  for (const [i, block] of source.blocks.entries()) {
    // The items of a list stand line under line; everything else is parted by an empty line.
    const tight = block.kind === "item" && source.blocks[i - 1]?.kind === "item";
    text += `${text === "" ? "" : tight ? "\n" : "\n\n"}${renderBlock(block)}`;
  }
  return `${text}\n`;
}

function renderBlock(block: DocumentBlock): string {
  if (block.kind === "heading") {
    const words = plainText(block.inlines);
    return block.level <= 2 ? `${words}\n${(block.level === 1 ? "=" : "-").repeat(words.length)}` : words;
  }
  if (block.kind === "paragraph") return plainText(block.inlines);
  if (block.kind === "item") return `${"  ".repeat(block.depth)}${block.mark ?? "-"} ${plainText(block.inlines)}`;
  return block.rows.map((row) => row.map(plainText).join("\t")).join("\n");
}

/**
 * @throws AppError "eval/bad-input" when the source has no table, or words outside tables that CSV could not hold
 */
export function renderDocumentCsv(source: DocumentSource): string {
  const tables = source.blocks.filter((block) => block.kind === "table");
  if (tables.length !== 1 || source.blocks.length !== 1) {
    throw new AppError("eval/bad-input", `demo source "${source.title}": CSV needs exactly one table and nothing else`);
  }
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => row.map((cell) => csvField(plainText(cell))).join(",")),
  );
  return `${rows.join("\r\n")}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
