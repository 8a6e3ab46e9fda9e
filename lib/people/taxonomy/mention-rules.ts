/**
 * @file When a name found in a text is a mention of the skill: whole words only, "C" not in "C++", "Go" not in "Go to",
 * 会计 not in 社会计划. The rules look at the writing around the name, never at meaning.
 */
import { isWordChar } from "./fold";
import { CUE_AFTER, CUE_BEFORE, ORDINARY_WORDS, WRITTEN_SO } from "./ordinary-words";

/** sure: counts · doubtful: counts only beside a sure mention in a list · none: is something else. */
export type Verdict = "sure" | "doubtful" | "none";

const HAN = /\p{Script=Han}/u;

/** @param start first unit of the name in the text; @param end behind its last */
export function judgeMention(text: string, start: number, end: number): Verdict {
  if (!hasWordBounds(text, start, end)) return "none";
  const name = text.slice(start, end);
  if (HAN.test(name)) return name.length > 4 || keepsWords(text, start, end) ? "sure" : "none";
  if (/^[a-z]{1,2}$/iu.test(name)) return judgeShort(text, start, end);
  const writing = WRITTEN_SO.get(name.toLowerCase());
  if (writing && !writing.test(name)) return hasCue(text, start, end) ? "sure" : "doubtful";
  return ORDINARY_WORDS.has(name.toLowerCase()) ? judgeOrdinary(text, start, end) : "sure";
}

/** No letter or digit touches the name; "+" and "#" belong to it, and so does ".js". */
export function hasWordBounds(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (isWordChar(text.charAt(start)) && isWordChar(before)) return false;
  if (text.charAt(start) === "." && isWordChar(before)) return false;
  if (!isWordChar(text.charAt(end - 1)) && !/[+#]/.test(text.charAt(end - 1))) return true;
  if (isWordChar(after) || after === "+" || after === "#") return false;
  return !(after === "." && /^\.(?:js|net)\b/iu.test(text.slice(end, end + 5)));
}

/** One or two letters (C, R, Go, QA): only as written in capitals, and a single letter only where a list or a cue shows it. */
function judgeShort(text: string, start: number, end: number): Verdict {
  const name = text.slice(start, end);
  if (name === name.toLowerCase() || /^[&'’.]\s?\p{L}/u.test(text.slice(end, end + 3)) || /[&'’]\s?$/u.test(text.slice(start - 2, start))) return "none";
  if (hasCue(text, start, end)) return "sure";
  if (name.length === 1) return "doubtful";
  if (name === name.toUpperCase()) return "sure";
  return judgeOrdinary(text, start, end);
}

/** "Excel" inside a sentence or a list, never as its first word before a small one. */
function judgeOrdinary(text: string, start: number, end: number): Verdict {
  if (hasCue(text, start, end)) return "sure";
  const first = text.charAt(start);
  if (first !== first.toUpperCase()) return "doubtful";
  const isListed = /(?:^|[,;:|/•·、，；：（(\n])\s*$/u.test(text.slice(Math.max(0, start - 6), start));
  const isEnded = /^\s*(?:$|[,;|/•·、，；。）)\n])/u.test(text.slice(end, end + 4));
  if (isListed && isEnded) return "sure";
  return /[\p{Ll}\p{Script=Han}][,]?\s?$/u.test(text.slice(Math.max(0, start - 3), start)) ? "sure" : "doubtful";
}

const hasCue = (text: string, start: number, end: number): boolean =>
  CUE_AFTER.test(text.slice(end, end + 16)) || CUE_BEFORE.test(text.slice(Math.max(0, start - 20), start));

/** What may stand between two entries of one list. */
const LIST_GAP = /^(?:\s*[,;/|•·、，；()（）&+]\s*|\s+(?:and|or|&)\s+|\s*[和及与或]\s*){1,2}$/iu;

/** @param gap the text between two names */
export const isListGap = (gap: string): boolean => gap.length <= 8 && LIST_GAP.test(gap);

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Short Chinese names: no word may begin outside and end inside, or the other way round (社会|计划 holds no 会计). */
function keepsWords(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 10);
  for (const { index, segment } of words.segment(text.slice(from, end + 10))) {
    const wordStart = from + index;
    const wordEnd = wordStart + segment.length;
    if (wordStart < start && wordEnd > start && wordEnd < end) return false;
    if (wordStart > start && wordStart < end && wordEnd > end) return false;
  }
  return true;
}
