/**
 * @file "How many hires would 5,000 more on forums buy?", for HR leads: worked out from a kept plan or from past hires, with source
 * and, where known, the interval.
 */
import type { Language } from "../../core/types";
import { isNamedIn } from "../insights/group-names";
import { answerWith, offAnswer } from "../insights/say-source";
import type { ChannelFacts } from "../insights/types";
import type { Tool } from "./tool";

const ABOUT = /\b(?:how many )?hires?\b[^?]{0,60}\b(?:more|extra|another|spend|budget|buy)\b|\b(?:more|extra|another)\b[^?]{0,30}\b(?:on|for|into)\b[^?]{0,40}\b(?:hires?|channel|recruit)|(?:追加|多投|再投|增加|投入).{0,20}(?:招|录用|人)|(?:渠道).{0,20}(?:多招|录用|预算)/i;
const AMOUNT = /(\d[\d,. ]*\d|\d)\s*(k|thousand|万|千)?/i;
const UNITS: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, 千: 1000, 万: 10_000 };

export const channelEffect: Tool = {
  name: "channel-effect",
  capability: "insights",
  recognise: ({ question }, request) => (request.capabilities.has("insights") && request.insights && ABOUT.test(question) && AMOUNT.test(question) ? 0.92 : 0),
  async run({ question, language }, context) {
    const off = offAnswer(language, context);
    if (off) return off;
    const channels = (await context.request.insights?.channels()) ?? [];
    const amount = amountIn(question);
    if (channels.length === 0) return answerWith(language === "zh" ? "还没有保存的渠道方案，也没有招聘渠道的数据表。请先在“渠道预算”中计算并保存方案。" : "There is no kept channel plan and no table of past hires. Work one out under Channel budget and keep it.", context, []);
    const channel = channels.find(({ name }) => isNamedIn(question, name));
    if (!channel) {
      const names = channels.map(({ name }) => name).join(", ");
      return answerWith(language === "zh" ? `请说明是哪个渠道：${names}。` : `Say which channel you mean: ${names}.`, context, []);
    }
    return answerWith(effectText(channel, amount, language), context, []);
  },
};

/** "5,000", "5k", "1.5 万" → a number. */
export function amountIn(question: string): number {
  const found = AMOUNT.exec(question);
  if (!found) return 0;
  const number = Number((found[1] ?? "0").replace(/[, ](?=\d{3}\b)/g, ""));
  return number * (UNITS[(found[2] ?? "").toLowerCase()] ?? 1);
}

function effectText({ name, unitCost, effect, range, roles, currency, whole, source }: ChannelFacts, amount: number, language: Language): string {
  const bought = unitCost > 0 ? amount / unitCost : 0;
  const units = whole ? Math.floor(bought + 1e-9) : bought;
  const hires = (per: number): string => (units * per).toFixed(1);
  const money = (value: number): string => `${Math.round(value).toLocaleString("en-GB")} ${currency}`;
  const within = (one: ChannelFacts["range"]): string => (one ? ` (${hires(one.low)}–${hires(one.high)})` : "");
  // Money spent for one role is spent only once: each figure is what all of it would bring there.
  const [brings, zhBrings] =
    roles.length === 0
      ? [`, about ${hires(effect)} hires${within(range)}`, `，约录用 ${hires(effect)} 人${within(range)}`]
      : [`: ${roles.map((role) => `about ${hires(role.effect)} hires${within(role.range)} if all of it is for ${role.name}`).join(", ")}`, `：${roles.map((role) => `全部用于“${role.name}”约录用 ${hires(role.effect)} 人${within(role.range)}`).join("，")}`];
  const isLearned = roles.length === 0 ? range !== null : roles.some((role) => role.range !== null);
  const count = whole ? String(units) : units.toFixed(2);
  if (language === "zh") {
    return `在${name}上再投入 ${money(amount)}，可购买 ${count} 个单位（每单位 ${money(unitCost)}）${zhBrings}。${isLearned ? "括号内为 95% 区间。" : "效果按给定值计算，未从以往录用中学习，因此没有区间。"} 来源：${source}。`;
  }
  return `${money(amount)} more on ${name} buys ${count} ${units === 1 ? "unit" : "units"} at ${money(unitCost)} each${brings}. ${isLearned ? "In brackets the 95 % interval." : "The effect is taken as given, not learned from past hires: there is no interval."} Source: ${source}.`;
}
