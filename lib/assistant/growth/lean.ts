/**
 * @file A turn that goes on with the growth answer before it: "and in Chinese?", "make it cheaper", "extend it to June",
 * "what about mentors for that?", "便宜一点的呢". What it says in passing, which alone would be no limit, is read here; a
 * question about rights, money or procedure never leans, since it would be lost to the documents.
 */
import { addMonths } from "../../core/document-terms";
import { DEFAULT_MONTHS, type GrowthContext, type GrowthToolName, type SaidConstraints } from "./types";
import { isAboutPolicy } from "./growth-intent";
import { NUMBER, numberOf } from "./numbers";
import { parseBudget } from "./parse-budget";
import { parseDeadline } from "./parse-deadline";
import { leftOver, withoutLanguages } from "./lean-words";

/** So short a question says nothing without what went before. */
const SHORT = 60;
/** "and with 6 hours?", "what about until June", "那如果每周两小时呢", "用中文的呢". */
const OPENS = /^(?:(?:ok(?:ay)?|so|and|but|then|hm+|well)[,.!\s]+)*(?:and\b|but\b|what (?:about|if)|how about|if i|with\b|only\b|in (?:english|chinese|dutch|german)\b|until\b|by\b|make it|can (?:it|you|i)\b|could (?:it|you|i)\b|i (?:only )?have\b|is there a (?:faster|cheaper)|cheaper|faster|the (?:fastest|cheapest|deepest)|instead)|^(?:那|那么|如果|要是|换成|改成|能不能|可以|只有|再|用|到|有没有更|最快|最便宜)|呢[？?]?$/i;
/** Asks what is so; it changes nothing. */
const ASKS_A_FACT = /^(?:(?:ok(?:ay)?|so|and|but|then|well)[,.!\s]+)*(?:(?:by|in|on|at|for|with|from|until|to) (?:what|which)\b|who(?:se|m)?|when|where|why|how (?:much|many|long|often|do|does|is|are|can)|which|do|does|did|must|am|are|is (?:it|this|that|the)\b(?! (?:possible|doable) ))\b|多少(?!个?小时)|谁(?!能|可以)|哪里|为什么|几天|怎么(?:申请|报名|办)|是不是|会不会|\bhow (?:much|many|long|often)\b/i;
/**
 * Rights, money and procedure beside a plan. On top of the veto of growth-intent.ts, which an unmistakable "my plan" lifts:
 * a turn that leans has no such words.
 */
const RIGHTS = /\b(?:leave|holidays?|vacation|sick|ill|parental|maternity|paternity|salary|wages?|paid|bonus|pension|insurance|contract|probation|resign\w*|notice|approv\w*|permission|sign(?:ed)? off|apply for|application|expenses?|reimburs\w*|claim|mandatory|compulsory|obligat\w*|working time|work(?:ing)? (?:from|at home|remotely|nights?|shifts?|overtime|\d)|home ?office|(?:days?|weeks?|months?) off|carry (?:over|them|it)|first day|before i (?:begin|start|join)|in-law|mother|father|parents?|partner|wife|husband|family|hours? off|laptop|parking|travel|hotel|childcare|doctor|appointment)\b|假|病|薪|工资|奖金|社保|保险|合同|试用期|离职|辞职|审批|批准|报销|补贴|强制|必须参加|居家|在家办公|远程办公|出差|差旅|产检|调休|年终|医院|(?<!推)迟到|打卡/i;
/** The same, unless hours a week or a sum are given: then they say why. "With the kids only 2 hours a week", "下班后每天一小时". */
const REASONS = /\b(?:child(?:ren)?|kids?|overtime|pay|work(?:ing)? (?:hours?|part|full)|time off|off work|company (?:pay|cover)\w*)\b|加班|上班|工作时间|孩子/i;

/** A limit said with its number is no question about budgets or deadlines. */
const OWN_LIMITS = /\b(?:my |the |a )?(?:learning |training )?(?:budget|deadline)(?: (?:is|was|of|to|until|becomes|would be))?\b|预算(?:只有|是|改成|为)?|额度(?=\d)/gi;

