/**
 * @file Follow-ups: "and for part-timers?", "那兼职呢？", "how do I apply for it" → a question that stands alone, made
 * whole with the last question that was about something. A question that stands alone already is never touched.
 */
import { detectLanguage } from "../../core/language";
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { normalise } from "../../knowledge/lexical/normalise";
import { refineRequest } from "../candidates/refine-request";
import type { Turn } from "../types";

/** Outcomes whose question had a subject to go on with. */
const WITH_SUBJECT: ReadonlySet<Turn["outcome"]> = new Set(["answered", "closest", "none", "candidates"]);

/** Openings that lean on what was said before. "and then"-style connectives first, so that they can be cut off. */
const LEANING = /^(?:(?:ok(?:ay)?|so|and|but|also|then|hm+|well|right|what|thanks?)[,.!\s]+)*(?:(?:and|what|how) about|and (?:what|how) (?:about|if)|and(?: also)?|but|what if|how about|same for|or)\b[\s,]*/i;
const PREPOSITION_START = /^(?:for|in|at|with|during|on|to|from|after|before|without|as|only|even|not)\b(?!-|\s+(?:what|which|whom|whose|how)\b)/i;
const TOO = /\b(?:too|as well)\s*\??$/i;
const POINTING = /\b(?:it|its|this|those|these|they|them|their|there|that one|another one|the same)\b/i;
/** With more than so many content words before it, a pronoun points at something in the question itself. */
const MAX_BEFORE_PRONOUN = 2;
/** "it", "that" and "there" that point at nothing: "is it allowed to", "is there a", "how long does it take". */
const NOT_POINTING =
  /\b(?:is|was|would|will|should|if|does|can|when)(?: it| there)(?: be| take| cost| count| mean| matter| ok| okay| possible| allowed| fine| true| a| an| any| snow)|\bit(?:'s| is) (?:ok|okay|possible|allowed|fine|true|a|an|my)|\bthis is (?:my|the|a|an|our)\b|\b(?:there is|there are|are there|is there|there's)\b|\b(?:say|said|know|think|so|fact|ensure|sure|told|believe|means|one of|no one|one (?:day|week|month|year|time)|this (?:year|week|month|morning|company|weekend|summer|winter))\b/gi;
const CHINESE_LEANING = /^(?:那么|那|还有|另外|然后|那如果|如果是|要是|换成|再问一下|以及|而)[，,\s]*/;
const CHINESE_POINTING = /它|这个|那个|这种|那种|这些|那些|该(?:假|制度|规定|政策|福利|费用|补贴|申请)|上述|前者|后者|此类/;

export interface WholeQuestion {
  readonly question: string;
  readonly isFollowUp: boolean;
}

/**
 * @param history oldest first
 * @returns the question to look up; the same text when it stands alone or nothing came before
 */
export function makeWhole(question: string, history: readonly Turn[]): WholeQuestion {
  const before = history.filter((turn) => WITH_SUBJECT.has(turn.outcome)).at(-1);
  if (!before) return { question, isFollowUp: false };
  const refined = refineRequest(question, before);
  if (refined !== null) return { question: refined, isFollowUp: true };
  const chinese = detectLanguage(question) === "zh";
  const how = chinese ? leansChinese(question) : leansEnglish(question);
  if (!how) return { question, isFollowUp: false };
  const whole = chinese ? joinChinese(question, before, how) : joinEnglish(question, before, how);
  return { question: whole, isFollowUp: true };
}

/** substitute: the last question with one thing changed · point: a new question about the last subject */
type Leaning = "substitute" | "point";

function leansEnglish(question: string): Leaning | null {
  const text = question.trim();
  const opening = LEANING.exec(text)?.[0] ?? "";
  const rest = text.slice(opening.length);
  const content = contentWords(rest);
  if (opening !== "" && /^(?:(?:ok(?:ay)?|so|well)[,.!\s]+)*(?:and |but )?(?:what|how) about|^same for|what if/i.test(text)) return content.length <= 8 ? "substitute" : null;
  const isWhole = /^(?:how|what|when|where|who|which|why|can|could|may|must|do|does|did|is|are|am|should|will|would)\b/i.test(rest);
  if (points(rest) && content.length <= 5) return "point";
  if (TOO.test(rest) && !isWhole && content.length <= 4) return "substitute";
  if (opening !== "" && !isWhole) return content.length <= 6 ? "substitute" : null;
  if (opening !== "" && content.length <= 3) return "point";
  if (!isWhole && PREPOSITION_START.test(rest) && content.length <= 4) return "substitute";
  if (isWhole && content.length === 0) return "point";
  return null;
}

