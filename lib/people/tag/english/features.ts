/**
 * @file What the English tagger sees of each word: the words around it, their endings, shapes and clusters, skills of
 * the taxonomy, phrases known from training, and under which heading the sentence stands.
 */
import { stemmer } from "stemmer";
import type { Taxonomy } from "../../taxonomy/types";
import { featureHash } from "../feature-hash";
import { knownPlaces, type KnownPhrases } from "./known-phrases";
import type { WordClusters } from "./word-clusters";

export interface EnglishSentence {
  readonly words: readonly string[];
  /** The nearest earlier line that is a heading, in lower case; "" where there is none. */
  readonly heading: string;
}

export interface EnglishKnowledge {
  readonly taxonomy: Taxonomy;
  readonly clusters: WordClusters;
  readonly known: KnownPhrases;
}

/** @returns per word the hashes of its features, in a fixed order */
export function englishFeatures(sentence: EnglishSentence, knowledge: EnglishKnowledge): Uint32Array[] {
  const { words } = sentence;
  const whole: Whole = {
    words: words.map((word) => word.toLowerCase()),
    shapes: words.map(shapeOf),
    stems: words.map((word) => stemmer(word.toLowerCase())),
    clusters: words.map((word) => knowledge.clusters.get(featureHash(word.toLowerCase())) ?? []),
    skills: skillPlaces(words, knowledge.taxonomy),
    known: knownPlaces(words, knowledge.known),
    heading: sentence.heading.split(/\s+/u).slice(0, 4).join(" "),
    listed: lineKind(words),
  };
  return words.map((_, at) => Uint32Array.from(featuresAt(whole, at), featureHash));
}

interface Whole {
  readonly words: readonly string[];
  readonly shapes: readonly string[];
  readonly stems: readonly string[];
  readonly clusters: readonly (readonly number[])[];
  readonly skills: readonly string[];
  readonly known: readonly string[];
  readonly heading: string;
  readonly listed: string;
}

const at = (row: readonly string[], index: number): string => (index < 0 ? "<" : (row[index] ?? ">"));

function featuresAt(whole: Whole, index: number): string[] {
  return ["bias", ...wordFeatures(whole, index), ...clusterFeatures(whole, index), ...placeFeatures(whole, index)];
}

function wordFeatures({ words, shapes, stems }: Whole, index: number): string[] {
  const word = at(words, index);
  const features: string[] = [];
  for (let offset = -3; offset <= 3; offset++) features.push(`w${offset}${at(words, index + offset)}`);
  for (let offset = -2; offset <= 2; offset++) features.push(`s${offset}${at(stems, index + offset)}`, `e${offset}${at(words, index + offset).slice(-3)}`, `h${offset}${at(shapes, index + offset)}`);
  for (let offset = -2; offset <= 1; offset++) features.push(`b${offset}${at(words, index + offset)} ${at(words, index + offset + 1)}`, `S${offset}${at(stems, index + offset)} ${at(stems, index + offset + 1)}`, `E${offset}${at(words, index + offset).slice(-3)} ${at(words, index + offset + 1).slice(-3)}`);
  for (let offset = -2; offset <= 0; offset++) features.push(`t${offset}${at(words, index + offset)} ${at(words, index + offset + 1)} ${at(words, index + offset + 2)}`);
  for (let length = 1; length <= 4; length++) features.push(`p${word.slice(0, length)}`, `f${word.slice(-length)}`);
  features.push(`H${at(shapes, index - 1)}${at(shapes, index)}${at(shapes, index + 1)}`, `k${at(words, index - 1)} ${at(words, index + 1)}`);
  return features;
}

function clusterFeatures({ clusters, words }: Whole, index: number): string[] {
  const features: string[] = [];
  for (let offset = -2; offset <= 2; offset++) (clusters[index + offset] ?? []).forEach((cluster, size) => features.push(`c${size}${offset}${cluster}`));
  const coarse = [-1, 0, 1].map((offset) => clusters[index + offset]?.[0] ?? at(words, index + offset));
  features.push(`C${coarse[0]} ${coarse[1]}`, `D${coarse[1]} ${coarse[2]}`, `F${coarse.join(" ")}`);
  return features;
}

function placeFeatures({ words, skills, known, heading, listed, shapes }: Whole, index: number): string[] {
  const first = at(words, 0);
  const verb = lastVerb(words, index);
  return [
    ...[-1, 0, 1].map((offset) => `x${offset}${at(skills, index + offset)}`),
    `X${at(skills, index - 1)}|${at(skills, index)}|${at(skills, index + 1)}`,
    `y${at(known, index)}`,
    `Y${at(known, index - 1)}|${at(known, index)}|${at(known, index + 1)}`,
    `i${Math.min(index, 4)}${listed}`,
    `j${Math.min(words.length - index, 4)}`,
    `n${heading}`,
    `N${heading}|${at(shapes, index)}|${Math.min(index, 2)}`,
    `o${first}|${Math.min(index, 3)}`,
    `O${first} ${at(words, 1)}`,
    `v${verb.word}|${verb.steps}`,
    `V${verb.word}|${at(words, index).slice(-3)}`,
    `l${listed}|${Math.min(words.length, 12)}`,
  ];
}

/** The nearest word before that announces what one can or must do. */
const ANNOUNCERS = new Set("experience knowledge ability understanding skills skill familiarity proficiency proficient with in of to using including manage develop design build work working drive lead support ensure create help able strong excellent good fluent degree expertise background willingness passion required preferred such as and or".split(" "));

function lastVerb(words: readonly string[], index: number): { word: string; steps: number } {
  for (let steps = 1; steps <= 6 && index - steps >= 0; steps++) {
    const word = at(words, index - steps);
    if (ANNOUNCERS.has(word)) return { word, steps };
  }
  return { word: "", steps: 0 };
}

function shapeOf(word: string): string {
  if (/^[A-Z]+$/.test(word)) return word.length === 1 ? "I" : "AA";
  if (/^[A-Z][a-z’'-]+$/.test(word)) return "Aa";
  if (/^[a-z’'-]+$/.test(word)) return "a";
  if (/^\d+[+%]?$/.test(word)) return "9";
  if (/[A-Z].*[A-Z]|[a-z][A-Z]/.test(word)) return "aA";
  if (/\d/.test(word)) return "a9";
  if (/^<.*>$/.test(word)) return "<>";
  return /^\W+$/.test(word) ? word.slice(0, 1) : "a-";
}

function lineKind(words: readonly string[]): string {
  const last = words[words.length - 1] ?? "";
  if (last.endsWith(":")) return ":";
  if (/[.!?]$/.test(last)) return ".";
  return words.length < 8 ? "short" : "item";
}

/** Per word: kind and place of the taxonomy's skill over it. */
function skillPlaces(words: readonly string[], taxonomy: Taxonomy): string[] {
  const places = new Array<string>(words.length).fill("");
  const starts: number[] = [];
  let text = "";
  for (const word of words) {
    starts.push(text.length);
    text += `${word} `;
  }
  for (const { skill, start, end } of taxonomy.mentions(text)) {
    const covered = words.map((word, index) => ({ index, from: starts[index] as number, to: (starts[index] as number) + word.length })).filter(({ from, to }) => from < end && to > start);
    covered.forEach(({ index }, order) => (places[index] = `${skill.kind}-${order === 0 ? "B" : "M"}${order === covered.length - 1 ? "E" : ""}`));
  }
  return places;
}
