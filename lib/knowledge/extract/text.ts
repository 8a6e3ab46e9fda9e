/**
 * @file Plain text in any common encoding → paragraphs, lists and headings by how the lines look.
 */
import { decodeText } from "./decode";
import { DocumentBuilder } from "./document-builder";
import type { Extractor } from "./extractor";
import { invisibleCharacterWarnings } from "./hidden-text";
import { linesToBlocks } from "./text-lines";
import { titleFromFileName } from "./title";
import { cleanCharacters } from "./whitespace";

/** Title: a heading on the first line, else the file name. */
export const extractText: Extractor = async (bytes, fileName) => {
  const decoded = decodeText(bytes);
  const builder = new DocumentBuilder();
  for (const block of linesToBlocks(cleanCharacters(decoded.text))) builder.add(block);
  const draft = builder.build(null, [...decoded.warnings, ...invisibleCharacterWarnings(decoded.text)]);
  const first = draft.blocks[0];
  const title = first?.kind === "heading" ? draft.text.slice(first.start, first.end) : titleFromFileName(fileName);
  return { ...draft, title };
};
