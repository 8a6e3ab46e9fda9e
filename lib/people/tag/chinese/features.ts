/**
 * @file What the Chinese tagger sees of each character: its neighbours and their n-grams, kinds of characters, soft
 * word borders, cue words and how far they are, entities known from training, and what neighbouring sentences repeat.
 */
import { featureHash } from "../feature-hash";
import { ANNOUNCERS, DEGREES, ETHNIC_GROUPS, ORGANISATION_ENDS, PLACES, SURNAMES, TITLE_ENDS } from "./cue-words";
import { gazetteerPlaces, type Gazetteer } from "./gazetteer";
import { repeatedInContext } from "./context";
import { findWordPlaces, type WordPlaces } from "./word-places";

export interface ChineseSentence {
  /** One unit per character. */
  readonly text: string;
  /** Neighbouring sentences of the same document, this one not among them. */
  readonly context: readonly string[];
}

const LISTS: readonly (readonly [string, ReadonlySet<string>, number])[] = [
  ["o", new Set(ORGANISATION_ENDS), 6],
  ["t", new Set(TITLE_ENDS), 6],
  ["d", new Set(DEGREES), 5],
  ["a", new Set(ANNOUNCERS), 4],
  ["p", PLACES, 7],
  ["e", ETHNIC_GROUPS, 4],
];

/** @returns per unit the hashes of its features, in a fixed order */
export function chineseFeatures(sentence: ChineseSentence, gazetteer: Gazetteer): Uint32Array[] {
  const { text } = sentence;
  const lists = LISTS.map(([name, words, longest]) => ({ name, found: findWordPlaces(text, words, longest) }));
  const whole: Whole = {
    text,
    kinds: Array.from(text, kindOf).join(""),
    words: wordBorders(text),
    lists,
    known: gazetteerPlaces(text, gazetteer),
    repeated: repeatedInContext(text, sentence.context),
    borders: clauseBorders(text),
  };
  return Array.from({ length: text.length }, (_, at) => Uint32Array.from(featuresAt(whole, at), featureHash));
}

interface Whole {
  readonly text: string;
  readonly kinds: string;
  readonly words: readonly string[];
  readonly lists: readonly { readonly name: string; readonly found: WordPlaces }[];
  readonly known: readonly string[];
  readonly repeated: readonly string[];
  readonly borders: readonly { readonly left: number; readonly right: number }[];
}

function featuresAt(whole: Whole, at: number): string[] {
  return [...characterGrams(whole, at), ...shapeFeatures(whole, at), ...listFeatures(whole, at), ...distanceFeatures(whole, at)];
}

const charAt = (text: string, at: number): string => (at < 0 ? "<" : at >= text.length ? ">" : text.charAt(at));
const gram = (text: string, from: number, to: number): string => {
  let out = "";
  for (let at = from; at <= to; at++) out += charAt(text, at);
  return out;
};

function characterGrams({ text }: Whole, at: number): string[] {
  const features = ["bias"];
  for (let offset = -3; offset <= 3; offset++) features.push(`u${offset}${charAt(text, at + offset)}`);
  for (let offset = -3; offset <= 2; offset++) features.push(`b${offset}${gram(text, at + offset, at + offset + 1)}`);
  for (let offset = -3; offset <= 1; offset++) features.push(`T${offset}${gram(text, at + offset, at + offset + 2)}`);
  for (let offset = -3; offset <= 0; offset++) features.push(`q${offset}${gram(text, at + offset, at + offset + 3)}`);
  features.push(`s${charAt(text, at - 1)}${charAt(text, at + 1)}`, `w${gram(text, at - 2, at + 2)}`);
  return features;
}

function shapeFeatures({ text, kinds, words, repeated }: Whole, at: number): string[] {
  const word = words[at] ?? "";
  return [
    `k${gram(kinds, at - 2, at + 2)}`,
    `l${gram(kinds, at - 1, at + 1)}`,
    `i${Math.min(at, 5)}${at < 5 ? kinds.slice(0, 5) : ""}`,
    `m${word.slice(0, 2)}`,
    `W${word}`,
    `V${words[at - 1] ?? "<"}|${word}`,
    `X${word}|${words[at + 1] ?? ">"}`,
    `R${repeated[at] ?? ""}`,
    `N${SURNAMES.has(charAt(text, at)) ? 1 : 0}${SURNAMES.has(charAt(text, at - 1)) ? 1 : 0}${SURNAMES.has(charAt(text, at - 2)) ? 1 : 0}${at < 4 ? at : 4}`,
  ];
}

