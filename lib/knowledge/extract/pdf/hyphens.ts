/**
 * @file A hyphen at a line's end: part of the word ("full-time") or made by the line break ("employ-ment")? The
 * document's own words decide.
 */
import type { LayoutLine } from "./geometry";

/** Every word of the lines, lower case, hyphenated ones also as a whole; words cut by a line end are left out. */
export function collectWords(lines: readonly LayoutLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const whole = line.text.replace(/[\p{L}\d-]+-$/u, "");
    for (const match of whole.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)) {
      const word = match[0].toLowerCase();
      words.add(word);
      if (word.includes("-")) for (const part of word.split("-")) words.add(part);
    }
  }
  return words;
}

/**
 * @param above text that may end with a hyphen; @param below text that follows it
 * @param words of the document, lower case
 */
export function joinHyphen(above: string, below: string, words: ReadonlySet<string>): { dropHyphen: boolean } {
  const head = /(\p{L}{2,})-$/u.exec(above)?.[1]?.toLowerCase();
  const tail = /^\p{Ll}+/u.exec(below)?.[0];
  if (!head || !tail) return { dropHyphen: false };
  if (words.has(`${head}-${tail}`)) return { dropHyphen: false };
  if (words.has(head + tail)) return { dropHyphen: true };
  return { dropHyphen: !(words.has(head) && (words.has(tail) || head.length >= 4)) };
}
