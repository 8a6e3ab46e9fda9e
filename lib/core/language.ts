/**
 * @file Which language a text is mainly in, and where its Chinese characters are.
 */
import type { Language } from "./types";

/** One CJK ideograph (Unicode script Han). */
export const HAN = /\p{Script=Han}/u;

/**
 * `zh` when at least 15 % of the letters are Han: a Chinese policy with English product names stays Chinese,
 * an English résumé with one Chinese name stays English. Looks at the first 4,000 characters.
 */
export function detectLanguage(text: string): Language {
  let han = 0;
  let letters = 0;
  for (const char of text.slice(0, 4000)) {
    if (HAN.test(char)) han++;
    if (/\p{L}/u.test(char)) letters++;
  }
  return letters > 0 && han / letters >= 0.15 ? "zh" : "en";
}
