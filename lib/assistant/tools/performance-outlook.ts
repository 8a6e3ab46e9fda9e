/**
 * @file "How is next quarter's performance looking in support?", for HR leads: the stored forecast of groups, or what is foreseen of
 * them, with what it rests on. Whoever asks for persons is answered by group: nobody is named or ranked.
 */
import type { Language } from "../../core/types";
import { asksAboutPerformance, asksForDrivers, asksForPersons } from "../insights/asks-performance";
import { groupAskedFor, isNamedIn } from "../insights/group-names";
import { answerWith, offAnswer, percent, sourceText } from "../insights/say-source";
import type { Figure, ForecastFacts, ResultFacts } from "../insights/types";
import type { Tool } from "./tool";

const MOST_GROUPS = 6;
const MOST_PARTS = 4;

export const performanceOutlook: Tool = {
  name: "performance-outlook",
  capability: "insights",
  recognise: ({ question }, request) => (request.capabilities.has("insights") && request.insights && asksAboutPerformance(question) ? 0.92 : 0),
  async run({ question, language }, context) {
    const off = offAnswer(language, context);
    if (off) return off;
    const [forecast, results] = [(await context.request.insights?.forecast()) ?? null, (await context.request.insights?.performance()) ?? null];
    if (!forecast && !results) return answerWith(language === "zh" ? "目前没有正在使用的绩效预测。请先在“人员分析”的绩效页面导入数据表并训练。" : "No forecast of performance is in use yet. Import a table under Insights, Performance, and train one.", context, []);
    const refusal = asksForPersons(question) ? (language === "zh" ? "我不会按预测列出或排列个人。以下按群体说明。\n\n" : "I do not name or rank persons by a forecast; here it is by group.\n\n") : "";
    // Ratings are asked about by their own word; everything else is first about the months to come.
    const isRatings = /\bratings?\b|评级|评分/i.test(question);
    const body = forecast && !(isRatings && results) ? forecastText(forecast, question, language) : results ? resultText(results, question, language) : "";
    const caveat = language === "zh" ? "预测用于规划与支持，不用于评判个人。" : "A forecast is for planning and support, not for judging anyone.";
    return answerWith(`${refusal}${body}\n\n${caveat} ${forecast && !(isRatings && results) ? sourceText(forecast.source, { en: "forecast", zh: "预测" }, language) : results ? sourceText(results.source, { en: "performance model", zh: "绩效模型" }, language) : ""}`, context, []);
  },
};

