/**
 * @file Evidence: how strongly a subject's items show one requirement, and which of them. The best counts, more of them
 * never less: no item can take strength away. Words, skills, titles and time; the encoder's view comes in as cosines.
 */
import { toMatchText, type MatchText } from "../terms/match-units";
import { findWhole } from "../terms/term-table";
import type { Ruleset } from "./ruleset";
import type { EvidenceItem, EvidenceQuote, EvidenceStanding, MatchSubject, WorkRange } from "./types";
import type { Phrase, Wanted } from "./wanted";
import { coveredMonths } from "./work-months";

export interface Evidence {
  /** 0–1. */
  readonly strength: number;
  readonly met: boolean;
  readonly standing: EvidenceStanding;
  readonly items: readonly EvidenceItem[];
  /** Months found where time was asked; null when the résumé gives none. */
  readonly months?: number | null;
}

export const NO_EVIDENCE: Evidence = { strength: 0, met: false, standing: "missing", items: [] };
const MAX_QUOTES = 3;
/** A further line is quoted from this share of the phrase. */
const WORTH_A_QUOTE = 0.15;

export interface Rated {
  readonly item: EvidenceItem;
  /** 0–1, with the share for its standing. */
  readonly strength: number;
}

const texts = new Map<string, MatchText>();
/** Dropped as a whole when full: a pool of any size must not grow it without end. */
const MAX_TEXTS = 50_000;

/** The item's words as matching needs them, worked out once per text: lines repeat over résumés. */
export function matchTextOf({ canonical }: Pick<EvidenceItem, "canonical">): MatchText {
  const known = texts.get(canonical);
  if (known) return known;
  if (texts.size >= MAX_TEXTS) texts.clear();
  const text = toMatchText(canonical);
  texts.set(canonical, text);
  return text;
}

/** Forgets the lines that were worked out: after an erasure nothing of the person stays in memory. */
export function forgetMatchTexts(): void {
  texts.clear();
}

/** Skills and free requirements: the taxonomy's skills, or the phrase's words. With years: the time of the posts that show it. */
export function skillEvidence(wanted: Wanted, subject: MatchSubject, ruleset: Ruleset): Evidence {
  const bySkill = rateSkills(wanted, subject.items, ruleset);
  const byPhrase = wanted.phrases.map((phrase) => ({ phrase, rated: rateLines(phrase, subject.items, (item) => standingShare(item, ruleset), ruleset) }));
  const { years } = wanted.requirement;
  const found = [plainEvidence(bySkill, ruleset), ...byPhrase.map(({ phrase, rated }) => phraseEvidence(phrase, rated, ruleset))];
  if (years === undefined) return strongest(found);
  const timed = [bySkill, ...byPhrase.map(({ rated }) => rated)].map((rated) => overTime(rated, years, { ruleset, from: ruleset.metFrom }));
  const spread = byPhrase.map(({ rated }, i) => inTime(found[i + 1] ?? NO_EVIDENCE, rated, { years, ruleset }));
  return strongest([...timed, ...spread]);
}

const strongest = (found: readonly Evidence[]): Evidence => found.reduce((best, next) => (next.strength > best.strength ? next : best), NO_EVIDENCE);

function plainEvidence(rated: readonly Rated[], ruleset: Ruleset): Evidence {
  const [top] = rated;
  if (!top) return NO_EVIDENCE;
  const items = rated.filter(({ strength }) => strength >= top.strength - 1e-9).slice(0, MAX_QUOTES).map(({ item }) => item);
  const strength = top.strength + twoWays(rated, ruleset);
  return { strength, met: strength >= ruleset.metFrom, standing: standingOf(items), items };
}

/** What is listed and shown in work history as well counts a little more: the weaker of the two decides how much. */
function twoWays(rated: readonly Rated[], { verified, stated, both }: Ruleset): number {
  const most = (isWork: boolean, share: number): number => Math.max(0, ...rated.flatMap((one) => (one.item.isWork === isWork ? one.strength / share : [])));
  return both * Math.min(1, most(true, verified), most(false, stated));
}

function rateSkills(wanted: Wanted, items: readonly EvidenceItem[], ruleset: Ruleset): Rated[] {
  if (wanted.skills.size === 0) return [];
  return items
    .flatMap((item): Rated[] => {
      const share = Math.max(0, ...item.skills.map((id) => wanted.skills.get(id) ?? 0));
      return share > 0 ? [{ item, strength: share * standingShare(item, ruleset) }] : [];
    })
    .sort(byStrength);
}

