/**
 * @file varyQuery: a query as another person would type it: a slip of the keys, a dropped word, a synonym, no
 * punctuation. Meaning should survive; numbers and negations are never touched. Pure; randomness comes in.
 */
import type { Synonyms } from "./synonyms";

type Random = () => number;

/** Words that carry the sense of a question and are never dropped or misspelt. */
const KEPT = /\d|^(not|no|never|without|unless|before|after|only|who|what|when|where|why|how)$/i;
const MAX_SLIPS = 2;
const LONGEST_PHRASE = 4;
const DROPPABLE_HAN = /[的了吗呢啊吧嘛么是有在我就也都还要会]/;

/**
 * One variation of the query, chosen at random.
 *
 * @param random floats in [0, 1); the same sequence gives the same variation
 */
export function varyQuery(query: string, { language, synonyms, random }: { language: "en" | "zh" | "x"; synonyms: Synonyms; random: Random }): string {
  const kinds = language === "zh" ? [swapHan, dropHan, stripPunctuation, swapHan] : [slipKeys, dropWord, swapWords, swapWords, stripPunctuation];
  const kind = kinds[Math.floor(random() * kinds.length)] ?? stripPunctuation;
  const varied = kind(query, random, synonyms).trim();
  return varied === "" ? query : varied;
}

/** Swaps, doubles or loses letters inside one or two longer words. */
function slipKeys(query: string, random: Random): string {
  const words = query.split(" ");
  const long = words.map((_, i) => i).filter((i) => /^[A-Za-z]{4,}[?.,!]?$/.test(words[i] ?? "") && !KEPT.test(words[i] ?? ""));
  const slips = 1 + Math.floor(random() * Math.min(MAX_SLIPS, Math.max(1, long.length / 4)));
  for (let n = 0; n < slips && long.length > 0; n++) {
    const at = long[Math.floor(random() * long.length)] ?? 0;
    words[at] = slip(words[at] ?? "", random);
  }
  return words.join(" ");
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = random();
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.7) return word.slice(0, at) + (word[at] ?? "") + word.slice(at);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

/** Loses about one word in eight, at least one; short queries stay. */
function dropWord(query: string, random: Random): string {
  const words = query.split(" ");
  if (words.length < 4) return query;
  const share = 1 / Math.min(8, words.length - 1);
  return words.filter((word) => KEPT.test(word) || random() >= share).join(" ");
}

/** One word or phrase that the table knows becomes one of its synonyms. */
function swapWords(query: string, random: Random, synonyms: Synonyms): string {
  const words = query.split(" ");
  const known: { from: number; to: number; others: readonly string[] }[] = [];
  words.forEach((_, from) => {
    for (let to = Math.min(words.length, from + LONGEST_PHRASE); to > from; to--) {
      const others = synonyms.get(words.slice(from, to).join(" ").toLowerCase().replace(/[?.,!]$/, ""));
      if (others) known.push({ from, to, others });
    }
  });
  const chosen = known[Math.floor(random() * known.length)];
  const other = chosen?.others[Math.floor(random() * chosen.others.length)];
  if (!chosen || other === undefined) return query;
  return [...words.slice(0, chosen.from), other, ...words.slice(chosen.to)].join(" ");
}

/** As `swapWords`, on characters: the longest known word at a place. */
function swapHan(query: string, random: Random, synonyms: Synonyms): string {
  const known: { from: number; to: number; others: readonly string[] }[] = [];
  for (let from = 0; from < query.length; from++) {
    for (let to = Math.min(query.length, from + 6); to > from + 1; to--) {
      const others = synonyms.get(query.slice(from, to));
      if (!others) continue;
      known.push({ from, to, others });
      break;
    }
  }
  const chosen = known[Math.floor(random() * known.length)];
  const other = chosen?.others[Math.floor(random() * chosen.others.length)];
  return chosen && other !== undefined ? query.slice(0, chosen.from) + other + query.slice(chosen.to) : query;
}

/** Loses one particle; content characters stay. */
function dropHan(query: string, random: Random): string {
  const particles = [...query].map((_, i) => i).filter((i) => DROPPABLE_HAN.test(query[i] ?? ""));
  const at = particles[Math.floor(random() * particles.length)];
  return at === undefined || query.length < 6 ? query : query.slice(0, at) + query.slice(at + 1);
}

function stripPunctuation(query: string): string {
  return query.replace(/[?.,!;:？。，！；：、“”"]+/gu, " ").replace(/\s+/g, " ").toLowerCase();
}
