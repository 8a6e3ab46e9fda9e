/**
 * @file headLines: the lines that may say who a résumé is about: those above the first section, or, where a sidebar
 * comes first in the text, those at the largest heading.
 */
import type { ExtractedDocument } from "../../knowledge/types";
import { toLines, type Line } from "./lines";
import { sectionName } from "./section-names";
import type { Section } from "./sections";

const MAX_HEAD_LINES = 12;
const MAX_ZONE_CHARS = 300;

/** @returns the likeliest lines first */
export function headLines(document: ExtractedDocument, sections: readonly Section[]): Line[] {
  const top = (sections[0]?.lines ?? []).slice(0, MAX_HEAD_LINES);
  const main = document.blocks.find((block) => block.level === 1 && !sectionName(document.text.slice(block.start, block.end))?.isExact);
  // Only in a PDF does a level mean size; elsewhere the name, if it is a heading, comes first anyway.
  if (!main || document.pages.length === 0 || top.some((line) => line.start <= main.start && main.start < line.end)) return top;
  const lines = toLines(document);
  const zone: Line[] = [];
  for (const line of lines.filter((one) => one.start >= main.start && one.start < main.end + MAX_ZONE_CHARS)) {
    if (zone.length > 0 && (sectionName(line.text)?.isExact || (line.level ?? 0) > 2)) break;
    zone.push(line);
  }
  return [...zone, ...top];
}