/** Who pays or gives the time is no question beside a sum or hours. */
const OWN_MEANS = /\bi(?:'ll| will| can| could| have to| must| would)? pay(?: for (?:it|this|that|them))?(?: (?:by )?myself)?\b|\b(?:a|one|half a) day (?:a|per) week off\b|自己(?:出|付)/gi;

export interface Leaning {
  /** Null: the tool before goes on, or what its limits ask for. */
  readonly tool: GrowthToolName | null;
  /** Read only because the turn leans. */
  readonly constraints: SaidConstraints;
  /** The turn without its languages of teaching, which are names of skills elsewhere. */
  readonly aims: string;
  /** Nothing is said besides limits and what is asked for: no target can stand in it. */
  readonly isPlain: boolean;
  /** False: it asks what is so, and its limits alone make no plan. */
  readonly changes: boolean;
}

interface LeanOptions {
  readonly today: string;
  readonly currency?: "EUR" | "GBP" | "CNY" | undefined;
  readonly before: GrowthContext | null;
  /** Limits that stand in the turn by itself. */
  readonly said: SaidConstraints;
  /** The answer before was about a language. */
  readonly learnsLanguage: boolean;
  /** What the turn names: a role's, an opening's or a programme's names, and skills as they are written. */
  readonly named: { readonly goal: readonly string[]; readonly skills: readonly string[] };
}

/** @returns null where the turn does not go on with the answer before, or asks for rights */
export function leaningTurn(question: string, { today, currency, before, said, learnsLanguage, named }: LeanOptions): Leaning | null {
  const text = question.trim();
  // "HR business partner" is no family, and a long name no question of its own.
  const unnamed = without(text, named.goal);
  if (before === null || text.length > SHORT || isForDocuments(unnamed, said)) return null;
  const rest = leftOver(text);
  const isPlain = rest === "" && named.goal.length === 0 && !(learnsLanguage && !said.languages && bareLanguages(text).length > 0);
  const opens = OPENS.test(text);
  const tool = isPlain || opens ? askedFor(unnamed) : null;
  const constraints = isPlain || opens ? inPassing(unnamed.trim(), { today, currency, before, said, learnsLanguage, named }) : {};
  const says = tool !== null || Object.keys(said).length + Object.keys(constraints).length > 0;
  // Said in nothing but limits, a turn leans however it begins; else it has to open like one.
  const asksFact = ASKS_A_FACT.test(text);
  if (isPlain ? !opens && (!says || asksFact) : !opens || (named.goal.length === 0 && isLong(leftOver(without(text, named.skills))))) return null;
  const languages = constraints.languages ?? said.languages;
  return { tool, constraints, aims: languages && !named.goal.some((name) => withoutLanguages(name) !== name) ? withoutLanguages(text) : text, isPlain, changes: !asksFact };
}

/** The text without names, whole or (of English ones) word by word. */
function without(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => (/\p{Script=Han}/u.test(name) ? [name] : [name, ...name.split(/[^\p{L}\d]+/u)])).filter((word) => word.length > 1);
  return words.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replace(new RegExp(`(?<![a-z])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-z])`, "gi"), " "), text);
}

/** So much beside limits and small words is a question of its own. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 7;
const isLong = (rest: string): boolean => (/\p{Script=Han}/u.test(rest) ? rest.replace(/\P{Script=Han}/gu, "").length > MOST_CHARACTERS : rest.split(" ").length > MOST_WORDS);

/** Rights, money or procedure are asked about. */
export const isForDocuments = (text: string, said: SaidConstraints): boolean => {
  const rest = (said.budget || said.deadline ? text.replace(OWN_LIMITS, " ") : text).replace(said.budget || said.hoursPerWeek ? OWN_MEANS : /^$/, " ");
  const gives = (said.hoursPerWeek !== undefined || said.budget !== undefined) && !ASKS_A_FACT.test(text);
  return RIGHTS.test(rest) || isAboutPolicy(rest) || (REASONS.test(rest) && !gives);
};

