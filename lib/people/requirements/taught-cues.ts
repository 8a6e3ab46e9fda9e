/**
 * @file Taught cues: how recruiters' corrections say that a description should have been read → words that would have read it so, each
 * tried on every opening that somebody corrected: how many corrections it spares, where it would be wrong. Pure, in slices; a person takes each
 * in or leaves it (lib/server/recruiting/taught-reading.ts).
 */
import type { CueMeaning, CuePlace, ReadingCue } from "../../contracts/taught-reading";
import { inSlices } from "../../core/slices";
import { splitSentences } from "../../knowledge/chunk/sentences";
import type { Span } from "../../core/types";
import { headingOver, isKnownHeading } from "./job-sections";
import { cueKey, cueWords } from "./reading-cues";
import type { Requirement } from "./types";

/** An opening whose list somebody has corrected. */
export interface CorrectedOpening {
  readonly id: string;
  readonly text: string;
  /** As it was read when it was taken up, and as recruiters left it. */
  readonly read: readonly Requirement[];
  readonly now: readonly Requirement[];
  /** Who changed each requirement last, by its id; null: an account that is gone. */
  readonly by: ReadonlyMap<string, string | null>;
}

export interface TaughtCue extends ReadingCue {
  /** Openings where fewer corrections would have been needed; at least two. */
  readonly openings: readonly string[];
  /** Who made those corrections. */
  readonly people: number;
  /** Corrections that would not have been needed there. */
  readonly spared: number;
  /** Openings where it would have made one needed. */
  readonly wrong: number;
  /** A line where the words stand, at most 160 characters. */
  readonly example: string;
}

export interface TaughtCuesOptions {
  /** The reading as it is now, with these cues more. */
  readonly readWith: (text: string, more: readonly ReadingCue[]) => readonly Requirement[];
  /** Keys (`cueKey`) of what somebody left out: neither they nor others for the same corrections are proposed. */
  readonly left?: ReadonlySet<string>;
}

const MIN_OPENINGS = 2;
/** One person's habit is not the company's: two people in two openings, or one in three. */
const MIN_OPENINGS_AND_PEOPLE = 4;
/** Against a heading that the reader knows: three people in three openings, or the like. */
const MIN_AGAINST_KNOWN = 6;
/** At most one opening in which it would be wrong for so many in which it helps. */
const HELPS_PER_WRONG = 3;
const MAX_TRIED = 24;
/** A reading takes 1–5 ms: others are served in between. */
const SLICE_MS = 20;
const MAX_PROPOSED = 8;
const MAX_WORDS = 6;
const MAX_HAN = 8;
const MAX_EXAMPLE_CHARS = 160;
/** Alone they say nothing of asking. */
const FRAME = new Set(
  ("a an the and or of in on at to for with by as is are be been has have had will would can could our your you we us they their its it this that these those from any all some other own within about into over very much more most also etc " +
    "experience experiences knowledge skill skills ability abilities understanding familiarity working work good strong excellent solid proven years year degree level field relevant related similar using use must-have").split(" "),
);
const HAN_FRAME = /^[的了和与及或并且等在于对有能会者及其以上经验能力知识熟悉掌握了解精通具备具有相关工作要求一二三四五六七八九十年、，。；：\s]+$/u;

/** What a recruiter's final list says of one requirement that was read, or missed. */
interface Label {
  readonly opening: CorrectedOpening;
  /** The requirement that was read, or that a recruiter typed. */
  readonly of: Requirement;
  readonly means: CueMeaning;
  readonly span: Span;
  readonly isMissed: boolean;
  readonly by: string | null;
}

interface Candidate extends ReadingCue {
  readonly labels: Set<Label>;
}

