/**
 * @file What a question aims at: a role, an opening, a programme, a course or skills, by any of their names, whole or by the
 * words that tell them apart. "As a moulder, how do I become a shift lead" aims at the shift lead.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { chineseName, englishWords, shortForms, type SaidWord } from "./name-words";
import type { GrowthName } from "./types";

export interface FoundTarget {
  readonly name: GrowthName | null;
  readonly course: GrowthName | null;
  readonly skillIds: readonly string[];
  /** The name is whole, or several of its words are: one telling word alone opens no growth answer. */
  readonly isSure: boolean;
  readonly isCourseSure: boolean;
  /** The course is meant by some of its words only. */
  readonly isCoursePart: boolean;
}

const GOAL = /\b(?:become|becoming|be an?|get to be|train(?:ed|ing)? (?:as|to be)|qualify(?:ing)? (?:as|for)|ready (?:for|as|to be)|towards?|to the|for the|for an?|for|into|as an?|switch(?:ing)? to|make it to|way to|goal is|from .{2,40} to)\b|成为|当上?|转(?:到|做|成|岗(?:到|做)?)|升(?:到|为|成)|胜任|应聘|竞聘|离|做|到/gi;
/** What the asker is already. */
const ORIGIN = /(?:\bi(?:'m| am)|\bi work as|(?:^|[,.;:] ?)as|\bbeing|\bafter|\bstay|\bhow) (?:just |only |currently )?(?:an? |the )?(?:senior |apprentice )?$|(?:从|作为|我是|目前是|现在是|不想(?:再|一直)?(?:做|当))(?:一[个名])?$/i;
const OPENING_WORD = /\b(?:opening|vacanc(?:y|ies)|advert|advertised|posting|posted|open position|job ad|apply|hiring)\b|在招|招人|招聘|空缺|应聘|竞聘|报名/i;
/** Share of a name's telling words that must be said where not all are. */
const ENOUGH = 0.55;
const PARTLY = 0.7;
const SHORTENED = 0.96;
/** Words that say what kind of post it is, not which. */
const KIND_OF_POST = new Set(["engineer", "technician", "lead", "manager", "senior", "specialist", "partner", "operator", "officer", "administrator", "team", "basic", "practice", "work", "project", "small", "read", "data", "quality", "assembl", "service", "field", "machin", "time", "first", "test", "office", "design", "safety", "ehs", "software", "control", "learn", "development"]);

/** Words of asking for a plan or a mentor, which are names of skills elsewhere. */
const OF_THE_REQUEST = /^(?:mentors?|mentoring|coach(?:es|ing)?|plans?|planning|learning|training|meetings?|career planning|(?:职业)?规划|计划|导师|学习|培训|辅导)$/i;

interface Match {
  readonly name: GrowthName;
  /** Weight of what is said of the name; more is better. */
  readonly size: number;
  readonly at: number;
  readonly isWhole: boolean;
  readonly isSure: boolean;
}

type Sized = Omit<Match, "name">;
type Words = readonly SaidWord[];

export function findTarget(question: string, names: readonly GrowthName[], taxonomy: Taxonomy): FoundTarget {
  const said: Said = { question, words: englishWords(question), chinese: chineseName(question) };
  const { weigh, prepared } = prepare(names);
  const matches = prepared.flatMap((each) => bestMatch(said, each, weigh) ?? []);
  const wantsOpening = OPENING_WORD.test(question);
  const goalAt = lastGoal(question);
  const rank = ({ name, size, at }: Match): number => size * (at >= goalAt ? 1.3 : 1) * (isOrigin(question, at) ? 0.4 : 1) + (name.kind === "opening" ? (wantsOpening ? 2 : -1) : name.kind === "role" && !wantsOpening ? 0.5 : 0);
  const best = (kinds: readonly GrowthName["kind"][]) => matches.filter(({ name }) => kinds.includes(name.kind)).sort((a, b) => rank(b) - rank(a))[0];
  const [name, course] = [best(["role", "opening", "programme", "occupation"]), best(["course"])];
  return { name: name?.name ?? null, isSure: (name?.isSure ?? false) && !isOrigin(question, name?.at ?? 0), course: course?.name ?? null, isCoursePart: course?.isWhole === false, isCourseSure: course?.isSure ?? false, skillIds: [...new Set(taxonomy.mentions(question).filter(({ text }) => !OF_THE_REQUEST.test(text)).map(({ skill }) => skill.id))] };
}

/** Place just before the end of the last word that announces a goal; -1 without one. */
function lastGoal(question: string): number {
  const last = [...question.matchAll(GOAL)].at(-1);
  return last ? last.index + last[0].length - 2 : -1;
}

/** "from X to Y" starts at X; "how far am I from X" aims at X. */
function isOrigin(question: string, at: number): boolean {
  const before = question.slice(0, at);
  return ORIGIN.test(before) || (/\bfrom (?:an? |the )?(?:senior )?$/i.test(before) && /\bto\b/i.test(question.slice(at)));
}

interface Said {
  readonly question: string;
  readonly words: Words;
  readonly chinese: string;
}

/** One way of writing a name, taken apart. */
interface Form {
  /** As titles write it, for Chinese; null for English. */
  readonly chinese: string | null;
  readonly words: readonly string[];
  /** Of the words before a comma. */
  readonly head: readonly string[];
  readonly isWhole: boolean;
  /** The title as it is written: its other forms ("Rotterdam payroll specialist") count whole only. */
  readonly mayBePart: boolean;
}

interface Prepared {
  readonly name: GrowthName;
  readonly forms: readonly Form[];
}

interface Names {
  readonly prepared: readonly Prepared[];
  readonly weigh: (word: string) => number;
}

/** Names are taken apart once per list, not once per question and tool. */
const known = new WeakMap<readonly GrowthName[], Names>();

function prepare(names: readonly GrowthName[]): Names {
  const before = known.get(names);
  if (before) return before;
  const prepared = names.map((name) => ({ name, forms: name.names.flatMap((written, i) => shortForms(written).map(({ text, isWhole }) => formOf(text, { isWhole, mayBePart: i === 0 }))) }));
  const made = { prepared, weigh: weightsOf(names) };
  known.set(names, made);
  return made;
}

function formOf(text: string, { isWhole, mayBePart }: Pick<Form, "isWhole" | "mayBePart">): Form {
  const wordsOf = (part: string) => [...new Set(englishWords(part).map(({ word }) => word))];
  return { chinese: /\p{Script=Han}/u.test(text) ? chineseName(text) : null, words: wordsOf(text), head: wordsOf(text.split(", ")[0] ?? text), isWhole, mayBePart };
}

/** The rarer a word among the names, the more it tells: ln(1 + names ÷ names with it). */
function weightsOf(names: readonly GrowthName[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { names: written } of names) for (const word of new Set(written.flatMap((text) => englishWords(text).map((each) => each.word)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + Math.max(20, names.length) / (counts.get(word) ?? 1));
}

function bestMatch(said: Said, { name, forms }: Prepared, weigh: (word: string) => number): Match | null {
  let best: Match | null = null;
  for (const form of forms) {
    const match = form.chinese === null ? matchEnglish(said, form, { weigh, isCourse: name.kind === "course" }) : matchChinese(said, form.chinese);
    const size = (match?.size ?? 0) * (form.isWhole ? 1 : SHORTENED);
    if (match && (best === null || size > best.size)) best = { ...match, name, size };
  }
  return best;
}

/** Characters per English word, about; a word of Chinese tells as much as a rare English one. */
const PER_CHARACTER = 1.9;
const SHORTEST_PART = 4;

/** Chinese has no gaps between words: the name, its end ("数据工程师"), or most of it must stand there in one piece. */
function matchChinese({ question, chinese }: Said, name: string): Sized | null {
  const found = chinese.includes(name) ? name : longestPart(chinese, name);
  const isWhole = found.length === name.length;
  const isPart = found.length >= SHORTEST_PART && (name.endsWith(found) || found.length / name.length >= ENOUGH + 0.05);
  if (found.length < 2 || !(isWhole || isPart)) return null;
  const at = question.toLowerCase().indexOf(found.slice(0, 2));
  return { size: found.length * PER_CHARACTER * (isWhole ? 1 : PARTLY), at: at < 0 ? Math.min(chinese.indexOf(found), question.length) : at, isWhole, isSure: true };
}

/** The longest run of the name's characters that the question has. */
function longestPart(question: string, name: string): string {
  for (let length = name.length - 1; length >= SHORTEST_PART; length--) {
    for (let start = name.length - length; start >= 0; start--) {
      const part = name.slice(start, start + length);
      if (question.includes(part)) return part;
    }
  }
  return "";
}

interface EnglishOptions {
  readonly weigh: (word: string) => number;
  readonly isCourse: boolean;
}

/** Every word of the name, in any order and number; or those that tell it apart. */
function matchEnglish({ words: said }: Said, { words, head, mayBePart }: Form, { weigh, isCourse }: EnglishOptions): Sized | null {
  const found = words.filter((word) => said.some((each) => each.word === word));
  if (found.length === 0) return null;
  const sum = (list: readonly string[]) => list.reduce((total, word) => total + weigh(word), 0);
  const isWhole = found.length === words.length;
  const telling = found.filter((word) => !KIND_OF_POST.has(word));
  const share = sum(found) / sum(words);
  const isPart = mayBePart && head.some((word) => found.includes(word)) && (found.length > 1 || (telling.length > 0 && (isCourse || found[0] !== head.at(-1)))) && share >= (found.length > 1 ? (isCourse ? 0.45 : ENOUGH) : isCourse ? 0.3 : 0.5);
  if (!isWhole && !isPart) return null;
  const isHigherUnsaid = words.includes("senior") && !found.includes("senior");
  return { size: sum(found) * (isWhole ? 1 : PARTLY * share) * (isHigherUnsaid ? 0.6 : 1), at: placeOf([...found].sort((a, b) => weigh(b) - weigh(a)), said), isWhole, isSure: isWhole || found.length > 1 };
}

/** Where the words stand nearest to the last mention of the first of them: the first place of those. */
function placeOf([rarest, ...others]: readonly string[], said: Words): number {
  const anchor = said.filter(({ word }) => word === rarest).at(-1)?.at ?? 0;
  const near = others.map((other) => said.filter(({ word }) => word === other).map(({ at }) => at).sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))[0] ?? anchor);
  return Math.min(anchor, ...near);
}