const ASKS: readonly (readonly [GrowthToolName, RegExp])[] = [
  ["find-mentor", /\b(?:mentors?|mentoring|coach(?:es)?|tutors?|experts?)\b|导师|师傅|教练|专家/i],
  ["career-options", /\b(?:careers?|other (?:roles?|jobs?|posts?|positions?)|next (?:roles?|jobs?|moves?)|roles)\b|职业|其他岗位|别的岗位|下一个岗位|出路/i],
  ["my-gap", /\b(?:gaps?|missing|miss|lack|skills?)\b|差距|还差|还缺|缺(?:什么|哪些)|技能/i],
  ["explain-step", /\b(?:(?:first|second|third|fourth|fifth|last|next) (?:step|one|course)|step \d{1,2})\b|第\s*[一二三四五六七八九十\d]{1,3}\s*步|最后一步/i],
  ["my-plan", /\b(?:(?:a|the|my) plan|courses?|steps|learning path)\b|计划|课程|步骤/i],
];
/** Refused or singled out, they are kinds of step: "no mentors", "only courses". */
const KIND_SAID = /\b(?:no|without|only|just|not|instead of)\b|不要|(?<!有)没有|只|别(?!的)/i;

const askedFor = (text: string): GrowthToolName | null => (KIND_SAID.test(text) ? null : (ASKS.find(([, form]) => form.test(text))?.[0] ?? null));

const COMPARED: readonly (readonly [NonNullable<SaidConstraints["aim"]>, RegExp])[] = [
  ["cheapest", /\b(?:cheaper|less (?:expensive|costly|money)|lower (?:cost|price)|for less|save money|not so (?:expensive|pricey)|too (?:expensive|pricey|costly|dear))\b|便宜|省钱|省点钱|少花(?:点|些)?钱|太贵|贵了/i],
  ["fastest", /\b(?:faster|quicker|sooner|speed (?:it|this|that) up|shorter|earlier|too (?:slow|long)|less time)\b|快(?:一?点|一?些|$|的)|更快|早(?:一?点|一?些)|太慢|太久|太长|加快/i],
  ["deepest", /\b(?:deeper|more (?:thorough|depth|detail(?:ed)?)|in more depth|too (?:shallow|superficial))\b|深(?:入)?(?:一?点|一?些)|更(?:深|扎实|系统|全面)|扎实(?:一?点|一?些)|太浅/i],
];
const ONLINE = /\bonline\b(?! shop)|\bremote(?:ly)?\b|\bvirtual(?:ly)?\b|线上|在线|网课|网上|远程/i;
const NOT_ONLINE = /\b(?:not|no|without|instead of|rather than)\b[^,]{0,12}\b(?:online|remote|virtual)|(?:不要|不想|不|别)(?:上|用)?(?:线上|在线|网课|网上|远程)/i;