/** @param openings in a fixed order; the same openings give the same proposals, most openings first */
export async function taughtCues(openings: readonly CorrectedOpening[], { readWith, left = new Set() }: TaughtCuesOptions): Promise<TaughtCue[]> {
  const plain = new Map<string, readonly Requirement[]>();
  await inSlices(openings, (opening) => plain.set(opening.id, readWith(opening.text, [])), { sliceMs: SLICE_MS });
  const labels = openings.flatMap((opening) => labelsOf(opening, plain.get(opening.id) ?? []));
  const settled = new Set<Label>();
  const proposals: TaughtCue[] = [];
  let tried = 0;
  for (const candidate of candidatesOf(labels)) {
    const open = [...candidate.labels].filter((label) => !settled.has(label));
    if (!isEnough(open, candidate)) continue;
    if (left.has(cueKey(candidate))) {
      for (const label of candidate.labels) settled.add(label);
      continue;
    }
    if (proposals.length === MAX_PROPOSED || tried === MAX_TRIED) break;
    tried++;
    const trial = await tryOut(candidate, openings, { plain, readWith });
    if (!trial) continue;
    proposals.push(trial.proposal);
    for (const label of labels) if (candidate.labels.has(label) || isMended(label, trial.readings.get(label.opening.id))) settled.add(label);
  }
  return proposals.sort((a, b) => b.openings.length - a.openings.length || b.spared - a.spared || (cueKey(a) < cueKey(b) ? -1 : 1));
}

/** What the reading still does otherwise than a recruiter left it. */
function labelsOf(opening: CorrectedOpening, plain: readonly Requirement[]): Label[] {
  const now = new Map(opening.now.map((one) => [one.id, one]));
  const typed = opening.now.filter(({ source }) => source === null);
  const joined = opening.now.filter(({ id }) => !opening.read.some((one) => one.id === id)).flatMap((one) => (one.source ? [{ one, span: one.source }] : []));
  const still = new Map(plain.map((one) => [one.id, one]));
  const by = (id: string): string | null => opening.by.get(id) ?? null;
  const read = opening.read.flatMap((one): Label[] => {
    const today = still.get(one.id);
    // The text may be another by now: what was read must still stand there.
    if (one.source === null || today?.mustHave !== one.mustHave || today.source?.start !== one.source.start) return [];
    const left = now.get(one.id);
    if (!left && joined.some(({ span }) => isWithin(one.source, span))) return [];
    // What was said in other words was not thrown out.
    if (!left) return typed.some(({ text }) => isLike(text, one.text)) ? [] : [{ opening, of: one, means: "none", span: one.source, isMissed: false, by: by(one.id) }];
    return left.mustHave === one.mustHave ? [] : [{ opening, of: one, means: left.mustHave ? "must" : "nice", span: one.source, isMissed: false, by: by(one.id) }];
  });
  const missed = typed.flatMap((one): Label[] => {
    const start = opening.text.toLowerCase().indexOf(one.text.toLowerCase());
    const span = { start, end: start + one.text.length };
    if (start < 0 || opening.text.length !== opening.text.toLowerCase().length || [...opening.read, ...plain].some(({ source }) => source && source.start < span.end && span.start < source.end)) return [];
    return [{ opening, of: one, means: one.mustHave ? "must" : "nice", span, isMissed: true, by: by(one.id) }];
  });
  const whole = joined.flatMap(({ one, span }): Label[] => {
    const parts = opening.read.filter(({ id, source }) => !now.has(id) && isWithin(source, span) && still.get(id)?.source?.start === source?.start);
    return parts.length < 2 || still.has(one.id) ? [] : [{ opening, of: one, means: "one", span, isMissed: false, by: by(one.id) }];
  });
  return [...read, ...missed, ...whole];
}

const isWithin = (inner: Span | null, outer: Span): boolean => inner !== null && outer.start <= inner.start && inner.end <= outer.end;

