/** @file Which questions share an item: wording may differ, particulars may not. */
import { describe, expect, test } from "vitest";
import { isSameQuestion, questionKey } from "./same-question";

describe("the same question", () => {
  test.each([
    ["How many days of annual leave do I get?", "how many days of annual leave do I get", 0.2],
    ["How many days of annual leave do I get?", "How many annual leave days do I have?", 0.9],
    ["Can I carry unused leave into next year?", "can unused leave be carried to next year", 0.88],
    ["年假可以结转到明年吗?", "年假能结转到明年吗", 0.95],
  ])("%s = %s", (a, b, cosine) => {
    expect(isSameQuestion(a, b, cosine)).toBe(true);
    expect(isSameQuestion(b, a, cosine)).toBe(true);
  });

  test.each([
    ["another place", "How many days of leave do I get in Rotterdam?", "How many days of leave do I get in Leeds?", 0.97],
    ["another number", "What happens after 3 sick days?", "What happens after 30 sick days?", 0.98],
    ["a denial", "Can I carry over leave?", "Can I not carry over leave?", 0.97],
    ["another subject, near in meaning", "How many days of annual leave are there?", "How many hours is the full-time week?", 0.85],
    ["far in meaning, though the words agree", "Can my manager refuse leave?", "Can I refuse my manager?", 0.5],
    ["one asks more", "How long is probation?", "How long is probation for apprentices under a fixed-term contract who move departments?", 0.85],
    ["另一件事", "补充医疗包括门诊吗?", "爸妈能加进补充医疗吗?", 0.84],
  ])("%s: %s ≠ %s", (_why, a, b, cosine) => {
    expect(isSameQuestion(a, b, cosine)).toBe(false);
    expect(isSameQuestion(b, a, cosine)).toBe(false);
  });

  test("a key folds case, punctuation, width and traditional characters", () => {
    expect(questionKey("  What’s the “per diem”?? ")).toBe(questionKey("what's the per-diem"));
    expect(questionKey("年假有幾天?")).toBe(questionKey("年假有几天"));
    expect(questionKey("Leave in 2026?")).not.toBe(questionKey("Leave in 2027?"));
  });
});