/** Moved deadlines in the words that a deadline is read from. */
const MOVED = /\b(?:extend(?:ed)?|push(?:ed)?|mov(?:e|ed)|stretch(?:ed)?|shift(?:ed)?|postpon(?:e|ed)|prolong(?:ed)?|delay(?:ed)?|shorten(?:ed)?|bring forward|change|set|finish|take|let it run|go on|run)\b(?: (?:it|that|this|the (?:plan|deadline|date|end)|my (?:plan|deadline)|back|out|up))*(?: (?:to|till|until|into|by|up to))(?: the)?\s+/i;
const MOVED_CHINESE = /(?:延长|延期|推迟|推|拖|延|放宽|改|缩短|提前|顺延|宽限)(?:期限|截止|时间|日期)?(?:到|至)/;
const LATER = new RegExp(String.raw`\b(?:extend|prolong|postpone|delay|push|stretch)\b.{0,24}?\bby (${NUMBER}) (weeks?|months?|years?)\b|\b(${NUMBER}) (?:more|extra|additional) (weeks?|months?|years?)\b|\b(${NUMBER}) (weeks?|months?|years?) (?:longer|later|more)\b|\b(?:another|an? (?:extra|additional)) (?:(${NUMBER}) )?(weeks?|months?|years?)\b|(?:延长|延期|推迟|多给(?:我)?|再给(?:我)?|宽限|顺延|晚|再加)(${NUMBER})(?:个)?(周|星期|月|年)(?!份|底|初)`, "i");
const BARE_DATE = /^(?:(?:ok(?:ay)?|so|and|but|then|well|maybe|rather|what about|how about|what if it(?:'s| is)|for)[,.!\s]+)*/i;

function inPassing(text: string, { today, currency, before, said, learnsLanguage }: LeanOptions): SaidConstraints {
  const found: { -readonly [K in keyof SaidConstraints]: SaidConstraints[K] } = {};
  const aim = said.aim ? undefined : COMPARED.find(([, form]) => form.test(text))?.[0];
  if (aim) found.aim = aim;
  const later = laterThan(text, today, before);
  const deadline = later ?? (said.deadline ? null : movedDeadline(text, today));
  if (deadline) found.deadline = deadline;
  if (!said.online && ONLINE.test(text) && !NOT_ONLINE.test(text)) found.online = true;
  const languages = said.languages || learnsLanguage ? [] : bareLanguages(text);
  if (languages.length > 0) found.languages = languages;
  const budget = said.budget ? null : parseBudget(text.replace(/\bfree(?: (?:one|ones|option|version|courses?))?\s*[?？]?$/i, "only free").replace(/\b(?:under|below|max(?:imum)?|at most|no more than|up to|not over)\s+(?=\d+\s*[?？]?$)/i, "budget max "), currency);
  if (budget) found.budget = budget;
  return found;
}

/** "extend it to June" reads as "until June", "June instead?" too. */
function movedDeadline(text: string, today: string): string | null {
  if (MOVED.test(text)) return parseDeadline(text.replace(MOVED, "until "), today);
  if (MOVED_CHINESE.test(text)) return parseDeadline(text.replace(MOVED_CHINESE, "到"), today);
  const bare = text.replace(BARE_DATE, "").replace(/\s*(?:instead|then|please)?\s*[?？.。！!]*$/i, "");
  if (/^(?:(?:the )?(?:end|middle|mid|beginning|start)(?: of|-)? ?)?(?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december|summer|autumn|spring|winter|christmas|easter)(?: \d{4})?$/i.test(bare)) return parseDeadline(`until ${bare}`, today);
  const chinese = /^(?:那么?)?((?:明年|今年|后年)?(?:[一二三四五六七八九十]{1,2}|\d{1,2})月(?:底|初|中旬|份)?|(?:今|明)?年底)(?:呢|怎么样|行吗|可以吗)?$/.exec(bare);
  return chinese?.[1] ? parseDeadline(`到${chinese[1]}`, today) : null;
}

/** "two months longer": than the deadline in force. */
function laterThan(text: string, today: string, before: GrowthContext | null): string | null {
  const groups = LATER.exec(text)?.slice(1).filter((group) => group !== undefined);
  if (!groups || groups.length === 0) return null;
  const unit = groups.at(-1) ?? "";
  const count = groups.length > 1 ? numberOf(groups[0] ?? "") : 1;
  const from = before?.constraints.deadline ?? addMonths(today, DEFAULT_MONTHS);
  if (count === null || count <= 0) return null;
  if (/week|周|星期/i.test(unit)) return new Date(Date.parse(`${from}T00:00:00Z`) + Math.round(count * 7) * 86_400_000).toISOString().slice(0, 10);
  return addMonths(from, Math.round(count * (/year|年/i.test(unit) ? 12 : 1)));
}

const LANGUAGES: readonly (readonly ["en" | "zh" | "nl" | "de", RegExp])[] = [
  ["en", /\benglish\b|英语|英文/i],
  ["zh", /\b(?:chinese|mandarin)\b|中文|汉语|普通话/i],
  ["nl", /\bdutch\b|荷兰语/i],
  ["de", /\bgerman\b|德语|德文/i],
];

/** Named alone after a plan, a language is what it should be taught in, unless it is to be learned. */
const bareLanguages = (text: string): ("en" | "zh" | "nl" | "de")[] => (/\b(?:learn\w*|speak\w*|improve|better|teach me|not?|without)\b|学会?|提高|不|口语/i.test(text) ? [] : LANGUAGES.filter(([, form]) => form.test(text)).map(([language]) => language));
