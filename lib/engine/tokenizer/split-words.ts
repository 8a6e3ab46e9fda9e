/**
 * @file Words as BERT's pre-tokenizer sees them: cleaned, lower-cased, accents stripped, every Chinese character and
 * every punctuation mark a word of its own. Agrees with transformers.js' BertNormalizer and BertPreTokenizer, which
 * split the texts when the model serves (tested): a difference would count words that never come.
 */

/** U+4E00–9FFF, extension A and the compatibility ideographs; as transformers.js, none beyond U+FFFF. */
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const EVERY_CHINESE = new RegExp(CHINESE, "g");
/** Control, format, private and unpaired characters vanish, but for the three that are white space. */
const REMOVED = /\ufffd|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const ACCENT = /\p{Mn}/gu;
const PUNCTUATION = "\\p{P}\\u0021-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u007E";
const WORD = new RegExp(`[^\\s${PUNCTUATION}]+|[${PUNCTUATION}]`, "gu");
const SINGLE_MARK = new RegExp(`^[${PUNCTUATION}]$`, "u");
// Most English text: nothing to clean, no accents to strip.
const PLAIN = /^[\t\n\r -~]*$/;

/** @returns words in reading order, never empty ones */
export function splitWords(text: string): string[] {
  return normalize(text).match(WORD) ?? [];
}

function normalize(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.replace(REMOVED, "").replace(EVERY_CHINESE, " $& ").toLowerCase().normalize("NFD").replace(ACCENT, "");
}

/** True for a Chinese character, which is always a word alone. */
export function isChinese(character: string): boolean {
  return CHINESE.test(character);
}

/** True for a character that is always a word alone: Chinese or punctuation. */
export function standsAlone(character: string): boolean {
  return isChinese(character) || SINGLE_MARK.test(character);
}

/**
 * @param counts word → times seen, added to
 */
export function countWords(text: string, counts: Map<string, number>): void {
  for (const word of splitWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