const byStrength = (a: Rated, b: Rated): number => b.strength - a.strength || compareItems(a.item, b.item);

/** Canonical order: never the place in the file. */
function compareItems(a: EvidenceItem, b: EvidenceItem): number {
  if (a.canonical !== b.canonical) return a.canonical < b.canonical ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : (a.work?.from ?? 0) - (b.work?.from ?? 0);
}

function standingShare(item: EvidenceItem, ruleset: Ruleset): number {
  return item.isWork ? ruleset.verified : ruleset.stated;
}

export function standingOf(items: readonly EvidenceItem[]): EvidenceStanding {
  if (items.length === 0) return "missing";
  return items.some((item) => item.isWork) ? "verified" : "stated";
}

interface RatedLine extends Rated {
  readonly rates: readonly number[];
}

/** How much of a phrase the items show, each alone and together, and the fewest of them that show it. */
function phraseEvidence(phrase: Phrase, rated: readonly RatedLine[], ruleset: Ruleset): Evidence {
  const [first] = rated;
  if (!first) return NO_EVIDENCE;
  const best = phrase.units.map((_, i) => Math.max(0, ...rated.map((one) => (one.rates[i] ?? 0) * standingShare(one.item, ruleset))));
  const together = best.reduce((sum, rate, i) => sum + rate * (phrase.units[i]?.weight ?? 0), 0) / phrase.total;
  const spread = together * (best.every((rate) => rate > 0) ? ruleset.wordsSpread : ruleset.wordsSpread * ruleset.wordsSome);
  const strength = Math.max(first.strength + twoWays(rated, ruleset), spread);
  const chosen = quoted(rated, phrase);
  return { strength, met: strength >= ruleset.metFrom, standing: standingOf(chosen), items: chosen };
}

function rateLines(phrase: Phrase, items: readonly EvidenceItem[], share: (item: EvidenceItem) => number, ruleset: Ruleset): RatedLine[] {
  return items
    .flatMap((item): RatedLine[] => {
      const rated = rateText(phrase, matchTextOf(item), ruleset);
      return rated ? [{ item, rates: rated.rates, strength: rated.strength * share(item) }] : [];
    })
    .sort(byStrength);
}

/** How far one line shows a phrase, 0–1, and each unit of it; null for not at all. */
export function rateText(phrase: Phrase, text: MatchText, ruleset: Ruleset): { readonly rates: readonly number[]; readonly strength: number } | null {
  const rates = phrase.units.map((unit) => unit.rate(text));
  const cover = rates.reduce((sum, rate, i) => sum + rate * (phrase.units[i]?.weight ?? 0), 0) / phrase.total;
  if (cover <= 0) return null;
  const isWhole = rates.every((rate) => rate > 0);
  const plain = cover * (isWhole ? (phrase.units.length === 1 ? 1 : ruleset.wordsApart) : ruleset.wordsSome);
  return { rates, strength: findWhole(text.lower, phrase.text) >= 0 ? 1 : plain };
}

/** The best line, then lines that show what is still missing. */
function quoted(rated: readonly RatedLine[], phrase: Phrase): EvidenceItem[] {
  const shown = phrase.units.map(() => 0);
  const chosen: EvidenceItem[] = [];
  for (let left = [...rated]; chosen.length < MAX_QUOTES; ) {
    const gain = ({ rates }: RatedLine): number => rates.reduce((sum, rate, i) => sum + Math.max(0, rate - (shown[i] ?? 0)) * (phrase.units[i]?.weight ?? 0), 0) / phrase.total;
    const next = left.reduce<RatedLine | null>((best, one) => (best === null || gain(one) > gain(best) + 1e-9 ? one : best), null);
    if (!next || gain(next) < WORTH_A_QUOTE) break;
    chosen.push(next.item);
    next.rates.forEach((rate, i) => (shown[i] = Math.max(shown[i] ?? 0, rate)));
    left = left.filter((one) => one !== next);
  }
  return chosen;
}

const isTimed = ({ item }: Rated): boolean => item.work !== null || item.statedMonths !== null;

/**
 * Strength × time. At each strength the items at least as strong count with the time of their posts together; the best of
 * these products is the strength, so that a further item never takes any away. Untimed ones keep `undatedShare`.
 *
 * @param rated best first
 */
