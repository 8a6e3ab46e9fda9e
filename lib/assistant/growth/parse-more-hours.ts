/**
 * @file Hours on top of those in force: "10 more hours", "another two hours a week", "每周多两个小时". What they would buy is
 * asked of the planner; they are no limit, so they are cut out before the limits are read.
 */
import { NUMBER, numberOf, plainAmounts } from "./numbers";
import type { ExtraHours } from "./types";

const UNIT = String.raw`(?<unit>hours?|hrs?|h|minutes?|mins?|days?)\b`;
const PER = String.raw`(?:\s*(?:an?|per|each|every|/)\s*(?<per>day|week|month)\b|\s+(?<weekly>weekly))?`;
const CHINESE_UNIT = "(?:个)?(?<half>半)?(?:个)?(?<unit>小时|钟头|分钟|天)";
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:an? )?(?<count>${NUMBER})\s*(?:more|extra|additional|further)\s+(?:free |spare )?${UNIT}${PER}`, "i"),
  new RegExp(String.raw`\b(?<count>${NUMBER})\s*${UNIT}\s+(?:more|extra|longer|on top)\b${PER}`, "i"),
  new RegExp(String.raw`\b(?<count>${NUMBER})\s*${UNIT}\s*(?:an?|per|each|every)\s*(?<per>day|week|month)\s+(?:more|extra|longer|on top)\b`, "i"),
  new RegExp(String.raw`\b(?:another|(?:an? )?(?:extra|additional|further))\s+(?<count>${NUMBER})?\s*${UNIT}${PER}`, "i"),
  new RegExp(String.raw`(?:(?:每|一)个?(?<per>周|星期|礼拜|天|日|月)[^，。？\d]{0,6}?)?(?:再?多|增加|额外|再(?:给我?|有|花|加|抽|来))(?:的|出|花|学|给我?|有|抽|上|加|了)?(?<count>${NUMBER})${CHINESE_UNIT}`, "i"),
];

const HOURS: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, d: 8, 小: 1, 钟: 1, 分: 1 / 60, 天: 8 };
const WEEKS_A_MONTH = 52 / 12;
/** More is no answer to a question about learning beside work. */
const MOST = { week: 40, all: 1000 } as const;

/** "two and a half more hours" in one number. */
const plain = (question: string): string => plainAmounts(question.replace(new RegExp(String.raw`\b(${NUMBER}) and a half (?=(?:more|extra|additional|further)\b)`, "i"), (_, count: string) => `${(numberOf(count) ?? 0) + 0.5} `));

/** @returns null where no more hours are spoken of */
export function parseMoreHours(question: string): ExtraHours | null {
  const text = plain(question);
  const said = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!said) return null;
  const count = said.count === undefined ? 1 : numberOf(said.count);
  if (count === null) return null;
  const hours = (count + (said.half ? 0.5 : 0)) * (HOURS[(said.unit ?? "").slice(0, 1).toLowerCase()] ?? 1);
  const per = said.weekly ? "week" : (said.per ?? "");
  const weekly = /day|天|日/i.test(per) ? hours * 5 : /month|月/i.test(per) ? hours / WEEKS_A_MONTH : hours;
  const span = per === "" ? ("all" as const) : ("week" as const);
  const found = Math.round((span === "all" ? hours : weekly) * 100) / 100;
  return found > 0 && found <= MOST[span] ? { hours: found, per: span } : null;
}

/** The question without them: "每周多两个小时" is no limit of two hours. */
export const withoutMoreHours = (question: string): string => FORMS.reduce((text, form) => text.replace(form, " "), plain(question));

/** What they would be for, where it is said. */
const FOR = /\b(?:for|towards|to learn|learning|to become|becoming|as an?)\s+(?!me\b|us\b)(.+)$|(?:对|学会?|成为|当)(?!到|什么|哪)(.+)$/i;
export const purposeOf = (question: string): string => FOR.exec(question)?.slice(1).find((part) => part !== undefined) ?? "";

/** What is gained is asked for, also where nothing was planned before. */
const GAIN = /\b(?:buy|bring|gain|give|get|help|change|achieve|reach|further|closer|make a difference|do for|worth)\b|换来|带来|多学|学到|有用|帮助|进步|收获|值得|覆盖|多补|更接近/i;
/** Supposed, after a plan: "what if I had two more hours", "如果每周多两个小时呢". */
const SUPPOSED = /\b(?:what if|if i|suppose)\b|^(?:ok(?:ay)?[,.\s]+|so[,\s]+)?(?:and|with)\b|如果|要是|假如|能不能|可以|呢|吗/i;

/** Hours that somebody works are none for learning; "work on my English" is. */
const WORKED = /\b(?:work(?:s|ed|ing)?|did|payslip|shifts?)\b(?! (?:on|at|towards?)\b)|工作|上班|值班/i;

/** @param goesOn a growth answer came before; without one the question has to say what it is after */
export const asksWhatMoreBuys = (question: string, goesOn: boolean): boolean => !WORKED.test(question) && (GAIN.test(question) || (goesOn && SUPPOSED.test(question)));
