/** @file What may be spent: "at most €500", "max 1.5k euros", "a budget of 1500", "no money", "预算两千元", "两千以内". Pay and the price of one course are no budget. */
import type { PlanConstraints } from "../../contracts/growth";
import { NUMBER, numberOf } from "./numbers";

type Currency = "EUR" | "GBP" | "CNY";
/** "two hundred", "a thousand", "1.5k", "两万": a number and what it counts. */
const SUM = String.raw`(${NUMBER})(\s?(?:k\b|thousand|hundred)|[万千百k])?([一二三四五六七八九](?![\d个]))?`;
const sign = (before: string, after: string): RegExp => new RegExp(String.raw`(?:${before})\s*${SUM}|(?<![a-z\d.,])${SUM}[ -]*(?:${after})`, "i");
const SIGNS: readonly (readonly [Currency, RegExp])[] = [
  ["EUR", sign(String.raw`€|\beur\s?`, String.raw`€|euros?\b|eur\b|欧元|欧`)],
  ["GBP", sign(String.raw`£|\bgbp\s?`, String.raw`£|pounds?\b|quid\b|gbp\b|英镑|镑`)],
  ["CNY", sign(String.raw`¥|￥|\b(?:cny|rmb)\s?|人民币\s*`, String.raw`yuan\b|cny\b|rmb\b|元|块钱?|人民币`)],
];
const NO_MONEY = /\b(?:free (?:of charge|courses?|only|ones?|training)|only free|for free|no budget|without (?:spending|a budget|any (?:budget|money|cost))|no money|at no cost|costs? nothing|zero budget|for nothing|(?:won't|mustn't|must not|shouldn't|should not|can't|cannot|may not) cost (?:me |us )?(?:anything|a (?:penny|cent))|nothing that costs|without paying|free (?:stuff|material|offers?|things|steps)|(?:all|everything) (?:must be |has to be |should be )?free|(?:,|and|but|it's|be|keep it) free(?=\s*(?:$|[,.;!?]|please|of cost)))(?!\w)|免费|不(?:想|要|用|能)?(?:再)?(?:花|掏|出)(?:一分)?钱|不要钱|(?:没有?|零|无)(?:培训|学习)?(?:预算|经费)|一分钱(?:都)?不/i;
/** What somebody earns or answers for, and what one course costs. */
const NO_BUDGET = [
  /\b(?:earn(?:s|ing)?|salary|wages?|income|paid|turnover|revenue|(?:manage|handle) (?:\w+ ){0,2}budgets?|responsible for|in charge of)\b[^.;?!,]{0,25}?[€£¥]?\d[\d.,]*[k]?|\b(?:(?:course|training|exam|class|certificate) (?:costs?|is)|(?:it|that|which) costs) (?:about |around )?(?:[€£¥]|eur |gbp )?\d[\d.,]*(?! ?(?:euros? |pounds? |yuan |eur |€)?(?:at most|max|or less))/gi,
  /(?:工资|薪水|月薪|年薪|收入|奖金)[^，。；？]{0,4}?[\d一二两三四五六七八九十百千万.,]+|(?:课程?|培训|考试|证)(?:的)?(?:费用|价格|学费)?(?:要|是)?[\d一二两三四五六七八九十百千万.,]+(?=[元块欧])/g,
];
const NO_UNIT = String.raw`(?![\d.,]|\s*(?:hours?|h\b|days?|weeks?|months?|years?|minutes?|people|courses?|steps?|%|个|小时|天|日|周|星期|月|年|分钟|人|门|步|次|[一二两三四五六七八九十百千]))`;
/** A sum without a currency: what the asker's site counts in; where that is not known, the question's language says. */
const BARE = new RegExp(String.raw`\b(?:budget(?: of| is|:)?(?: max(?:imum)?| at most)?|(?:spend(?:ing)?|cost(?:s|ing)?|keep it)(?: at most| up to| no more than| more than| less than| under| below| max(?:imum)?)?)\s*${SUM}${NO_UNIT}|\b(?!an? )${SUM} budget\b`, "i");
const BARE_CHINESE = new RegExp(String.raw`(?:预算|花费|费用|经费|花)(?:控制在|不超过|最多|只有|大概|大约|是|在|不能超过|上限)?[：:]?\s*${SUM}${NO_UNIT}|(?:不超过|最多|控制在)${SUM}${NO_UNIT}|${SUM}(?:以内|以下|之内)`, "i");
/** Smaller numbers count something else. */
const LEAST_BARE_SUM = 50;

/** @param own currency of the asker's site */
export function parseBudget(text: string, own?: Currency): PlanConstraints["budget"] {
  // "1.000 euros" is a thousand, as written on the continent.
  const question = NO_BUDGET.reduce((rest, form) => rest.replace(form, " "), text.replace(/\b(\d{1,3})\.(\d{3})(?!\d)/g, "$1$2"));
  // A sum beside "free if possible" is the limit.
  for (const [currency, form] of SIGNS) {
    const amount = amountOf(form.exec(question));
    if (amount !== null) return { amount, currency };
  }
  if (NO_MONEY.test(question)) return { amount: 0, currency: own ?? "EUR" };
  const bare = amountOf(BARE.exec(question));
  const amount = bare ?? amountOf(BARE_CHINESE.exec(question));
  return amount !== null && amount >= LEAST_BARE_SUM ? { amount, currency: own ?? (bare === null ? "CNY" : "EUR") } : null;
}

const SIZES: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, hundred: 100, 万: 10_000, 千: 1000, 百: 100 };

/** Of the form's alternatives, the one that was found. */
function amountOf(found: RegExpExecArray | null): number | null {
  const at = found?.findIndex((group, i) => i > 0 && i % 3 === 1 && group !== undefined) ?? -1;
  if (!found || at < 0) return null;
  const [count = "", size, rest] = found.slice(at, at + 3);
  const n = numberOf(count);
  if (n === null) return null;
  const each = SIZES[(size ?? "").trim().toLowerCase()] ?? 1;
  // "两万五" is 25,000: the last digit counts the next smaller unit.
  return n * each + (rest && each >= 10_000 ? (numberOf(rest) ?? 0) * (each / 10) : 0);
}