/** "Who approves that?", "when does it expire"; not "the dress code that applies", not a pronoun for its own words. */
function points(text: string): boolean {
  const clean = text.replace(NOT_POINTING, (match) => match.replace(/[\p{L}']+/gu, "so"));
  const pronoun = POINTING.exec(clean);
  if (pronoun && contentWords(clean.slice(0, pronoun.index)).length <= MAX_BEFORE_PRONOUN) return true;
  return [...clean.matchAll(/(\p{L}+)?\s*\bthat\b\s*(\p{L}+)?/giu)].some((match) => {
    const [, before, after] = match;
    return contentWords(clean.slice(0, match.index)).length <= MAX_BEFORE_PRONOUN && (after === undefined || before === undefined || isQuestionWord(before.toLowerCase()));
  });
}

function leansChinese(question: string): Leaning | null {
  const text = question.trim().replace(/[？?。！!\s]+$/u, "");
  const opening = CHINESE_LEANING.exec(text)?.[0] ?? "";
  const rest = text.slice(opening.length);
  if (CHINESE_POINTING.test(text) && text.length <= 20) return "point";
  if (/呢$/.test(text) && text.length <= 16 && !/怎么|如何|什么|多少|几|哪|谁|吗/.test(rest)) return "substitute";
  if (/^.{1,8}也(?:有|是|可以|能|要|行|算|得)?.{0,3}吗$/u.test(text)) return "substitute";
  if (opening !== "" && text.length <= 18) return /怎么|如何|什么|多少|几|哪|谁|吗|多久|需要|可以/.test(rest) ? "point" : "substitute";
  return null;
}

function contentWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => !isQuestionWord(normalise(word).replace(/'(?:s|d|m|ll|ve|re)?$/, "").replace(/'/g, "")));
}

/** Words for groups of people: a follow-up that names one replaces the one named before. */
const GROUPS = /\b(?:full|part)[- ]?tim(?:e|ers?)(?: (?:employees?|staff|workers?|team members?))?\b|\b(?:interns?|contractors?|managers?|apprentices?|trainees?|temps?|temporary (?:staff|workers?)|exempt|non-?exempt|salaried|hourly)\b/gi;
const CHINESE_GROUPS = /全职(?:员工)?|兼职(?:员工)?|实习生|学徒|正式员工|经理|主管|劳务派遣工?|试用期员工|女职工|男职工/g;
/** A capitalised word that does not open the question: a place, a system, a name. */
const NAMES = /(?<=\S\s+)(?:(?:in|at|for|from|to) (?:the )?)?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu;
const CHINESE_PLACES = /(?:在|到)?(?:北京|上海|广州|深圳|苏州|杭州|南京|成都|武汉|西安|天津|重庆|香港|鹿特丹|利兹|伦敦|总部|工厂|车间)(?:办公室|厂区|基地|公司)?(?:的)?/g;

function joinEnglish(question: string, before: Turn, how: Leaning): string {
  const opening = LEANING.exec(question.trim())?.[0] ?? "";
  const rest = stripEnd(question.trim().slice(opening.length)) || stripEnd(question);
  const earlier = stripEnd(before.understoodAs ?? before.question);
  if (how === "substitute") {
    let kept = earlier;
    if (new RegExp(GROUPS.source, "i").test(rest)) kept = kept.replace(GROUPS, "");
    if (/\p{Lu}/u.test(rest)) kept = kept.replace(NAMES, "");
    return `${kept.replace(/\s+/g, " ").trim()} — ${rest}?`;
  }
  return `${stripEnd(question)} (${subjectOf(earlier, before)})?`;
}

function joinChinese(question: string, before: Turn, how: Leaning): string {
  const rest = stripEnd(question.trim().replace(CHINESE_LEANING, "")).replace(/呢$/u, "");
  const earlier = stripEnd(before.understoodAs ?? before.question);
  if (how === "substitute") {
    let kept = earlier;
    if (new RegExp(CHINESE_GROUPS.source).test(rest)) kept = kept.replace(CHINESE_GROUPS, "");
    if (new RegExp(CHINESE_PLACES.source).test(rest)) kept = kept.replace(CHINESE_PLACES, "");
    return `${kept.trim()} — ${rest}？`;
  }
  return `${rest}（${subjectOf(earlier, before)}）？`;
}

/** Content words of the earlier question in its order, then the title it was answered from, when they have a word in common. */
function subjectOf(earlier: string, before: Turn): string {
  const isChinese = detectLanguage(earlier) === "zh";
  const words = isChinese ? [stripFunctionWords(earlier)] : contentWords(earlier.replace(/[—()（）]/g, " "));
  const title = before.documents[0];
  const stems = new Set(words.map((word) => normalise(word)));
  const related = title && contentWords(title).some((word) => stems.has(normalise(word)));
  return [...new Set(words)].join(" ") + (related && before.documents.length === 1 ? ` · ${title}` : "");
}

function stripFunctionWords(text: string): string {
  return text.replace(/请问|我想问(?:一下)?|怎么|如何|什么|多少|是否|可以|能不能|有没有|吗|呢|的话|我们|我|你/g, " ").replace(/\s+/g, " ").trim();
}

function stripEnd(text: string): string {
  return text.trim().replace(/[?？!！。.\s]+$/u, "");
}
