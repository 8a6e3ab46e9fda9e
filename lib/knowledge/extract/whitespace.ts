/**
 * @file White space and invisible characters: one rule for every format. Letters and punctuation are never changed,
 * so that a quote reads as the author wrote it.
 */

/** Soft hyphen, zero-width space and joiners, direction marks, BOM, word joiner, replacement of nothing visible. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Characters that spell ASCII but are shown by nothing. */
const TAGS = /[\u{E0000}-\u{E007F}]/gu;
/** C0 and C1 control characters except tab, line feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;
/** Characters between which a line break in the source is no word break: Han, kana, CJK and full-width punctuation. */
const CJK = "[\\u2E80-\\u303F\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF]";
const BREAK_IN_CJK = new RegExp(`(?<=${CJK})[ \\t]*\\n[ \\t]*(?=${CJK})`, "g");
const SPACES = /[^\S\n]+/g;

/** Removes invisible and control characters; every line end becomes "\n". A form feed counts as a line end. */
export function cleanCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(TAGS, "")
    .replace(CONTROL, "");
}

/** One line: every run of white space becomes one space; a break between two Chinese characters becomes nothing. */
export function toOneLine(text: string): string {
  return cleanCharacters(text).replace(BREAK_IN_CJK, "").replace(/\s+/g, " ").trim();
}

/** Keeps line breaks, tidies each line, drops blank lines. */
export function toLines(text: string): string {
  return cleanCharacters(text)
    .split("\n")
    .map((line) => line.replace(SPACES, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Code keeps its indentation; only line ends, control characters and blank lines around it are tidied. */
export function toCodeLines(text: string): string {
  return cleanCharacters(text)
    .replace(/[^\S\n]+$/gm, "")
    .replace(/^\n+|\s+$/g, "");
}