function listFeatures({ lists, known }: Whole, at: number): string[] {
  const here = lists.map(({ name, found }) => `${name}${found.places[at] ?? ""}`);
  return [
    ...here.filter((place) => place.length > 1).map((place) => `L${place}`),
    ...lists.flatMap(({ name, found }) => [found.ends[at], found.ends[at - 1]].map((word, back) => (word ? `E${name}${back}${word}` : ""))).filter((text) => text !== ""),
    `J${here.join("")}`,
    `g${known[at] ?? ""}`,
    `h${known[at - 1] ?? ""}|${known[at] ?? ""}|${known[at + 1] ?? ""}`,
  ];
}

/** Cue words within the clause: the nearest before and behind, how far, and in which order they come. */
function distanceFeatures({ text, lists, borders }: Whole, at: number): string[] {
  const { left, right } = borders[at] ?? { left: -1, right: text.length };
  const next = lists.map(({ name, found }) => nearest(found.ends, at, right, 1, name));
  const last = lists.map(({ name, found }) => nearest(found.ends, at - 1, left, -1, name));
  const features = [
    `x${charAt(text, left)}${distance(at - left)}`,
    `y${charAt(text, right)}${distance(right - at)}`,
    `z${charAt(text, left)}${charAt(text, right)}${distance(right - left)}`,
    `n${next.map(({ code }) => code).slice(0, 3).join("")}`,
    `v${last.map(({ code }) => code).slice(0, 4).join("")}`,
    `c${first(next)}|${first(last)}`,
    `C${charAt(text, at)}${first(next)}|${first(last)}`,
    `f${charAt(text, left + 1)}${charAt(text, left + 2)}${distance(at - left)}`,
    `F${charAt(text, right - 2)}${charAt(text, right - 1)}${distance(right - at)}`,
  ];
  next.forEach(({ word, code }) => word !== "" && features.push(`O${code}${word}`));
  last.forEach(({ word, code }) => word !== "" && features.push(`P${code}${word}`));
  return features;
}

interface Cue {
  readonly steps: number;
  readonly word: string;
  readonly code: string;
}

function nearest(ends: readonly string[], from: number, border: number, step: 1 | -1, name: string): Cue {
  for (let at = from, steps = 0; at !== border && at >= 0 && at < ends.length; at += step, steps++) {
    const word = ends[at] ?? "";
    if (word !== "") return { steps, word, code: `${name}${distance(steps)}` };
  }
  return { steps: Infinity, word: "", code: `${name}-` };
}

const first = (cues: readonly Cue[]): string => cues.reduce((best, cue) => (cue.steps < best.steps ? cue : best)).code;

const distance = (steps: number): string => (steps < 5 ? String(steps) : steps < 8 ? "5" : steps < 12 ? "8" : "9");

function kindOf(char: string): string {
  if (/\d/u.test(char)) return "9";
  if (/[a-z]/u.test(char)) return "a";
  if (/[A-Z]/u.test(char)) return "A";
  if (/[、，,]/u.test(char)) return ",";
  if (/[。；;：:]/u.test(char)) return ".";
  if (/[（(《“「]/u.test(char)) return "(";
  if (/[）)》”」]/u.test(char)) return ")";
  if (/[年月日]/u.test(char)) return "Y";
  if (/\p{Script=Han}/u.test(char)) return "H";
  return "-";
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Per unit: place in its word (B, M, E, S), the word's length and the word. */
function wordBorders(text: string): string[] {
  const places: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const length = segment.length;
    for (let at = 0; at < length; at++) {
      const place = length === 1 ? "S" : at === 0 ? "B" : at === length - 1 ? "E" : "M";
      places.push(`${place}${Math.min(length, 5)}${segment}`);
    }
  }
  return places;
}

const BORDER = /[，。；：、（）,;:()!！?？\s]/u;

/** Per unit the nearest border to its left (its own place not counted) and to its right. */
function clauseBorders(text: string): { left: number; right: number }[] {
  const borders = Array.from({ length: text.length }, () => ({ left: -1, right: text.length }));
  let left = -1;
  borders.forEach((border, at) => {
    border.left = left;
    if (BORDER.test(text.charAt(at))) left = at;
  });
  let right = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    if (BORDER.test(text.charAt(at))) right = at;
    (borders[at] as { right: number }).right = right;
  }
  return borders;
}