function overTime(rated: readonly Rated[], years: number, { ruleset, from }: { ruleset: Ruleset; from: number }): Evidence {
  let best: Evidence = NO_EVIDENCE;
  for (const { strength } of rated) {
    const asStrong = rated.filter((one) => one.strength >= strength);
    const timed = asStrong.filter(isTimed).map(({ item }) => item);
    const months = timed.length > 0 ? monthsOf(timed) : null;
    const share = Math.max(months === null ? 0 : timeShare(months, years, ruleset), asStrong.length > timed.length ? ruleset.undatedShare : 0);
    if (strength * share <= best.strength) continue;
    const met = strength >= from && months !== null && timeShare(months, years, ruleset) === 1;
    const items = (timed.length > 0 ? timed : asStrong.map(({ item }) => item)).slice(0, MAX_QUOTES);
    best = { strength: strength * share, met, standing: standingOf(items), items, months };
  }
  return best;
}

/** A phrase whose words stand in several lines: the time of all of them. */
function inTime(evidence: Evidence, rated: readonly Rated[], { years, ruleset }: { years: number; ruleset: Ruleset }): Evidence {
  const timed = rated.filter(isTimed).map(({ item }) => item);
  const months = timed.length > 0 ? monthsOf(timed) : null;
  const share = Math.max(months === null ? 0 : timeShare(months, years, ruleset), rated.length > timed.length ? ruleset.undatedShare : 0);
  return { ...evidence, strength: evidence.strength * share * ruleset.wordsSpread, met: false, months };
}

/** Months of the items' posts, overlaps once, undated ones added. */
function monthsOf(items: readonly EvidenceItem[]): number {
  const ranges = items.flatMap(({ work }): WorkRange[] => (work ? [work] : []));
  return coveredMonths(ranges) + items.reduce((sum, { statedMonths }) => sum + (statedMonths ?? 0), 0);
}

/** 0–1: the part of the time asked for that was found; what falls short by rounding counts as whole. */
export function timeShare(months: number, years: number, { monthsTolerance }: Ruleset): number {
  const asked = 12 * years;
  return months >= asked - monthsTolerance ? 1 : months / asked;
}

/** Experience in a role: posts whose title shows it, and their time together; without a role the time of all work. */
export function roleEvidence(wanted: Wanted, subject: MatchSubject, ruleset: Ruleset): Evidence {
  const { years } = wanted.requirement;
  if (wanted.phrases.length === 0) return totalEvidence(subject, years ?? 0, ruleset);
  const rated = bestPerItem(wanted.phrases.flatMap((phrase) => rateLines(phrase, subject.items, (item) => (item.kind === "job" ? 1 : ruleset.roleOutsideTitle), ruleset)));
  const [first] = rated;
  if (!first) return { ...NO_EVIDENCE, ...(years === undefined ? {} : { months: 0 }) };
  if (years === undefined) return { strength: first.strength, met: first.strength >= ruleset.metFrom, standing: standingOf([first.item]), items: [first.item] };
  return overTime(rated, years, { ruleset, from: ruleset.roleFrom });
}

function bestPerItem(rated: readonly RatedLine[]): Rated[] {
  const best = new Map<EvidenceItem, Rated>();
  for (const one of rated) if (one.strength > (best.get(one.item)?.strength ?? 0)) best.set(one.item, one);
  return [...best.values()].sort(byStrength);
}

/** Years of work at all. */
function totalEvidence({ monthsOfWork, items }: MatchSubject, years: number, ruleset: Ruleset): Evidence {
  if (monthsOfWork === null) return { ...NO_EVIDENCE, months: null };
  const share = years > 0 ? timeShare(monthsOfWork, years, ruleset) : 1;
  const posts = items.filter((item) => item.kind === "job" && item.work !== null).sort((a, b) => length(b) - length(a) || compareItems(a, b));
  return { strength: share, met: share === 1, standing: posts.length > 0 ? "verified" : "stated", items: posts.slice(0, MAX_QUOTES), months: monthsOfWork };
}

const length = ({ work }: EvidenceItem): number => (work ? work.to - work.from : 0);

export function quotesOf(items: readonly EvidenceItem[]): EvidenceQuote[] {
  return items.map(({ text, start, end }) => ({ text, start, end }));
}
