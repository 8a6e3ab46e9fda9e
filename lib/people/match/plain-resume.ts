/**
 * @file Plain résumé: a text without a file (a line of JSON, a text field) → a document, as if it had come in as a file
 * of its own. Markdown when it has marked headings, else plain text.
 */
import { extractDocument } from "../../knowledge/extract/extract-document";
import type { ExtractedDocument } from "../../knowledge/types";

/** Characters that people draw bullets with; Markdown only knows hyphens. */
const DRAWN_BULLET = /^([^\S\n]*)[•●▪◦○■□➢►✓✔](?=[^\S\n]*\S)/gm;

/** @returns a document with nothing in it for a text without a letter */
export async function readPlainResume(text: string): Promise<ExtractedDocument> {
  if (!/\p{L}/u.test(text)) return { text, title: null, language: "en", pages: [], blocks: [], warnings: [] };
  const isMarkdown = /^#{1,6}\s+\S/m.test(text);
  // A sign for a sign, so that offsets stay those of the text that was given.
  const source = isMarkdown ? text.replace(DRAWN_BULLET, "$1-") : text;
  return extractDocument(new TextEncoder().encode(source), isMarkdown ? "resume.md" : "resume.txt");
}
