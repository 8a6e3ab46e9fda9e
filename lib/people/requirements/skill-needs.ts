/**
 * @file Skill needs: one clause of a job description → the skills it asks for: a list becomes several, "Siemens or
 * Rockwell" one with alternatives, a sentence that the taxonomy does not know one in its own words.
 */
import type { Span } from "../../core/types";
import type { SkillMention, Taxonomy } from "../taxonomy/types";
import { corePhrase } from "./core-phrase";

export interface SkillNeed extends Span {
  /** Taxonomy ids; empty when the words alone say what is asked. */
  readonly any: readonly string[];
  readonly text: string;
}

const LIST = /\s*(?:[,;、；]|，|\band\b|\bas well as\b|&(?=\s)|(?<=\s)\+(?=\s)|和|以及|及|与)\s*/iu;
const OR = /^[\s,，]*(?:\bor\b|\/|或者?)\s*$/i;
const EITHER = /\bor\b|\/|或/i;
/** A part of a list is a name, not a clause: at most so many words. */
const MAX_PART_WORDS = 4;
const MAX_PART_HAN = 12;
const NOT_A_NAME = /^(?:its?|their|our|your|notably|especially|particularly|mainly|specifically|such|able|so|that|which|who|both|e\.g|etc|including|as|for|to|in|with|of)\b/i;
/** "Analysis: Ability to analyze system errors": what stands before the colon is the skill. */
const LABELLED = /^([^:：]{2,48})[:：]\s*\S/u;
const MAX_LABEL_WORDS = 6;

/** @returns needs in reading order; empty when the clause holds nothing but frame words */
export function skillNeeds(clause: string, taxonomy: Taxonomy): SkillNeed[] {
  const label = LABELLED.exec(clause)?.[1];
  if (label !== undefined && label.split(/\s+/).length <= MAX_LABEL_WORDS && !/e\.g|such as|例如|如$/i.test(label)) return skillNeeds(label, taxonomy);
  const core = corePhrase(clause);
  if (!core) return [];
  const parts = listParts(clause, core);
  // "technical tools and software" is one thing; "Python and SQL", each in the taxonomy, are two.
  const isPair = parts.length === 2 && !/[、；;]/.test(clause.slice(core.start, core.end));
  const isList = parts.length > 1 && (!isPair || parts.every(({ start, end }) => taxonomy.normalise(clause.slice(start, end)) !== null));
  if (isList) return parts.flatMap((part) => oneNeed(clause, part, taxonomy));
  const mentions = taxonomy.mentions(clause.slice(core.start, core.end)).map((one) => ({ ...one, start: one.start + core.start, end: one.end + core.start }));
  if (mentions.length < 2 || isOneThing(clause, core, mentions)) return oneNeed(clause, core, taxonomy);
  return groups(clause, mentions).map((group) => asNeed(clause, group));
}

/** The parts of a plain list; the whole when it is a sentence. Commas inside brackets do not divide. */
function listParts(clause: string, core: Span): Span[] {
  const text = clause.slice(core.start, core.end);
  const masked = text.replace(/[(（][^)）]*[)）]/g, (inner) => "x".repeat(inner.length));
  const parts: Span[] = [];
  let at = 0;
  for (const piece of masked.split(LIST)) {
    const start = masked.indexOf(piece, at);
    at = start + piece.length;
    const span = corePhrase(text.slice(start, at));
    if (span) parts.push({ start: core.start + start + span.start, end: core.start + start + span.end });
  }
  const isName = ({ start, end }: Span): boolean => {
    const part = clause.slice(start, end);
    if (NOT_A_NAME.test(part)) return false;
    return /\p{Script=Han}/u.test(part) ? part.length <= MAX_PART_HAN : part.replace(/[(（].*[)）]/, "").trim().split(/\s+/).length <= MAX_PART_WORDS;
  };
  return parts.length > 1 && parts.every(isName) ? parts : [core];
}

function oneNeed(clause: string, span: Span, taxonomy: Taxonomy): SkillNeed[] {
  const text = clause.slice(span.start, span.end);
  const whole = taxonomy.normalise(text);
  const mentions = whole ? [] : taxonomy.mentions(text);
  const any = whole ? [whole.id] : [...new Set(alternatives(text, mentions).map((one) => one.skill.id))];
  return [{ ...span, text, any }];
}

/** "PLC (Siemens or Rockwell)": what stands in the brackets narrows what stands before them. */
function alternatives(text: string, mentions: readonly SkillMention[]): readonly SkillMention[] {
  const bracket = /[(（]([^)）]*)[)）]/.exec(text);
  if (!bracket || !EITHER.test(bracket[1] ?? "") || /e\.g|such as|for example|例如|如/i.test(bracket[1] ?? "")) return mentions;
  const inside = mentions.filter((one) => one.start >= bracket.index);
  return inside.length > 0 ? inside : mentions;
}

/** Two names with no list between them ("Java programming", "PLC (S7)") are one need. */
function isOneThing(clause: string, core: Span, mentions: readonly SkillMention[]): boolean {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) return true;
  const between = clause.slice(first.end, last.start);
  const text = clause.slice(core.start, core.end);
  return /[(（]/.test(between) ? /[)）]\s*$/.test(text) && !/[)）].*\S.*[(（]/.test(between) : !/[,;、；，/]|\b(?:and|or|as well as)\b|[和或及与]/i.test(between);
}

/** Mentions joined by "or" or "/" are alternatives; every other neighbour is a need of its own. */
function groups(clause: string, mentions: readonly SkillMention[]): SkillMention[][] {
  const found: SkillMention[][] = [];
  for (const mention of mentions) {
    const group = found.at(-1);
    const before = group?.at(-1);
    const isList = /,[^,]*\bor\b/i.test(clause.slice(mentions[0]?.start, mentions.at(-1)?.end)) && !/\band\b/i.test(clause.slice(mentions[0]?.start, mentions.at(-1)?.end));
    const gap = before ? clause.slice(before.end, mention.start) : "";
    if (group && before && (OR.test(gap) || (isList && /^[\s,]*$/.test(gap)))) group.push(mention);
    else found.push([mention]);
  }
  return found;
}

function asNeed(clause: string, group: readonly SkillMention[]): SkillNeed {
  const [start, end] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0];
  return { start, end, text: clause.slice(start, end), any: [...new Set(group.map((one) => one.skill.id))] };
}
