/**
 * @file Limits that are said against those in force: "two hours less a week", "half the budget", "a month shorter", "每周少两小时",
 * "预算减半". Only after a plan, only where nothing else is said; "can I work two hours less?" is a question of rights.
 */
import { addMonths } from "../../core/document-terms";
import { leftOver } from "./lean-words";
import { isForDocuments } from "./lean";
import { NUMBER, numberOf, plainAmounts } from "./numbers";
import { parseBudget } from "./parse-budget";
import { DEFAULT_MONTHS, type GrowthContext, type RelativeLimits, type SaidConstraints } from "./types";

export interface SaidRelative {
  readonly change: RelativeLimits;
  /** Resolved here, since a plan's horizon is known without the profile. */
  readonly deadline: string | null;
  /** What is left of the turn. */
  readonly rest: string;
}

const LONGEST = 60;
/** Hours and money of the post, not of learning. */
const OF_WORK = /\b(?:work|works|working|job|shifts?|contract|office|paid|pay|salary|overtime|off)\b|上班|工作|加班|班次|工资|请假|工时/i;
const PER = String.raw`(?:\s*(?:an?|per|each|every|/)\s*(?:day|week|month)|\s+weekly)?`;
const HOURS = String.raw`(?:hours?|hrs?|h|minutes?|mins?)\b`;
const SPAN = String.raw`(?:weeks?|months?|years?)\b`;
const LESS = "less|fewer";

interface Form {
  readonly of: "hours" | "deadline" | "budget";
  /** -1 less, 1 more; 0: the factor says it. */
  readonly sign: -1 | 0 | 1;
  readonly times?: number;
  readonly form: RegExp;
}

const times = (of: "hours" | "budget", words: string, chinese: string): Form[] => [
  { of, sign: 0, times: 0.5, form: new RegExp(String.raw`\b(?:half (?:of )?(?:the |my |that |as (?:many|much) )?(?:${words})|halve (?:the |my )?(?:${words})|cut (?:the |my )?(?:${words}) (?:in|by) half|(?:the |my )?(?:${words}) (?:in|by) half)\b|(?:${chinese})(?:减半|减少?一半|砍半|少一半)|一半的?(?:${chinese})`, "i") },
  { of, sign: 0, times: 2, form: new RegExp(String.raw`\b(?:(?:double|twice) (?:the |my |that |as (?:many|much) )?(?:${words}))\b|(?:${chinese})(?:翻倍|翻一番|加倍)|(?:双倍|两倍)的?(?:${chinese})`, "i") },
];

const FORMS: readonly Form[] = [
  ...times("hours", "hours|time", "时间|小时数?|学时"),
  ...times("budget", "budget|money|sum", "预算|费用|钱"),
  { of: "hours", sign: -1, form: new RegExp(String.raw`\b(?<count>${NUMBER})\s*(?:${LESS})\s+(?<unit>${HOURS})${PER}|\b(?<count2>${NUMBER})\s*(?<unit2>${HOURS})${PER}\s+(?:${LESS})\b${PER}|\b(?:cut|reduce|lower|drop) (?:it|the hours|that|my hours) by (?<count3>${NUMBER})\s*(?<unit3>${HOURS})${PER}|\bminus (?<count4>${NUMBER})\s*(?<unit4>${HOURS})${PER}`, "i") },
  { of: "hours", sign: -1, form: new RegExp(String.raw`(?:每|一)?个?(?:周|星期|礼拜)?(?:再|各)?(?:少|减少?|降低)(?:学|花|了|掉)?(?<count>${NUMBER})个?(?<unit>小时|钟头|分钟)`, "i") },
  { of: "hours", sign: 1, form: new RegExp(String.raw`\b(?<count>${NUMBER})\s*(?<unit>${HOURS})${PER}\s+more\b${PER}|\b(?:raise|increase|put) (?:it|the hours|that|my hours) (?:up )?by (?<count2>${NUMBER})\s*(?<unit2>${HOURS})${PER}|\bplus (?<count3>${NUMBER})\s*(?<unit3>${HOURS})${PER}`, "i") },
  { of: "deadline", sign: -1, form: new RegExp(String.raw`\b(?<count>${NUMBER})\s*(?<unit>${SPAN})\s+(?:shorter|less|earlier|sooner|fewer|quicker|faster)\b|\b(?<count2>${NUMBER})\s*(?:${LESS})\s+(?<unit2>${SPAN})|\b(?:shorten|bring|pull|move)(?: (?:it|that|the (?:plan|deadline|date)))?(?: forward)? by (?<count3>${NUMBER})\s*(?<unit3>${SPAN})`, "i") },
  { of: "deadline", sign: -1, form: new RegExp(String.raw`(?:缩短|提前|提早|早|少|减少?)(?<count>${NUMBER})个?(?<unit>月|周|星期|礼拜|年)`, "i") },
  { of: "deadline", sign: 1, form: new RegExp(String.raw`(?:再多|多|再加|再给|增加)(?:给我)?(?<count>${NUMBER})个?(?<unit>月|周|星期|礼拜|年)`, "i") },
];

