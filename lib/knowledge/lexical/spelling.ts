/**
 * @file Spelling repair: an unknown English word of a question → the word of the documents that was most likely meant.
 * Words that the documents use, numbers, words of the thesaurus and English words at large are never touched.
 */
import { editDistance } from "./edit-distance";
import { expandChatSpelling } from "./chat-spellings";
import { isQuestionWord } from "./question-words";
import { isThesaurusWord } from "./thesaurus";
import { isEnglishWord } from "./word-filter";

/** The documents' own words, whoever may read them; kept up to date by the index. */
export class Vocabulary {
  private readonly counts = new Map<string, number>();
  /** Words of one length together: a repair only looks at lengths within its limit. */
  private readonly byLength = new Map<number, Set<string>>();

  add(word: string, times: number): void {
    const count = (this.counts.get(word) ?? 0) + times;
    if (count > 0) this.counts.set(word, count);
    else this.counts.delete(word);
    // Only a word's coming and going changes the buckets; most calls are for words already there.
    if (count > 0 && count !== times) return;
    const bucket = this.byLength.get(word.length) ?? new Set<string>();
    this.byLength.set(word.length, bucket);
    if (count > 0) bucket.add(word);
    else bucket.delete(word);
  }

  ofLength(length: number): Iterable<string> {
    return this.byLength.get(length) ?? [];
  }
}

export interface SpellingContext {
  readonly vocabulary: Vocabulary;
  /** Passages that the asker may read and that use this word or another form of it. */
  readonly frequencyOf: (word: string) => number;
}

/**
 * The words that stand for one word of a question.
 *
 * @param surface normalised, no spaces
 * @returns the repaired words (two when two had run together), or null when nothing is to be repaired
 */
export function repairWord(surface: string, context: SpellingContext): readonly string[] | null {
  if (/[^a-z0-9]/.test(surface) || /^\d+$/.test(surface)) return null;
  const isUsed = (word: string): boolean => context.frequencyOf(word) > 0;
  if (isUsed(surface) || isQuestionWord(surface)) return null;
  const chat = expandChatSpelling(surface);
  if (chat) return [chat];
  if (isThesaurusWord(surface) || isThesaurusWord(surface.replace(/s$/, "")) || /\d/.test(surface)) return null;
  if (surface.length < 4) return null;
  if (isEnglishWord(surface)) return null;
  const droppedG = surface.endsWith("in") ? `${surface}g` : "";
  if (droppedG !== "" && (isUsed(droppedG) || isEnglishWord(droppedG))) return [droppedG];
  return splitRunOn(surface, isUsed) ?? nearest(surface, context);
}

/** "parttime" → part time, when both halves are words of the documents. */
function splitRunOn(surface: string, isUsed: (word: string) => boolean): readonly string[] | null {
  for (let cut = 3; cut <= surface.length - 3; cut++) {
    const halves = [surface.slice(0, cut), surface.slice(cut)];
    if (halves.every(isUsed)) return halves;
  }
  return null;
}

/** One edit up to 7 letters, two from 8 on; fewer edits first, then same first letter, then the more frequent word. */
function nearest(surface: string, { vocabulary, frequencyOf }: SpellingContext): readonly string[] | null {
  const limit = surface.length >= 8 ? 2 : 1;
  let best: { word: string; cost: number } | null = null;
  for (let length = surface.length - limit; length <= surface.length + limit; length++) {
    for (const word of vocabulary.ofLength(length)) {
      const edits = editDistance(surface, word, limit);
      if (edits > limit) continue;
      const frequency = frequencyOf(word);
      const cost = repairCost(surface, word, edits, frequency);
      if (frequency > 0 && (best === null || cost < best.cost || (cost === best.cost && word < best.word))) best = { word, cost };
    }
  }
  return best && [best.word];
}

/** Edits weigh most; a wrong first letter is rare in typing; frequency decides between equals. */
function repairCost(surface: string, word: string, edits: number, frequency: number): number {
  const firstLetter = surface.charAt(0) === word.charAt(0) ? 0 : 0.7;
  const sameLetters = [...surface].sort().join("") === [...word].sort().join("") ? -0.3 : 0;
  return edits + firstLetter + sameLetters - 0.12 * Math.log(1 + frequency);
}
