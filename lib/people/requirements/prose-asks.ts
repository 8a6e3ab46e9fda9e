/**
 * @file Prose asks: sentences of a job description that stand outside of its lists → the stretches that ask something of
 * the applicant ("You have five years of Java and speak German"), must-have or nice to have. What a company says of
 * itself, of the work and of what it gives asks nothing, and is left out.
 */
import type { Span } from "../../core/types";
import { splitSentences, trimSpan } from "../../knowledge/chunk/sentences";
import { ASKS_BEHIND, BOUNDARY, CHINESE_BEHIND, CUES, GIVEN, LOOKING_FOR, NEXT_VERB, NOT_ASKED, WISH } from "./prose-cues";

export interface ProseAsk extends Span {
  readonly mustHave: boolean;
}

/** What a cut leaves at the end of a stretch. */
const DANGLING = /(?:[\s,;，；、]|(?<![\p{L}\d])(?:and|but|while)(?=[\s,]*$))+$/iu;

/** True where a clause says that something is not asked. */
export function isNotAsked(clause: string): boolean {
  return NOT_ASKED.test(clause);
}

/** @returns stretches of `text` (offsets into it) that ask, in reading order; they do not overlap */
export function proseAsks(text: string): ProseAsk[] {
  return splitSentences(text).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    return askingStretches(words).flatMap((stretch) => byWish(words, stretch)).flatMap((ask) => byVerb(words, ask)).map((ask) => ({ ...ask, ...trimSpan(text, { start: sentence.start + ask.start, end: sentence.start + ask.start + words.slice(ask.start, ask.end).replace(DANGLING, "").length }) })).filter(({ start, end }) => end > start);
  });
}

/** From what asks to what stops asking. */
function askingStretches(words: string): Span[] {
  const cues = [...words.matchAll(CUES)].map((match) => ({ at: match.index, asks: match.groups?.ask !== undefined }));
  const stretches: Span[] = [];
  for (const [i, cue] of cues.entries()) {
    const next = cues.slice(i + 1).find(({ asks }) => !asks)?.at ?? words.length;
    if (cue.asks && (stretches.at(-1)?.end ?? 0) <= cue.at) stretches.push({ start: cue.at + roleBefore(words.slice(cue.at, next)), end: next });
  }
  for (const match of words.matchAll(/\p{Script=Han}/u.test(words) ? CHINESE_BEHIND : ASKS_BEHIND)) {
    if (stretches.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    const stop = cues.filter(({ at, asks }) => !asks && at < match.index).at(-1);
    // "Our team speaks Dutch, and English is required": what is asked begins at the last boundary behind the company's words.
    const from = stop ? lastBoundary(words, match.index, stop.at) : (stretches.at(-1)?.end ?? 0);
    if (from !== null) stretches.push({ start: from, end: Math.min(match.index + match[0].length, words.length) });
  }
  return stretches.flatMap((stretch) => withoutGiven(words, stretch)).sort((a, b) => a.start - b.start);
}

/** Parts of a stretch without those that give or waive something: such a part takes along what follows it, up to the next asking word. */
function withoutGiven(words: string, { start, end }: Span): Span[] {
  const kept: Span[] = [];
  let isGiven = false;
  for (const part of partsOf(words, { start, end })) {
    const said = words.slice(part.start, part.end);
    isGiven = GIVEN.test(said) || isNotAsked(said) || (isGiven && !new RegExp(CUES.source, "iu").test(said));
    const before = kept.at(-1);
    if (isGiven) continue;
    if (before?.end === part.start) kept[kept.length - 1] = { start: before.start, end: part.end };
    else kept.push(part);
  }
  return kept;
}

/** A stretch cut behind its commas and before its "and"s, without gaps. */
function partsOf(words: string, { start, end }: Span): Span[] {
  const cuts = [...words.slice(start, end).matchAll(BOUNDARY)].map((match) => start + match.index + (/^[,;，；]/.test(match[0]) ? 1 : 0)).filter((at) => at > start && at < end);
  return [start, ...cuts].map((at, i) => ({ start: at, end: cuts[i] ?? end }));
}

/** "looking for an engineer with 3 years of Kotlin": whom they look for is the title; what is asked stands behind "with". */
function roleBefore(stretch: string): number {
  return LOOKING_FOR.exec(stretch)?.[0].length ?? 0;
}

/** "three years of SQL and speak German": years and degrees belong to their own verb alone. */
function byVerb(words: string, { start, end, mustHave }: ProseAsk): ProseAsk[] {
  const cuts = [...words.slice(start, end).matchAll(NEXT_VERB)].map((match) => start + match.index + match[0].length);
  return [start, ...cuts].map((at, i) => ({ start: at, end: cuts[i] ?? end, mustHave }));
}

/** @returns where the words behind the last comma or "and" before `end` begin; null when none stands after `after` */
function lastBoundary(words: string, end: number, after: number): number | null {
  const found = [...words.slice(0, end).matchAll(BOUNDARY)].filter((match) => match.index > after).at(-1);
  return found ? found.index + found[0].length : null;
}

/** "Java, and Scala would be nice": the wish is parted from the demand, at the last comma or "and" before it. */
function byWish(words: string, { start, end }: Span): ProseAsk[] {
  const stretch = words.slice(start, end);
  const wish = WISH.exec(stretch);
  if (!wish) return [{ start, end, mustHave: true }];
  const leads = /^(?:ideally|preferabl|if possible|最好|若能)/i.test(wish[0]);
  const from = leads ? start + wish.index : lastBoundary(words, start + wish.index, start);
  if (from === null || from <= start + 12) return [{ start, end, mustHave: false }];
  return [{ start, end: from, mustHave: true }, { start: from, end, mustHave: false }];
}

/** True where a text speaks of asking, of the company, of the work or of what is given at all. */
export function hasCue(text: string): boolean {
  return new RegExp(CUES.source, "iu").test(text) || proseAsks(text).length > 0;
}