/** Equal, or one within the other; a letter or two are within everything. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a)));
}

/** Best supported first; of those with the same corrections the longest words. */
function candidatesOf(labels: readonly Label[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const add = (place: CuePlace, means: CueMeaning, words: string, label: Label): void => {
    const cue = { place, means, words: cueWords(words) };
    if (cue.words.length < 2 || cue.words.length > 80) return;
    const key = `${means} ${cueKey(cue)}`;
    const before = found.get(key) ?? { ...cue, labels: new Set<Label>() };
    before.labels.add(label);
    found.set(key, before);
  };
  for (const label of labels) {
    const { opening, means, span, isMissed } = label;
    if (means === "one") {
      add("within", means, opening.text.slice(span.start, span.end), label);
      continue;
    }
    const heading = headingOver(opening.text, span.start);
    if (heading !== null) add("heading", means, heading, label);
    const sentence = sentenceAround(opening.text, span);
    const said = opening.text.slice(sentence.start, sentence.end);
    if (means === "none" || (isMissed && means === "must")) for (const words of beginnings(said)) add("opening", isMissed ? "must" : "none", words, label);
    if (means !== "none" && !isMissed) for (const words of phrasesOf(said)) add("within", means, words, label);
  }
  const order: Record<CuePlace, number> = { heading: 0, opening: 1, within: 2 };
  const openingsOf = (one: Candidate): number => new Set([...one.labels].map(({ opening }) => opening.id)).size;
  const sorted = [...found.values()]
    .filter((one) => isEnough([...one.labels], one) && (one.place !== "within" || one.means === "one" || isBesideSeveral(one)))
    .map((one) => ({ one, openings: openingsOf(one), same: `${one.place} ${one.means} ${[...one.labels].map((label) => numbers.get(label)).join(",")}` }))
    .sort((a, b) => b.openings - a.openings || b.one.labels.size - a.one.labels.size || order[a.one.place] - order[b.one.place] || b.one.words.length - a.one.words.length || (cueKey(a.one) < cueKey(b.one) ? -1 : 1));
  return sorted.filter(({ same }, i) => sorted.findIndex((other) => other.same === same) === i).map(({ one }) => one);
}

/** Words that always stand with the same thing are its name, not what makes it a must or a wish. */
const isBesideSeveral = ({ labels }: Candidate): boolean => new Set([...labels].map(({ opening, span }) => opening.text.slice(span.start, span.end).toLowerCase())).size > 1;

function isEnough(labels: readonly Label[], { place, words }: ReadingCue): boolean {
  const openings = new Set(labels.map(({ opening }) => opening.id)).size;
  return openings >= MIN_OPENINGS && openings + peopleOf(labels) >= (place === "heading" && isKnownHeading(words) ? MIN_AGAINST_KNOWN : MIN_OPENINGS_AND_PEOPLE);
}

const peopleOf = (labels: readonly Label[]): number => new Set(labels.flatMap(({ by }) => by ?? [])).size;

interface Trial {
  readonly proposal: TaughtCue;
  /** By opening, where it was read otherwise. */
  readonly readings: ReadonlyMap<string, readonly Requirement[]>;
}

/** Reads every corrected opening with the cue: null where it helps too seldom or harms too often. */
async function tryOut({ labels, ...cue }: Candidate, openings: readonly CorrectedOpening[], { plain, readWith }: Pick<TaughtCuesOptions, "readWith"> & { readonly plain: ReadonlyMap<string, readonly Requirement[]> }): Promise<Trial | null> {
  const readings = new Map<string, readonly Requirement[]>();
  const helped = new Map<string, number>();
  let wrong = 0;
  const readAgain = (opening: CorrectedOpening): void => {
    const reading = readWith(opening.text, [cue]);
    readings.set(opening.id, reading);
    const spared = mistakes(plain.get(opening.id) ?? [], opening) - mistakes(reading, opening);
    if (spared > 0) helped.set(opening.id, spared);
    if (spared < 0) wrong++;
  };
  // Those that it rests on first: where it does not help them, the others need not be read.
  await inSlices(new Set([...labels].map((label) => label.opening)), readAgain, { sliceMs: SLICE_MS });
  const own = [...labels].filter(({ opening }) => helped.has(opening.id));
  if (!isEnough(own, cue)) return null;
  await inSlices(openings.filter(({ id, text }) => !readings.has(id) && cueWords(text).includes(cue.words)), readAgain, { sliceMs: SLICE_MS });
  if (wrong * HELPS_PER_WRONG > helped.size) return null;
  const first = own[0];
  const spared = [...helped.values()].reduce((sum, one) => sum + one, 0);
  return { readings, proposal: { ...cue, openings: [...helped.keys()].sort(), people: peopleOf(own), spared, wrong, example: first ? lineAround(first.opening.text, first.span) : "" } };
}

function isMended({ of, means, isMissed }: Label, reading: readonly Requirement[] | undefined): boolean {
  if (reading === undefined) return false;
  const read = reading.find(({ id, text }) => id === of.id || (isMissed && isLike(text, of.text)));
  return means === "none" || means === "one" ? (read === undefined) === (means === "none") : read?.mustHave === (means === "must");
}

/** Corrections between a reading and the list as recruiters left it: what is too much, what is missing, what is asked otherwise. */
function mistakes(reading: readonly Requirement[], { now, text }: CorrectedOpening): number {
  const wanted = new Map(now.map((one) => [one.id, one]));
  const typed = now.filter(({ id, source }) => source === null && !reading.some((one) => one.id === id));
  const tooMuch = reading.filter(({ id, text: words }) => !wanted.has(id) && !typed.some((one) => isLike(one.text, words)));
  const otherwise = reading.filter(({ id, mustHave }) => wanted.has(id) && wanted.get(id)?.mustHave !== mustHave);
  const missing = now.filter((one) => !reading.some(({ id, text: words }) => id === one.id || (one.source === null && isLike(one.text, words))) && (one.source !== null || text.toLowerCase().includes(one.text.toLowerCase())));
  return tooMuch.length + otherwise.length + missing.length;
}

function sentenceAround(text: string, span: Span): Span {
  const line = lineSpan(text, span);
  return splitSentences(text, line).find(({ start, end }) => start <= span.start && span.start < end) ?? line;
}

function lineSpan(text: string, { start }: Span): Span {
  const end = text.indexOf("\n", start);
  return { start: text.lastIndexOf("\n", start - 1) + 1, end: end < 0 ? text.length : end };
}

function lineAround(text: string, span: Span): string {
  const { start, end } = lineSpan(text, span);
  const line = text.slice(start, end).replace(/^[\s#*•·▪-]+/u, "").trim();
  return line.length > MAX_EXAMPLE_CHARS ? `${line.slice(0, MAX_EXAMPLE_CHARS - 1)}…` : line;
}

/** The first one to six words of a sentence, or two to eight Chinese characters, without bullet and numbering. */
function beginnings(sentence: string): string[] {
  const bare = sentence.replace(/^[^\p{L}]+/u, "");
  const clause = /^[^,;:.，；：。、()（）]+/u.exec(bare)?.[0] ?? "";
  if (/^\p{Script=Han}/u.test(clause)) return pieces([...clause].slice(0, MAX_HAN), 2, "").filter((one) => clause.startsWith(one) && !HAN_FRAME.test(one));
  const words = clause.trim().split(/\s+/).slice(0, MAX_WORDS);
  return words.map((_, i) => words.slice(0, i + 1)).filter(saysSomething).map((some) => some.join(" "));
}

/** Runs of one to six words, or two to eight Chinese characters, between the marks of a sentence. */
function phrasesOf(sentence: string): string[] {
  const runs = sentence.split(/[,;:.!?，；：。、！？()（）[\]"“”*•]+/u);
  return [...new Set(runs.flatMap((run) => {
    const han = run.match(/\p{Script=Han}{2,}/gu) ?? [];
    const words = run.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}'’+#-]*/gu) ?? [];
    return [...han.flatMap((one) => pieces([...one], 2, "").filter((piece) => [...piece].length <= MAX_HAN && !HAN_FRAME.test(piece))), ...(han.length > 0 ? [] : runsOf(words).filter(saysSomething).map((some) => some.join(" ")))];
  }))];
}

const runsOf = (words: readonly string[]): string[][] => words.flatMap((_, from) => words.slice(from, from + MAX_WORDS).map((__, i) => words.slice(from, from + i + 1)));
const pieces = (letters: readonly string[], least: number, glue: string): string[] => letters.flatMap((_, from) => letters.slice(from, from + MAX_HAN).map((__, i) => letters.slice(from, from + i + 1))).filter((some) => some.length >= least).map((some) => some.join(glue));

function saysSomething(words: readonly string[]): boolean {
  return words.some((word) => word.length >= 3 && !FRAME.has(word.toLowerCase()) && !/^\d+$/.test(word));
}
