/**
 * @file How names are compared: letter by letter in lower case, full width as half width, hyphens and slashes as
 * blanks. Character by character, so that a place in the folded text is the same place in the text.
 */

const BLANK = /[\s\-–—_/·•\u00a0]/u;
const WORD = /[a-z0-9à-öø-ÿ]/iu;

/** What was computed once per UTF-16 unit: texts are read character by character, and these are asked for each. */
const folded = new Map<number, string>();
const wordly = new Map<number, boolean>();

/** @param char one UTF-16 unit; @returns one unit: blanks and joining signs as " ", letters in lower case */
export function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 97 && code <= 122) return char;
  const known = folded.get(code);
  if (known !== undefined) return known;
  const fresh = computeFold(char, code);
  folded.set(code, fresh);
  return fresh;
}

function computeFold(char: string, code: number): string {
  if (BLANK.test(char)) return " ";
  if (code >= 0xff01 && code <= 0xff5e) return foldChar(String.fromCharCode(code - 0xfee0));
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

/** A whole name: folded, blanks single and none at the ends. "Node_JS " → "node js" */
export function foldName(name: string): string {
  return Array.from({ length: name.length }, (_, at) => foldChar(name.charAt(at)))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** Letter or digit of a language that puts blanks between words. Chinese characters are none. */
export function isWordChar(char: string): boolean {
  const code = char.charCodeAt(0);
  if (Number.isNaN(code)) return false;
  const known = wordly.get(code);
  if (known !== undefined) return known;
  const fresh = WORD.test(char);
  wordly.set(code, fresh);
  return fresh;
}
