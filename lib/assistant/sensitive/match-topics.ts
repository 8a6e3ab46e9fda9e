/**
 * @file Which sensitive topics does a question touch? Words and phrases of the company's list, in any English inflection,
 * with slips of typing, and in simplified or traditional Chinese. Pure. A miss shows a private question to a reviewer, a
 * false alarm only keeps one from the reviewers: where in doubt it matches.
 */
import type { SensitiveTopic } from "../../contracts/sensitive-topics";
import { HAN } from "../../core/language";
import { editDistance } from "../../knowledge/lexical/edit-distance";
import { normalise, stem } from "../../knowledge/lexical/normalise";
import { isEnglishWord } from "../../knowledge/lexical/word-filter";

/** @returns the ids of the topics that are on and that the text touches, in the list's order */
export type TopicMatcher = (text: string) => readonly string[];

interface Word {
  readonly surface: string;
  readonly stem: string;
}
interface Phrase {
  readonly words: readonly (Word & { readonly isPrefix: boolean })[];
}
interface Compiled {
  readonly id: string;
  readonly phrases: readonly Phrase[];
  readonly characters: readonly string[];
  readonly exceptPhrases: readonly Phrase[];
  readonly exceptCharacters: readonly string[];
}

const WORDS = /(?!\p{Script=Han})[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
/** Letters of an entry from which on one slip is looked through, if what was typed is no English word; two in typed words of LONG letters. */
const FORGIVING = 6;
const LONG = 10;

/**
 * Prepares a list once; the result answers any number of questions.
 *
 * @example compileTopics(DEFAULT_TOPICS)("I am being bullied by my supervisor") // ["harassment"]
 */
export function compileTopics(topics: readonly SensitiveTopic[]): TopicMatcher {
  const compiled = topics.filter((topic) => topic.on).map(compile);
  return (text) => {
    const clean = normalise(text);
    const words = wordsOf(clean);
    return compiled.filter((topic) => touches(topic, words, clean)).map((topic) => topic.id);
  };
}

function compile(topic: SensitiveTopic): Compiled {
  const words = [...topic.words.en, ...topic.words.zh];
  const exceptions = [...topic.exceptions.en, ...topic.exceptions.zh];
  return { id: topic.id, ...split(words, "phrases", "characters"), ...split(exceptions, "exceptPhrases", "exceptCharacters") };
}

function split<P extends string, C extends string>(entries: readonly string[], phrases: P, characters: C): Record<P, Phrase[]> & Record<C, string[]> {
  const clean = entries.map(normalise);
  return {
    [phrases]: clean.filter((entry) => !HAN.test(entry)).map(toPhrase).filter((phrase) => phrase.words.length > 0),
    [characters]: clean.filter((entry) => HAN.test(entry)).map(squeeze),
  } as Record<P, Phrase[]> & Record<C, string[]>;
}

function toPhrase(entry: string): Phrase {
  const words = entry.split(/[\s-]+/).filter((part) => part !== "");
  return { words: words.flatMap((part) => wordsOf(part).map((word) => ({ ...word, isPrefix: part.endsWith("*") }))) };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORDS)].map(([match]) => {
    const surface = match.replace(/'(?:s|d|m|ll|ve|re)?$/, "").replace(/'/g, "");
    return { surface, stem: stem(surface) };
  });
}

function touches(topic: Compiled, words: readonly Word[], clean: string): boolean {
  const excepted = new Set(topic.exceptPhrases.flatMap((phrase) => places(phrase, words).flatMap((at) => phrase.words.map((_, i) => at + i))));
  if (topic.phrases.some((phrase) => places(phrase, words).some((at) => !phrase.words.every((_, i) => excepted.has(at + i))))) return true;
  let rest = squeeze(clean);
  for (const exception of topic.exceptCharacters) rest = rest.replaceAll(exception, "\n");
  return topic.characters.some((entry) => rest.includes(entry));
}

/** Chinese is written without spaces; those between two characters are a typist's. */
function squeeze(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}

/** Indices of words at which the phrase begins. */
function places(phrase: Phrase, words: readonly Word[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + phrase.words.length <= words.length; at++) {
    if (phrase.words.every((wanted, i) => isSame(wanted, words[at + i]))) found.push(at);
  }
  return found;
}

function isSame(wanted: Phrase["words"][number], word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (wanted.isPrefix ? word.surface.startsWith(wanted.surface) : word.stem === wanted.stem) return true;
  return isSlip(wanted, word.surface);
}

/** "harrasment", "pregnent"; never a word that exists: "cancel" is not "cancer". */
function isSlip(wanted: Phrase["words"][number], surface: string): boolean {
  if (wanted.surface.length < FORGIVING || surface.charAt(0) !== wanted.surface.charAt(0) || isEnglishWord(surface)) return false;
  const limit = surface.length >= LONG ? 2 : 1;
  // What a `*` leaves open may begin a letter earlier or later than in the entry.
  const typed = wanted.isPrefix ? [0, 1].map((more) => surface.slice(0, wanted.surface.length + more)) : [surface];
  return typed.some((form) => editDistance(form, wanted.surface, limit) <= limit);
}
