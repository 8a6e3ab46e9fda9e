/**
 * @file Do two questions ask the same? Careful on purpose: merging two questions that differ loses one of them, missing a
 * paraphrase only leaves two items. So: the same words, or near in meaning and mostly the same words, and never when a number,
 * a place, a name or a denial differs.
 */
import { normalise, stem } from "../../knowledge/lexical/normalise";

/**
 * Cosine from which two questions may be the same. @source measured on the demo company's 286 dev questions (24,795 pairs
 * of one language, models/base): the nearest two that ask different things have .69
 */
const NEAR_COSINE = 0.8;
/** Share of the rarer question's words that both have. */
const SHARED_WORDS = 0.6;

const FUNCTION_WORDS = new Set(
  "a an the is are am be was were do does did can could may might shall should will would i we you my our your me us it its of to in on at for from with by and or if when how what which who where why there here that this these those please tell get got have has had so as than then am any some".split(" "),
);
const DENIALS = /\b(no|not|never|without|cannot|can't|don't|doesn't|won't|isn't|aren't|n't)\b|不|没|无|未|别/u;

/** Folded form of a question: equal keys are the same question. */
export function questionKey(question: string): string {
  return normalise(question)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * @param cosine of the two questions' vectors, −1 to 1
 * @example isSameQuestion("How many days of leave do I get?", "how many leave days do I get", 0.93) // true
 */
export function isSameQuestion(a: string, b: string, cosine: number): boolean {
  if (questionKey(a) === questionKey(b)) return true;
  if (cosine < NEAR_COSINE || DENIALS.test(a) !== DENIALS.test(b)) return false;
  if (particulars(a) !== particulars(b)) return false;
  const [left, right] = [contentWords(a), contentWords(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= SHARED_WORDS * Math.max(1, Math.min(left.size, right.size)) && shared >= SHARED_WORDS * 0.75 * Math.max(left.size, right.size);
}

/** Numbers, and words that begin with a capital though nothing ended before them: what makes two like questions differ. */
function particulars(question: string): string {
  const numbers = question.match(/\d+(?:[.,]\d+)?%?/g) ?? [];
  const names = [...question.matchAll(/(?<=[\p{L}\p{N},] )\p{Lu}[\p{L}'-]+/gu)].map(([name]) => normalise(name)).filter((name) => !FUNCTION_WORDS.has(name));
  return [...new Set([...numbers, ...names])].sort().join(" ");
}

/** English: stems of what carries meaning. Chinese: pairs of neighbouring characters. */
function contentWords(question: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of normalise(question).matchAll(/\p{Script=Han}+|[\p{L}\p{N}']+/gu)) {
    if (/\p{Script=Han}/u.test(run)) for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
    else if (!FUNCTION_WORDS.has(run)) words.add(stem(run));
  }
  return words;
}
