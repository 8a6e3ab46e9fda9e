/**
 * @file Evidence: which lines of one résumé show one part of a request, and how strongly. Words, thesaurus and aliases
 * first; where they find nothing, the encoder's nearest line counts when it is near enough.
 */
import { splitSentences } from "../../knowledge/chunk/sentences";
import { findConcepts } from "../../knowledge/lexical/thesaurus";
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { tokenize } from "../../knowledge/lexical/tokenize";
import type { Passage } from "../../knowledge/types";
import { findWhole } from "./aliases";
import { isIdentityLine } from "./identity-lines";
import type { PersonCard } from "./person";
import type { RequestPart } from "./parse-request";

export interface Line {
  readonly passage: Passage;
  /** UTF-16 units into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PartEvidence {
  /** 0–1. */
  readonly strength: number;
  readonly met: boolean;
  readonly lines: readonly Line[];
}

/** From this strength a part counts as met. */
export const MET_FROM = 0.5;
const MAX_LINES = 2;
const MAX_QUOTE_CHARS = 240;
export const NO_EVIDENCE: PartEvidence = { strength: 0, met: false, lines: [] };

/** Lines that may be evidence: all but those that say who someone is. */
export function evidenceLines(passages: readonly Passage[], person: PersonCard): Line[] {
  return passages.flatMap((passage) =>
    splitSentences(passage.text)
      .map((span): Line => ({ passage, start: passage.start + span.start, end: passage.start + span.end, text: passage.text.slice(span.start, span.end) }))
      .filter((line) => line.text.length <= 2000 && !isIdentityLine(line.text, { name: person.name })),
  );
}

/** What words alone show. */
export function wordEvidence(part: RequestPart, lines: readonly Line[], person: PersonCard): PartEvidence {
  if (part.kind === "years") return yearsEvidence(part, lines, person);
  const rated = lines.map((line) => ({ line, strength: Math.max(0, ...part.alternatives.map((alternative) => matchStrength(alternative, line.text))) }));
  const found = rated.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength || a.line.start - b.line.start);
  const strength = found[0]?.strength ?? 0;
  const best = found.filter((one) => one.strength >= Math.max(MET_FROM, strength - 0.1)).slice(0, MAX_LINES);
  return { strength, met: strength >= MET_FROM, lines: best.map(({ line }) => shorten(line, part.alternatives)) };
}

/** 1 for the phrase itself, less for its words apart, for a synonym, and for some of its words. */
function matchStrength(wanted: string, text: string): number {
  if (findWhole(text.toLowerCase(), wanted.toLowerCase()) >= 0) return 1;
  const wantedTokens = tokenize(wanted).filter((token) => token.kind !== "joined" && token.kind !== "han-char" && token.kind !== "han-bigram" && !isQuestionWord(token.surface));
  if (wantedTokens.length === 0) return 0;
  const tokens = tokenize(text);
  const terms = new Set(tokens.map((token) => token.term));
  const found = wantedTokens.filter((token) => terms.has(token.term)).length / wantedTokens.length;
  if (found === 1) return wantedTokens.length === 1 ? 0.95 : 0.85;
  const concepts = new Set(findConcepts(tokens).map((concept) => concept.term));
  const wantedConcepts = findConcepts(tokenize(wanted));
  const covered = wantedConcepts.filter((concept) => concepts.has(concept.term)).reduce((sum, concept) => sum + concept.length, 0) / wantedTokens.length;
  return Math.min(0.7, Math.max(0.6 * found, 0.7 * Math.min(1, covered), namesTechnology(wanted, terms) ? 0.6 : 0));
}

/** Written like a name: "PLC", "S7-1500", "C++". What stands beside it ("programming", "experience") says less. */
const TECHNOLOGY = /^(?=.*[\p{Lu}\d])[\p{Lu}\d][\p{Lu}\d+#./-]+$/u;

/** True when the request names technologies and the line holds every one of them: "PLC programming" in "wrote the PLC code". */
function namesTechnology(wanted: string, terms: ReadonlySet<string>): boolean {
  const names = wanted.split(/\s+/).filter((word) => TECHNOLOGY.test(word));
  return names.length > 0 && names.every((name) => tokenize(name).some((token) => terms.has(token.term)));
}

/** What the encoder adds where words found little: cosine 0.45 is nothing, 0.75 is as good as the words. */
export function withSimilarity(evidence: PartEvidence, nearest: { line: Line; cosine: number } | null, part: RequestPart): PartEvidence {
  if (evidence.met || !nearest || part.kind === "years" || part.kind === "place" || part.kind === "certificate") return evidence;
  const strength = 0.8 * Math.min(1, Math.max(0, (nearest.cosine - 0.45) / 0.3));
  if (strength <= evidence.strength) return evidence;
  return { strength, met: strength >= MET_FROM, lines: strength >= MET_FROM ? [shorten(nearest.line, part.alternatives)] : [] };
}

const STATED_YEARS = /(\d+(?:\.\d+)?)\s*\+?\s*(?:years?|yrs?)\b|([\d一二两三四五六七八九十]+)\s*年(?:以上)?.{0,6}经验/i;

function yearsEvidence(part: RequestPart, lines: readonly Line[], person: PersonCard): PartEvidence {
  const stated = lines.filter((line) => STATED_YEARS.test(line.text));
  const fits = stated.find((line) => Number(STATED_YEARS.exec(line.text)?.[1] ?? 0) >= (part.minYears ?? 0));
  const dated = lines.filter((line) => /\b(?:19|20)\d{2}\b/.test(line.text));
  const years = person.years ?? (fits ? Number(STATED_YEARS.exec(fits.text)?.[1] ?? 0) : null);
  if (years === null) return NO_EVIDENCE;
  const met = years >= (part.minYears ?? 0);
  const line = fits ?? stated[0] ?? dated[0];
  return { strength: Math.min(1, years / Math.max(part.minYears ?? 1, 0.5)) * (met ? 1 : 0.8), met, lines: line && met ? [shorten(line, [])] : [] };
}

/** Long lines are cut to a stretch around what matched, at spaces; the quote stays a slice of the document. */
function shorten(line: Line, wanted: readonly string[]): Line {
  if (line.text.length <= MAX_QUOTE_CHARS) return line;
  const lower = line.text.toLowerCase();
  const at = Math.max(0, Math.min(...wanted.map((one) => lower.indexOf(one.toLowerCase())).filter((place) => place >= 0), Infinity));
  const centre = Number.isFinite(at) ? at : 0;
  let from = Math.max(0, Math.min(centre - 80, line.text.length - MAX_QUOTE_CHARS));
  let to = Math.min(line.text.length, from + MAX_QUOTE_CHARS);
  if (from > 0) from += Math.max(0, line.text.slice(from, from + 40).search(/\s/) + 1);
  if (to < line.text.length) to -= Math.max(0, /\S*$/.exec(line.text.slice(from, to))?.[0].length ?? 0) % 40;
  return { ...line, start: line.start + from, end: line.start + to, text: line.text.slice(from, to) };
}
