/**
 * @file How well typed words fit a name: the start of a word before its middle, letters in order before nothing. Works for
 * Latin and Chinese alike. Pure.
 */

/** Accents and case do not matter: "resume" finds "Résumé". */
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

const NAME_START = 95;
const WORD_START = 80;
const INSIDE = 60;
/** At most this much for letters that are only scattered through the name. */
export const IN_ORDER = 40;

/** @returns 0–100 for one typed word in one name; 0: it does not fit */
function wordScore(word: string, name: string): number {
  if (name === word) return 100;
  if (name.startsWith(word)) return NAME_START;
  const at = name.indexOf(word);
  if (at > 0) return /[\p{L}\p{N}]/u.test(name[at - 1] ?? "") && !/\p{Script=Han}/u.test(word) ? INSIDE : WORD_START;
  return inOrder(word, name);
}

/** The letters in order with gaps: fewer gaps, more points; none when the gaps outweigh the letters. */
function inOrder(word: string, name: string): number {
  let from = 0;
  let gaps = 0;
  for (const letter of word) {
    const at = name.indexOf(letter, from);
    if (at < 0) return 0;
    gaps += at - from;
    from = at + letter.length;
  }
  const spread = gaps / word.length;
  return word.length > 1 && spread <= 3 ? IN_ORDER - spread * 5 : 0;
}

/**
 * @param typed words in any order; every one must fit
 * @param names of one thing, the one shown first; the best-fitting name counts
 * @returns 0–100; 0: it does not fit. Nothing typed fits everything alike
 */
export function fuzzyScore(typed: string, names: readonly string[]): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const scores = names.map((name, index) => {
    const each = words.map((word) => wordScore(word, plain(name)));
    return each.includes(0) ? 0 : each.reduce((sum, score) => sum + score, 0) / each.length - index;
  });
  return Math.max(0, ...scores);
}
