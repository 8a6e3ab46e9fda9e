/**
 * @file Evidence: which lines of one résumé show one part of a request, and how strongly. A pure function of the part and
 * the lines: words, terms of the tables, dates and levels; where they find too little, the encoder's nearest line.
 */
import { normalise } from "../../knowledge/lexical/normalise";
import type { Passage } from "../../knowledge/types";
import { shorten, type Line, type ReadLine } from "./lines";
import { toUnits, type MatchUnit } from "../../people/terms/match-units";
import type { PersonCard } from "./person";
import type { RequestPart } from "./parse-request";
import { levelIn, type StatedLevel } from "../../people/terms/language-level";
import { findWhole } from "../../people/terms/term-table";

export interface PartEvidence {
  /** 0–1. */
  readonly strength: number;
  readonly met: boolean;
  readonly lines: readonly Line[];
}

/** From this strength a part counts as met. */
export const MET_FROM = 0.5;
export const NO_EVIDENCE: PartEvidence = { strength: 0, met: false, lines: [] };
const MAX_LINES = 3;
/** Everything asked for, but not in one line or not as one phrase. */
const APART = 0.9;
const SPREAD = 0.85;
/** Some of it. */
const SOME = 0.8;
/** A role named in a sentence, not as a title. */
const NOT_A_TITLE = 0.6;
/** A further line is quoted from this share of the phrase. */
const WORTH_A_LINE = 0.15;

/** A part made ready once for all résumés. */
export interface WantedPart {
  readonly part: RequestPart;
  readonly alternatives: readonly { readonly phrase: string; readonly units: readonly MatchUnit[] }[];
  /** Share of the request, before all are added up. */
  readonly weight: number;
}

const KIND_WEIGHT = { role: 1.2, skill: 1, certificate: 1, language: 1, years: 1, place: 0.7, without: 0.7 } as const;
const LEAST_WEIGHT = 0.6;
const MOST_WEIGHT = 1.6;
const UNIT_WEIGHT = 1.2;

/** @param repairs what the lexical index respelled in the part */
export function toWanted(part: RequestPart, repairs: readonly { readonly from: string; readonly to: string }[]): WantedPart {
  const respelled = part.kind === "skill" || part.kind === "role" ? part.alternatives.map((one) => repairs.reduce((text, { from, to }) => text.replace(from, to), one)) : [];
  const phrases = [...new Set([...part.alternatives, ...respelled])];
  const alternatives = phrases.map((phrase) => ({ phrase: normalise(phrase), units: toUnits(phrase) }));
  const content = Math.max(0, ...alternatives.map(({ units }) => total(units)));
  const size = part.kind === "skill" || part.kind === "role" ? Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, Math.sqrt(content / UNIT_WEIGHT))) : 1;
  return { part, alternatives, weight: KIND_WEIGHT[part.kind] * size * (part.isOptional ? 0.5 : 1) };
}

function total(units: readonly MatchUnit[]): number {
  return units.reduce((sum, unit) => sum + unit.weight, 0);
}

/** What words alone show. @param passages where a place of living may be quoted from */
export function wordEvidence(wanted: WantedPart, lines: readonly ReadLine[], person: PersonCard, passages: readonly Passage[] = []): PartEvidence {
  const { part } = wanted;
  switch (part.kind) {
    case "years":
      return yearsEvidence(part, lines, person);
    case "language":
      return languageEvidence(part, lines);
    case "certificate":
      return nameEvidence(part, lines);
    case "place":
      return placeEvidence(part, lines, { person, passages });
    case "without":
      return withoutEvidence(wanted, lines);
    case "role":
    case "skill": {
      const found = wanted.alternatives.map((one) => phraseEvidence(one, lines, part));
      return found.reduce((best, next) => (next.strength > best.strength ? next : best), NO_EVIDENCE);
    }
  }
}

