/** @file Budgets as employees say them in both languages; pay, prices and amounts of time are none. */
import { describe, expect, it } from "vitest";
import { parseBudget } from "./parse-budget";

describe("a budget", () => {
  it.each([
    ["max 500 euros", 500, "EUR"], ["max. €500", 500, "EUR"], ["at most 500 euro", 500, "EUR"], ["up to €1,000", 1000, "EUR"], ["up to 1.000 euros", 1000, "EUR"],
    ["under 300 pounds", 300, "GBP"], ["£250 max", 250, "GBP"], ["no more than 800 EUR", 800, "EUR"], ["not more than EUR 800", 800, "EUR"],
    ["a budget of 1500", 1500, "EUR"], ["with a budget of 1500", 1500, "EUR"], ["my budget is 600", 600, "EUR"], ["budget: 600", 600, "EUR"], ["budget 600", 600, "EUR"],
    ["budget max 600", 600, "EUR"], ["a 600 euro budget", 600, "EUR"], ["1.5k euros", 1500, "EUR"], ["€1.5k", 1500, "EUR"], ["2k budget", 2000, "EUR"],
    ["I can spend 400", 400, "EUR"], ["I can spend at most 400", 400, "EUR"], ["spend no more than 400", 400, "EUR"], ["five hundred euros", 500, "EUR"],
    ["two hundred euros", 200, "EUR"], ["a thousand euros", 1000, "EUR"], ["two thousand euros", 2000, "EUR"], ["cheaper than 300 euros", 300, "EUR"],
    ["2000 RMB", 2000, "CNY"], ["¥2000", 2000, "CNY"], ["2,000 yuan", 2000, "CNY"], ["for free", 0, "EUR"], ["without spending money", 0, "EUR"],
    ["costs at most 300", 300, "EUR"], ["keep it under 300", 300, "EUR"], ["it must not cost more than 300", 300, "EUR"], ["may cost 300", 300, "EUR"],
    ["预算两千元", 2000, "CNY"], ["预算2000元", 2000, "CNY"], ["预算两千", 2000, "CNY"], ["预算两千块", 2000, "CNY"], ["预算是两千五百元", 2500, "CNY"], ["预算两千五", 2500, "CNY"],
    ["预算一万", 10000, "CNY"], ["预算1万元", 10000, "CNY"], ["预算1.5万", 15000, "CNY"], ["预算三万块", 30000, "CNY"], ["两千块以内", 2000, "CNY"], ["两千以内", 2000, "CNY"],
    ["不超过2000元", 2000, "CNY"], ["不超过两千", 2000, "CNY"], ["最多花500", 500, "CNY"], ["最多花五百欧元", 500, "EUR"], ["最多500欧", 500, "EUR"], ["500欧以内", 500, "EUR"],
    ["预算800英镑", 800, "GBP"], ["控制在3000元以内", 3000, "CNY"], ["三百块钱", 300, "CNY"], ["预算3k", 3000, "CNY"], ["人民币3000", 3000, "CNY"], ["不花钱", 0, "EUR"], ["零预算", 0, "EUR"],
    ["免费的", 0, "EUR"],
  ])("%s → %s %s", (text, amount, currency) => expect(parseBudget(text)).toEqual({ amount, currency }));
  it.each([
    ["a few hundred euros"], ["不超过三个月"], ["预算三个月"], ["500 people work here"], ["I manage a budget of people"], ["the course costs €500"],
    ["I earn 3000 euros"], ["salary of 4000 euros"], ["I handle budgets of 2 million euros"], ["工资5000元"], ["这门课500元"], ["课程费用500元吗"],
  ])("%s: none", (text) => expect(parseBudget(text)).toBeNull());
});
