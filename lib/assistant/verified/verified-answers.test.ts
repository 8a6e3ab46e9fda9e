/** @file The same question in other words, and questions that only look like it. */
import { describe, expect, test } from "vitest";
import { MATCH_LIMITS } from "./match-weights";
import { readQuestion } from "./pair-features";
import { sameQuestion } from "./verified-answers";

const probability = (a: string, b: string) => sameQuestion(readQuestion(a), readQuestion(b));

describe("sameQuestion", () => {
  test.each([
    ["How many days of annual leave do I have in Rotterdam?", "how many annual leave days do I get in Rotterdam"],
    ["Can the probation period be extended?", "Is it possible to extend the probation period?"],
    ["How do I get a replacement for a lost badge?", "how can I replace a lost badge"],
    ["公司附近的游泳馆员工有折扣吗?", "公司附近的游泳馆员工是否有折扣"],
  ])("served: %s · %s", (a, b) => {
    expect(probability(a, b)).toBeGreaterThanOrEqual(MATCH_LIMITS[readQuestion(a).language].serve);
    expect(probability(b, a)).toBe(probability(a, b));
  });

  test.each([
    ["How many days of annual leave do I have in Rotterdam?", "How many days of annual leave do I have in Leeds?"],
    ["How many days of annual leave do I have in Rotterdam?", "How many days of sick leave do I have in Rotterdam?"],
    ["Do interns receive a bonus?", "Do apprentices receive a bonus?"],
    ["Is smoking allowed on site?", "Is vaping allowed on site?"],
    ["可以带宠物来办公室吗?", "可以带孩子来办公室吗?"],
    ["供应商送的礼物最多能值多少钱?", "送给供应商的礼物最多能值多少钱?"],
  ])("below the limit: %s · %s", (a, b) => {
    expect(probability(a, b)).toBeLessThan(MATCH_LIMITS[readQuestion(a).language].serve);
  });

  test.each([
    ["numbers", "Can I work four days a week?", "Can I work six days a week?"],
    ["weekdays", "Do I get paid for overtime on a Sunday?", "Do I get paid for overtime on a Saturday?"],
    ["denial", "Is smoking allowed on site?", "Is smoking not allowed on site?"],
    ["direction", "What is the maximum value of a gift from a supplier?", "What is the maximum value of a gift to a supplier?"],
    ["kind of answer", "May I record a video meeting?", "Who may record a video meeting?"],
    ["unit", "How many days of notice do I give?", "How many months of notice do I give?"],
    ["language", "Is smoking allowed on site?", "厂区里可以抽烟吗?"],
    ["月份", "六月离职奖金还发吗?", "七月离职奖金还发吗?"],
  ])("refused outright, other %s: %s · %s", (_what, a, b) => {
    expect(probability(a, b)).toBe(0);
  });
});