const one = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${one(Math.abs(value))}`;
const everyone = (group: string, language: Language): string => group || (language === "zh" ? "全体" : "Everyone");
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Months that are asked about, of those that are foreseen. */
function monthsAsked(question: string): number {
  if (/\bnext month\b|下个?月/i.test(question)) return 1;
  return /\bquarters?\b|\bq[1-4]\b|季度/i.test(question) ? 3 : 6;
}

function forecastText({ measure, groups, rests }: ForecastFacts, question: string, language: Language): string {
  const named = groups.filter(({ group }) => group !== "" && isNamedIn(question, group));
  const months = monthsAsked(question);
  const lines = (named.length > 0 ? named : groups).slice(0, MOST_GROUPS).map((group) => groupLine(group, { months, language }));
  const small = named.length > 0 ? "" : language === "zh" ? "人数过少的群体不显示。" : " Groups of too few people are not shown.";
  const head = language === "zh" ? `${measure}，未来 ${months} 个月的均值（80% 区间）与最近 ${months} 个月相比：` : `${measure}, mean of the next ${months === 1 ? "month" : `${months} months`} (80 % band), against the last ${months === 1 ? "month" : months}:`;
  const [first] = named;
  const why = !asksForDrivers(question) ? "" : first ? partsText(first.group, first.parts, language) : restsText(rests.map(({ measure: of, move }) => ({ name: of, value: move })), language);
  return `${named.length > 0 ? "" : notShown(question, language)}${head}\n${lines.join("\n")}${small === "" ? "" : `\n${small.trim()}`}${why}`;
}

/** A group that is asked for and has no figure is said to have none: never answered with the others' as if they were its own. */
function notShown(question: string, language: Language): string {
  const asked = groupAskedFor(question);
  if (asked === null) return "";
  return language === "zh" ? `“${asked}”没有可显示的数值：表中没有这一群体，或其人数过少。以下是可显示的群体。\n\n` : `There is no figure for “${asked}”: the table has no such group, or it has too few people to be shown. These are the groups that are shown.\n\n`;
}

function groupLine({ group, people, past, months: ahead }: ForecastFacts["groups"][number], { months, language }: { months: number; language: Language }): string {
  const told = ahead.slice(0, months);
  const [value, low, high] = [meanOf(told.map((month) => month.value)), meanOf(told.map((month) => month.low)), meanOf(told.map((month) => month.high))];
  const before = meanOf(past.slice(-months).map((month) => month.value));
  const span = told.length > 1 ? `${told[0]?.month ?? ""} … ${told.at(-1)?.month ?? ""}` : (told[0]?.month ?? "");
  if (language === "zh") return `${everyone(group, language)}（${people} 人，${span}）：${one(value)}（${one(low)}–${one(high)}），此前为 ${one(before)}`;
  return `${everyone(group, language)} (${people} people, ${span}): ${one(value)} (${one(low)}–${one(high)}), before that ${one(before)}`;
}

function partsText(group: string, parts: ForecastFacts["groups"][number]["parts"], language: Language): string {
  const shown = parts.slice(0, MOST_PARTS).map(({ measure, amount }) => `${measure || (language === "zh" ? "季节" : "time of year")} ${signed(amount.mean)} (${signed(amount.low)} … ${signed(amount.high)})`);
  if (shown.length === 0) return "";
  return language === "zh" ? `\n${group}与平均人员预测之差的来源：${shown.join("；")}。` : `\nWhere ${group} differs from the average person's forecast: ${shown.join("; ")}.`;
}

function restsText(rests: readonly { name: string; value: Figure }[], language: Language): string {
  const shown = rests.slice(0, MOST_PARTS).map(({ name, value }) => `${name || (language === "zh" ? "季节" : "time of year")} (${value.mean.toFixed(2)}, ${value.low.toFixed(2)}–${value.high.toFixed(2)})`);
  if (shown.length === 0) return "";
  return language === "zh" ? `\n主要依据（平均影响及区间）：${shown.join("；")}。这是关联，并未证明因果。` : `\nWhat it rests on most (mean effect, with its interval): ${shown.join("; ")}. Associations, not proof of causes.`;
}

function resultText({ best, target, groups, rests }: ResultFacts, question: string, language: Language): string {
  const named = groups.filter(({ group }) => group !== "" && isNamedIn(question, group));
  const shown = (value: number): string => (best === null ? value.toFixed(2) : percent(value));
  // By the alphabet, as they are stored: a list by size would be a ranking of teams on differences that may be chance.
  const lines = (named.length > 0 ? named : groups).slice(0, 2 * MOST_GROUPS).map(({ group, n, foreseen, observed }) => {
    const [told, came] = [`${shown(foreseen.mean)} (${shown(foreseen.low)}–${shown(foreseen.high)})`, `${shown(observed.mean)} (${shown(observed.low)}–${shown(observed.high)})`];
    return language === "zh" ? `${everyone(group, language)}（${n} 人）：预估 ${told}，实际 ${came}` : `${everyone(group, language)} (${n} people): foreseen ${told}, as it came ${came}`;
  });
  const head = language === "zh" ? (best === null ? `${target}的均值：` : `“${target}”为“${best}”的比例：`) : best === null ? `Mean of ${target}:` : `Share with “${best}” in ${target}:`;
  const why = asksForDrivers(question) ? restsText(rests.map(({ feature, importance }) => ({ name: feature, value: importance })), language) : "";
  const note = language === "zh" ? "区间重叠的群体可能只是偶然不同；人数过少的群体不显示。" : "Where intervals overlap the difference may be chance; groups of too few people are not shown.";
  return `${named.length > 0 ? "" : notShown(question, language)}${head}\n${lines.join("\n")}\n${note}${why}`;
}
