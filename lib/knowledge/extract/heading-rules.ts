/**
 * @file Lines that are headings by how they are written, whatever the format: Chinese chapter lines, and the
 * common test whether a short line reads like a title. Layout (size, bold) is judged by the format's extractor.
 */

const NUMERAL = "[一二三四五六七八九十百千零〇两\\d]+";
const CHAPTER = new RegExp(`^第\\s*${NUMERAL}\\s*(编|部分|章|节)(?=\\s|$|[^\\s，。；、的和至到])`);
const SENTENCE_END = /[.!?。！？；;，,]$/;

/** Longest heading in characters; statutes' chapter titles stay below 40, handbooks' below 90. */
const MAX_HEADING_CHARS = 90;
const MAX_CHINESE_HEADING_CHARS = 40;

/**
 * @param line one line, no white space at its ends
 * @returns 2 for 编/部分/章, 3 for 节; null when it is not such a heading (第…条, an article, never is)
 */
export function chineseChapterLevel(line: string): number | null {
  if (line.length > MAX_CHINESE_HEADING_CHARS || /[。；，：:]/.test(line)) return null;
  const match = CHAPTER.exec(line);
  if (!match) return null;
  return match[1] === "节" ? 3 : 2;
}

/** Short, has a letter, one line, and does not end like a sentence. Bold or large lines that pass are headings. */
export function readsLikeHeading(line: string): boolean {
  if (line.length > MAX_HEADING_CHARS || line.includes("\n")) return false;
  return /\p{L}/u.test(line) && !SENTENCE_END.test(line);
}

/** First line of a statute's article: 第…条. */
export const ARTICLE_START = new RegExp(`^第\\s*${NUMERAL}\\s*条(之${NUMERAL})?(?=[\\s　:：【（(]|$)`);
