/** @file Budget, languages of teaching, online only, and what matters most. A language that somebody wants to learn is no language of teaching. */
import type { PlanConstraints } from "../../contracts/growth";
import { NUMBER, numberOf } from "./numbers";

type Currency = "EUR" | "GBP" | "CNY";
const SIGNS: readonly (readonly [Currency, RegExp])[] = [
  ["EUR", new RegExp(String.raw`(?:€|\beur\s?)\s*(${NUMBER})(k)?|(?<![a-z\d.,])(${NUMBER})(k)?\s*(?:€|euros?\b|eur\b|欧元|欧)`, "i")],
  ["GBP", new RegExp(String.raw`(?:£|\bgbp\s?)\s*(${NUMBER})(k)?|(?<![a-z\d.,])(${NUMBER})(k)?\s*(?:£|pounds?\b|quid\b|gbp\b|英镑|镑)`, "i")],
  ["CNY", new RegExp(String.raw`(?:¥|￥|\b(?:cny|rmb)\s?|人民币\s*)\s*(${NUMBER})(k)?|(?<![a-z\d.,])(${NUMBER})(k)?\s*(?:yuan\b|cny\b|rmb\b|元|块钱?|人民币)`, "i")],
];
const NO_MONEY = /\b(?:free (?:of charge|courses?|only|ones?|training)|only free|for free|no budget|without (?:spending|a budget|any (?:budget|money|cost))|no money|at no cost|costs? nothing|zero budget|for nothing|(?:won't|mustn't|must not|shouldn't|should not|can't|cannot|may not) cost (?:me |us )?(?:anything|a (?:penny|cent))|nothing that costs|without paying|free (?:stuff|material|offers?|things|steps)|(?:all|everything) (?:must be |has to be |should be )?free|(?:,|and|but|it's|be|keep it) free(?=\s*(?:$|[,.;!?]|please|of cost)))(?!\w)|免费|不(?:想|要|用|能)?(?:再)?(?:花|掏|出)(?:一分)?钱|不要钱|(?:没有?|零|无)(?:培训|学习)?(?:预算|经费)|一分钱(?:都)?不/i;
/** A sum without a currency: what the asker's site counts in; where that is not known, the question's language says. */
const BARE = new RegExp(String.raw`\b(?:budget (?:of|is|:)?|spend(?:ing)? (?:at most|up to|no more than|max(?:imum)?)?|cost(?:s|ing)? (?:at most|no more than|less than|under))\s*(${NUMBER})(k)?\b(?!\s*(?:hours?|h\b|days?|weeks?|months?|%))`, "i");
const BARE_CHINESE = new RegExp(String.raw`(?:预算|花费|费用|经费|花)(?:控制在|不超过|最多|只有|大概|大约|是|在|不能超过|上限)?\s*(${NUMBER})(?!\s*(?:个|小时|天|周|月|年|分钟|[一二两三四五六七八九十百千\d]))`, "i");

/** @param own currency of the asker's site */
export function parseBudget(question: string, own?: Currency): PlanConstraints["budget"] {
  // A sum beside "free if possible" is the limit.
  for (const [currency, form] of SIGNS) {
    const found = form.exec(question);
    const n = found ? numberOf(found[1] ?? found[3] ?? "") : null;
    if (n !== null) return { amount: n * (found?.[2] ?? found?.[4] ? 1000 : 1), currency };
  }
  if (NO_MONEY.test(question)) return { amount: 0, currency: own ?? "EUR" };
  const bare = BARE.exec(question);
  const chinese = bare ? null : BARE_CHINESE.exec(question);
  const n = numberOf(bare?.[1] ?? chinese?.[1] ?? "");
  return n !== null && n >= 50 ? { amount: n * (bare?.[2] ? 1000 : 1), currency: own ?? (chinese ? "CNY" : "EUR") } : null;
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
    const zh = new RegExp(`(?:用|以)(?:[^，。]{0,6}(?:或|和|、))?(?:${chinese})(?:授课|上课|学|讲|教)?|(?:${chinese})(?:授课|的课程?|讲授|教学|上课)|(?:只|仅)(?:能|想|看得?|听得?)?(?:懂|会|用|要|上|看|选|学)?(?:${chinese})(?!水平)|(?:${chinese})(?:的)?(?:课|材料|资料|教材|版)`);
    return taught.test(question) || zh.test(question);
  }).map(([language]) => language);
}

const AIMS: readonly (readonly [PlanConstraints["aim"], RegExp])[] = [
  ["fastest", /\b(?:fastest|quickest|as (?:fast|quick(?:ly)?|soon) as possible|asap|in the shortest time|in a hurry|soonest)\b|最快|尽快|最短时间|越快越好|尽早|抓紧/i],
  ["cheapest", /\b(?:cheapest|least expensive|lowest cost|as cheap(?:ly)? as possible|spend as little|as little money as possible|for the least money|lowest price)\b|最便宜|最省钱|花钱最少|越便宜越好|尽量(?:省钱|便宜|少花钱)/i],
  ["deepest", /\b(?:deepest|most thorough(?:ly)?|in depth|in-depth|as deep(?:ly)? as possible|really thorough|properly)\b|最深入|最扎实|最系统|学(?:得)?(?:扎实|深入|透)/i],
];

export const parseAim = (question: string): PlanConstraints["aim"] | null => AIMS.find(([, form]) => form.test(question))?.[0] ?? null;

/** "only online", "online courses only", "nothing in person", "只上网课", "不要线下". */
const ONLINE = /\b(?:only|just|purely|exclusively|all|everything|entirely|fully|completely|100 ?%)\s+(?:do |take |want |through )?(?:online|remote(?:ly)?|virtual|e-?learning|from home)\b|\b(?:online|remote(?:ly)?|virtual|e-?learning|from home)(?:\s+(?:courses?|classes|things|stuff|learning|training|lessons|ones|sessions))?[ ,]+(?:only|please|exclusively)\b|\b(?:must|has to|have to|should|needs? to|can only) be (?:online|remote|virtual)\b|\b(?:nothing|no(?:t)?(?: courses?| classes| sessions)?)\s+(?:in[- ]person|on[- ]site|face[- ]to[- ]face|in a classroom)\b|(?:只|仅|全部?|都)(?:能|要|想|愿意|可以|接受|用|在)?(?:上|学|参加|选|通过)?(?:网课|线上|网上|在线|远程)|(?:网课|线上|在线|远程)(?:的)?(?:课程?)?(?:就行|就好|即可|为主)|(?:不要|不想|不能|不参加|不接受|别)(?:去|上|安排|参加)?(?:线下|面授|现场课?|到场)/i;

/** @returns true where only what is online counts; null when nothing is said of it */
export const parseOnline = (question: string): true | null => (ONLINE.test(question) ? true : null);