/** How much of a phrase the lines show, together and each alone, and the fewest lines that show it. */
function phraseEvidence({ phrase, units }: WantedPart["alternatives"][number], lines: readonly ReadLine[], part: RequestPart): PartEvidence {
  const all = total(units);
  if (all === 0) return NO_EVIDENCE;
  const rated = lines
    .map((line) => {
      const share = part.kind === "role" && !line.isTitle ? NOT_A_TITLE : 1;
      const rates = units.map((unit) => unit.rate(line.match) * share);
      const cover = rates.reduce((sum, rate, i) => sum + rate * (units[i]?.weight ?? 0), 0) / all;
      const isPhrase = findWhole(line.match.lower, phrase) >= 0;
      const isWhole = rates.every((rate) => rate > 0);
      return { line, rates, cover, strength: isPhrase ? share : cover * (isWhole ? (units.length === 1 ? 1 : APART) : SOME) };
    })
    .filter((one) => one.cover > 0)
    .sort((a, b) => b.strength - a.strength || a.line.start - b.line.start);
  const [first] = rated;
  if (!first) return NO_EVIDENCE;
  const best = units.map((_, i) => Math.max(0, ...rated.map((one) => one.rates[i] ?? 0)));
  const together = best.reduce((sum, rate, i) => sum + rate * (units[i]?.weight ?? 0), 0) / all;
  const strength = Math.max(first.strength, together * (best.every((rate) => rate > 0) ? SPREAD : SOME));
  return { strength, met: strength >= MET_FROM, lines: strength >= MET_FROM ? quotesOf(rated, units).map((line) => shorten(line, [phrase, ...units.map((unit) => unit.label)])) : [] };
}

/** The best line, then lines that show what is still missing, then one more that is as good as the best. */
function quotesOf(rated: readonly { line: ReadLine; rates: readonly number[]; strength: number }[], units: readonly MatchUnit[]): ReadLine[] {
  const chosen: ReadLine[] = [];
  const shown = units.map(() => 0);
  const all = total(units);
  const gain = (rates: readonly number[]): number => rates.reduce((sum, rate, i) => sum + Math.max(0, rate - (shown[i] ?? 0)) * (units[i]?.weight ?? 0), 0) / all;
  let left = [...rated];
  while (chosen.length < MAX_LINES) {
    const next = left.reduce<(typeof rated)[number] | null>((best, one) => (!best || gain(one.rates) > gain(best.rates) + 1e-9 ? one : best), null);
    if (!next || gain(next.rates) < WORTH_A_LINE) break;
    chosen.push(next.line);
    next.rates.forEach((rate, i) => (shown[i] = Math.max(shown[i] ?? 0, rate)));
    left = left.filter((one) => one !== next);
  }
  const best = rated[0]?.strength ?? 0;
  const second = left.find((one) => one.strength >= Math.max(MET_FROM, best - 0.1));
  return second && chosen.length < 2 ? [...chosen, second.line] : chosen;
}

/** A certificate: one of its names, as a whole. */
function nameEvidence(part: RequestPart, lines: readonly ReadLine[]): PartEvidence {
  const found = lines.filter(({ match }) => part.alternatives.some((one) => findWhole(match.lower, one.toLowerCase()) >= 0));
  return found.length === 0 ? NO_EVIDENCE : { strength: 1, met: true, lines: found.slice(0, 2).map((line) => shorten(line, part.alternatives)) };
}

const LEVEL = /native|mother tongue|bilingual|fluent|fluently|proficient|negotiation|meeting|\bc[12]\b|\bb[12]\b|spoken|very good|good|working|professional|advanced|cet-?[46]|tem-?[48]|ielts|toefl|hsk|jlpt|\bn[1-5]\b|bec|母语|流利|精通|熟练|雅思|托福|口语|日常/i;
const LITTLE = /\ba[12]\b|basic|beginner|elementary|school|rusty|gcse|hsk ?[12]\b|\bn[45]\b|略懂|入门|只认得|simple/i;
/** A level was asked for, and the line states none: to be asked about, not to be believed. */
const UNSTATED = 0.7;
const LANGUAGE_LINE = /language|speak|fluent|native|语言|外语/i;

/** A language counts by what stands beside it: a level or a list of languages; "Dutch law" shows little Dutch. */
function languageEvidence(part: RequestPart, lines: readonly ReadLine[]): PartEvidence {
  const rated = lines.flatMap((line) => {
    const at = part.alternatives.map((one) => findWhole(line.match.lower, one.toLowerCase())).filter((place) => place >= 0);
    if (at.length === 0) return [];
    const from = Math.min(...at);
    const beside = /^[^,，;；·/、]*/.exec(line.match.lower.slice(from))?.[0] ?? "";
    const stated = part.level && levelIn(besideLanguage(line.match.lower, from));
    if (part.level && stated) return [{ line, level: reaches(stated, part.level) }];
    const level = LITTLE.test(beside) ? 0.6 : LEVEL.test(beside) ? 1 : LANGUAGE_LINE.test(line.text) || LANGUAGE_LINE.test(line.passage.headings.join(" ")) || line.text.length <= 40 ? 0.9 : 0.65;
    return [{ line, level: part.level ? Math.min(level, UNSTATED) : level }];
  });
  const sorted = rated.sort((a, b) => b.level - a.level || a.line.start - b.line.start);
  const strength = sorted[0]?.level ?? 0;
  return { strength, met: strength >= MET_FROM, lines: sorted.filter(({ level }) => level >= strength - 0.1).slice(0, 2).map(({ line }) => shorten(line, part.alternatives)) };
}

