/**
 * @file Blocks → sections: a heading with what follows it up to the next heading of any level, and the path of
 * headings that leads there.
 */
import type { Block, ExtractedDocument } from "../types";

export interface Section {
  /** Level of its heading; 0 for text before the first heading. */
  readonly level: number;
  /** From the outermost heading to its own. */
  readonly headings: readonly string[];
  /** Its heading first (where it has one), then its body, in order. */
  readonly blocks: readonly Block[];
}

/** @returns sections in order; a heading without a body is joined to a neighbour, so none is a bare heading unless all is */
export function toSections(document: ExtractedDocument): Section[] {
  const sections: { level: number; headings: string[]; blocks: Block[] }[] = [];
  const path: { level: number; text: string }[] = [];
  for (const block of blocksOf(document)) {
    if (block.kind === "heading") {
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, text: document.text.slice(block.start, block.end) });
      sections.push({ level, headings: path.map((entry) => entry.text), blocks: [block] });
    } else {
      if (sections.length === 0) sections.push({ level: 0, headings: [], blocks: [] });
      sections.at(-1)?.blocks.push(block);
    }
  }
  return joinBareHeadings(sections);
}

/** A document without blocks is one paragraph. */
function blocksOf(document: ExtractedDocument): readonly Block[] {
  if (document.blocks.length > 0 || document.text === "") return document.blocks;
  return [{ kind: "paragraph", level: null, start: 0, end: document.text.length }];
}

/** A bare heading goes in front of the next section, unless that one climbs above it: then behind the one before. */
function joinBareHeadings(sections: readonly Section[]): Section[] {
  const joined: Section[] = [];
  let pending: Section | null = null;
  for (const section of sections) {
    let current: Section = section;
    if (pending !== null) {
      if (section.level >= pending.level) {
        current = { ...section, blocks: [...pending.blocks, ...section.blocks] };
      } else {
        appendTo(joined, pending);
      }
      pending = null;
    }
    const bare = current.blocks.every((block) => block.kind === "heading");
    if (bare) pending = { ...current, level: Math.min(current.level, section.level) };
    else joined.push(current);
  }
  if (pending !== null) appendTo(joined, pending);
  return joined;
}

function appendTo(sections: Section[], bare: Section): void {
  const last = sections.at(-1);
  if (last) sections[sections.length - 1] = { ...last, blocks: [...last.blocks, ...bare.blocks] };
  else sections.push(bare);
}
