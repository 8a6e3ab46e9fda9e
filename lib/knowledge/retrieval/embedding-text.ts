/**
 * @file What is embedded of a passage. Used at indexing and wherever passages are embedded again; changing it means
 * embedding everything anew.
 */
import type { Passage } from "../types";

/** Headings kept, counted from the nearest: outer ones repeat the title. */
const MAX_HEADINGS = 3;

/**
 * Title, headings, then the text itself, so that a passage that says "it" is found by what its heading names.
 * A heading that the text or the title already begins with is not repeated.
 */
export function embeddingText(passage: Pick<Passage, "documentTitle" | "headings" | "text">): string {
  const lead = passage.text.slice(0, 200);
  const lines = [passage.documentTitle, ...passage.headings.slice(-MAX_HEADINGS)];
  const fresh = lines.filter((line, index) => line !== "" && lines.indexOf(line) === index && !lead.includes(line));
  return [fresh.join(" > "), passage.text].filter((part) => part !== "").join("\n");
}