const STEP = /\s*(?:[,，;；·/、|]|\band\b|&|和)\s*/;

/** What a line says of a language: to the next one's mark; "fluent in German" says it before. */
function besideLanguage(lower: string, from: number): string {
  const after = lower.slice(from).split(STEP)[0] ?? "";
  return levelIn(after) ? after : (lower.slice(0, from).split(STEP).at(-1) ?? "");
}

/** A rung short is still worth showing, but not met; words ("fluent") are not that exact. */
function reaches(stated: StatedLevel, wanted: StatedLevel): number {
  const short = wanted.rung - stated.rung;
  if (short <= 0) return 1;
  return short === 1 ? (wanted.isExact ? 0.45 : 0.8) : 0.3;
}

/** Where someone lives, as the card read it, or any other line that names the place (less). */
function placeEvidence(part: RequestPart, lines: readonly ReadLine[], { person, passages }: { person: PersonCard; passages: readonly Passage[] }): PartEvidence {
  const names = (text: string): boolean => part.alternatives.some((one) => findWhole(text, one.toLowerCase()) >= 0);
  const home = person.location;
  if (home !== null && names(normalise(home))) {
    const passage = passages.find((one) => one.text.includes(home));
    const start = passage ? passage.start + passage.text.indexOf(home) : 0;
    return { strength: 1, met: true, lines: passage ? [{ passage, start, end: start + home.length, text: home }] : [] };
  }
  const found = lines.filter(({ match }) => names(match.lower));
  return found.length === 0 ? NO_EVIDENCE : { strength: 0.7, met: true, lines: found.slice(0, 1).map((line) => shorten(line, part.alternatives)) };
}

const DENIED = /\b(?:not|no|never|without|n't)\b|没有|尚无|不/i;

/** Lines from which what is unwanted is what someone mainly does. */
const MAINLY = 3;

/** Met when nothing names it, or only a line that denies it ("I have not programmed Siemens"). */
function withoutEvidence({ alternatives }: WantedPart, lines: readonly ReadLine[]): PartEvidence {
  const names = lines.filter(({ match, text }) => !DENIED.test(text) && alternatives.some(({ units }) => units.length > 0 && units.every((unit) => unit.rate(match) > 0)));
  return { strength: 1 - Math.min(1, names.length / MAINLY), met: names.length === 0, lines: [] };
}

/** What the encoder adds where words found little: below 0.5 nothing, at 0.8 as good as the words. */
export function withSimilarity(evidence: PartEvidence, nearest: { line: Line; cosine: number } | null, part: RequestPart): PartEvidence {
  if (evidence.met || !nearest || (part.kind !== "skill" && part.kind !== "role")) return evidence;
  const strength = SOME * Math.min(1, Math.max(0, (nearest.cosine - 0.5) / 0.3));
  if (strength <= evidence.strength) return evidence;
  return { strength, met: strength >= MET_FROM, lines: strength >= MET_FROM ? [shorten(nearest.line, part.alternatives)] : [] };
}

const STATED_YEARS = /(\d+(?:\.\d+)?)\s*\+?\s*(?:years?|yrs?)\b|([\d一二两三四五六七八九十]+)\s*年(?:以上)?.{0,6}经验/i;

function yearsEvidence(part: RequestPart, lines: readonly ReadLine[], person: PersonCard): PartEvidence {
  const stated = lines.filter((line) => STATED_YEARS.test(line.text));
  const saidBy = (line: Line): number => Number(STATED_YEARS.exec(line.text)?.[1] ?? 0);
  const isWithin = (years: number): boolean => years >= (part.minYears ?? 0) && years <= (part.maxYears ?? Infinity);
  const fits = stated.find((line) => isWithin(saidBy(line)));
  const years = person.years ?? (fits ? saidBy(fits) : null);
  if (years === null) return NO_EVIDENCE;
  const met = isWithin(years);
  const line = fits ?? stated[0] ?? lines.find((one) => /\b(?:19|20)\d{2}\b/.test(one.text));
  const near = part.maxYears !== null && years > part.maxYears ? part.maxYears / years : years / Math.max(part.minYears ?? 1, 0.5);
  return { strength: met ? 1 : 0.8 * Math.min(1, near), met, lines: line && met ? [shorten(line, [])] : [] };
}
