/** @file Budget, languages of teaching, and what matters most. A language that somebody wants to learn is no language of teaching. */
import type { PlanConstraints } from "../../contracts/growth";
import { NUMBER, numberOf } from "./numbers";

type Currency = "EUR" | "GBP" | "CNY";
const SIGNS: readonly (readonly [Currency, RegExp])[] = [
  ["EUR", new RegExp(String.raw`(?:€|\beur\s?)\s*(${NUMBER})(k)?|(${NUMBER})(k)?\s*(?:€|euros?\b|eur\b|欧元|欧)`, "i")],
  ["GBP", new RegExp(String.raw`(?:£|\bgbp\s?)\s*(${NUMBER})(k)?|(${NUMBER})(k)?\s*(?:£|pounds?\b|quid\b|gbp\b|英镑|镑)`, "i")],
  ["CNY", new RegExp(String.raw`(?:¥|￥|\b(?:cny|rmb)\s?|人民币\s*)\s*(${NUMBER})(k)?|(${NUMBER})(k)?\s*(?:yuan\b|cny\b|rmb\b|元|块钱?|人民币)`, "i")],
];
const NO_MONEY = /\b(?:free (?:of charge|courses?|only|ones?|training)|only free|for free|no budget|without (?:spending|a budget|any (?:budget|money|cost))|no money|at no cost|costs? nothing|zero budget)\b|免费|不花钱|没有预算|零预算/i;

export function parseBudget(question: string): PlanConstraints["budget"] {
  if (NO_MONEY.test(question)) return { amount: 0, currency: "EUR" };
  for (const [currency, form] of SIGNS) {
    const found = form.exec(question);
    const n = found ? numberOf(found[1] ?? found[3] ?? "") : null;
    if (n !== null) return { amount: n * (found?.[2] ?? found?.[4] ? 1000 : 1), currency };
  }
  return null;
}

const LANGUAGES: readonly (readonly ["en" | "zh" | "nl" | "de", string, string])[] = [
  ["en", "english", "英语|英文"],
  ["zh", "(?:mandarin )?chinese|mandarin", "中文|汉语|普通话"],
  ["nl", "dutch", "荷兰语"],
  ["de", "german", "德语|德文"],
];

/** @returns empty when no language of teaching is said */
export function parseLanguages(question: string): PlanConstraints["languages"] {
  return LANGUAGES.filter(([, english, chinese]) => {
    const taught = new RegExp(String.raw`\b(?:in|taught in|held in|speak|understand)(?: only| either)? (?:(?:english|chinese|mandarin|dutch|german)(?:,| or| and|/) ?)*(?:${english})\b(?! (?:speaking|b[12]|level|exam))|\b(?:${english})(?:[- ](?:language|taught|speaking))?[ -](?:only|courses?|classes|training|material)\b|\bonly (?:${english})\b`, "i");
    const zh = new RegExp(`(?:用|以)(?:[^，。]{0,6}(?:或|和|、))?(?:${chinese})(?:授课|上课|学|讲|教)?|(?:${chinese})(?:授课|的课程?|讲授|教学|上课)|(?:只|仅)(?:懂|会|能用|要|看)?(?:${chinese})`);
    return taught.test(question) || zh.test(question);
  }).map(([language]) => language);
}

const AIMS: readonly (readonly [PlanConstraints["aim"], RegExp])[] = [
  ["fastest", /\b(?:fastest|quickest|as (?:fast|quick(?:ly)?|soon) as possible|asap|in the shortest time)\b|最快|尽快|最短时间/i],
  ["cheapest", /\b(?:cheapest|least expensive|lowest cost|as cheap(?:ly)? as possible|spend as little)\b|最便宜|最省钱|花钱最少/i],
  ["deepest", /\b(?:deepest|most thorough(?:ly)?|in depth|in-depth|as deep(?:ly)? as possible)\b|最深入|最扎实|最系统/i],
];

export const parseAim = (question: string): PlanConstraints["aim"] | null => AIMS.find(([, form]) => form.test(question))?.[0] ?? null;