/** "100 euros less", "cut the budget by 200", "预算少100欧元": the sum is read as any other. */
const SUM_CHANGES: readonly (readonly [-1 | 1, RegExp])[] = [
  [-1, /(?<sum>(?:[€£¥￥]\s?)?\d[\d.,]*\s*(?:k\b|thousand|hundred)?\s*(?:euros?|eur|€|pounds?|gbp|£|quid|yuan|cny|rmb)?)\s+(?:less|cheaper|lower|down)\b|\b(?:cut|reduce|lower|drop|shrink) (?:it|the budget|my budget|that) by (?<sum2>.+)|(?:预算|费用)(?:再)?(?:减少?|少|降低?|下调|削减)(?:了)?(?<sum3>[\d一二两三四五六七八九十百千万.,]+(?:欧元|欧|英镑|镑|元|块)?)|少花(?<sum4>[\d一二两三四五六七八九十百千万.,]+(?:欧元|欧|英镑|镑|元|块)?)/i],
  [1, /(?<sum>(?:[€£¥￥]\s?)?\d[\d.,]*\s*(?:k\b|thousand|hundred)?\s*(?:euros?|eur|€|pounds?|gbp|£|quid|yuan|cny|rmb))\s+(?:more|extra|on top|up)\b|\b(?:raise|increase) (?:it|the budget|my budget|that) by (?<sum2>.+)|(?:预算|费用)(?:再)?(?:增加|加|多|提高|上调)(?:了)?(?<sum3>[\d一二两三四五六七八九十百千万.,]+(?:欧元|欧|英镑|镑|元|块)?)|再(?:加|多)(?<sum4>[\d一二两三四五六七八九十百千万.,]+(?:欧元|欧|英镑|镑|元|块))/i],
];

/** @returns null where nothing is said against the limits in force, or more than that is said */
export function relativeLimits(question: string, { today, currency, before }: { readonly today: string; readonly currency?: "EUR" | "GBP" | "CNY" | undefined; readonly before: GrowthContext | null }): SaidRelative | null {
  const text = plainAmounts(question.trim());
  if (before === null || (before.tool !== "my-plan" && before.tool !== "my-gap") || text.length > LONGEST || OF_WORK.test(text)) return null;
  const found = sumChange(text, currency) ?? formChange(text, { today, before });
  if (!found) return null;
  return leftOver(found.rest) === "" && !isForDocuments(found.rest, {}) ? found : null;
}

function sumChange(text: string, currency: "EUR" | "GBP" | "CNY" | undefined): SaidRelative | null {
  for (const [sign, form] of SUM_CHANGES) {
    const found = form.exec(text);
    const said = found && Object.values(found.groups ?? {}).find((group) => (group ?? "") !== "");
    const sum = said ? parseBudget(`budget ${said}`, currency) : null;
    if (found && sum) return { change: { budget: { by: sign * sum.amount, currency: sum.currency } }, deadline: null, rest: text.replace(found[0], " ") };
  }
  return null;
}

function formChange(text: string, { today, before }: { readonly today: string; readonly before: GrowthContext }): SaidRelative | null {
  for (const { of, sign, times: factor, form } of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const rest = text.replace(found[0], " ");
    if (factor !== undefined) return { change: of === "hours" ? { hours: { times: factor } } : { budget: { times: factor } }, deadline: null, rest };
    const groups = found.groups ?? {};
    const named = (start: string) => Object.entries(groups).find(([name, value]) => name.startsWith(start) && value !== undefined)?.[1] ?? "";
    const [count, unit] = [numberOf(named("count")), named("unit")];
    if (count === null || count <= 0) continue;
    if (of === "hours") return { change: { hours: { by: sign * weekly(count * (/^m|分/i.test(unit) ? 1 / 60 : 1), found[0]) } }, deadline: null, rest };
    return { change: {}, deadline: moved(before.constraints.deadline ?? addMonths(today, DEFAULT_MONTHS), sign * count, unit), rest };
  }
  return null;
}

const WORKING_DAYS = 5;
const WEEKS_A_MONTH = 52 / 12;
const weekly = (hours: number, said: string): number => Math.round(100 * (/\bday\b|每天|一天/i.test(said) ? hours * WORKING_DAYS : /\bmonth\b|每个?月/i.test(said) ? hours / WEEKS_A_MONTH : hours)) / 100;

function moved(from: string, count: number, unit: string): string {
  if (/week|周|星期|礼拜/i.test(unit)) return new Date(Date.parse(`${from}T00:00:00Z`) + Math.round(count * 7) * 86_400_000).toISOString().slice(0, 10);
  return addMonths(from, Math.round(count * (/year|年/i.test(unit) ? 12 : 1)));
}

const LEAST_HOURS = 0.5;
const MOST_HOURS = 40;

/**
 * Limits in force → as they are changed. @param known what is in force; what is not known stays to be resolved
 * @returns the new limits, and what of the change could not be settled (no hours known, no budget set, another currency)
 */
export function changedLimits({ hours, budget }: RelativeLimits, known: SaidConstraints): { readonly constraints: SaidConstraints; readonly left: RelativeLimits } {
  const constraints: { -readonly [K in keyof SaidConstraints]: SaidConstraints[K] } = {};
  const left: { -readonly [K in keyof RelativeLimits]: RelativeLimits[K] } = {};
  if (hours && known.hoursPerWeek !== undefined) constraints.hoursPerWeek = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, Math.round(100 * ("times" in hours ? known.hoursPerWeek * hours.times : known.hoursPerWeek + hours.by)) / 100));
  else if (hours) left.hours = hours;
  const spent = known.budget;
  if (budget && spent && ("times" in budget || budget.currency === spent.currency)) constraints.budget = { amount: Math.max(0, Math.round("times" in budget ? spent.amount * budget.times : spent.amount + budget.by)), currency: spent.currency };
  else if (budget) left.budget = budget;
  return { constraints, left };
}
