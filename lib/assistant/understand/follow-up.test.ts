import { describe, expect, test } from "vitest";
import type { Turn } from "../types";
import { makeWhole } from "./follow-up";

const turn = (question: string, changes: Partial<Turn> = {}): Turn => ({ question, understoodAs: null, outcome: "answered", documents: ["Annual leave"], ...changes });
const leave = turn("How many days of annual leave do I get?");

describe("follow-ups are made whole", () => {
  test.each([
    ["and for part-timers?", /annual leave.*part-timers/],
    ["what about interns?", /annual leave.*interns/],
    ["How about the second year", /annual leave.*second year/],
    ["for apprentices?", /annual leave.*apprentices/],
    ["how do I apply for it", /how do I apply for it \(.*annual leave/],
    ["when does it expire?", /when does it expire \(.*annual leave/],
    ["And who approves that?", /who approves that.*annual leave/i],
    ["what about Suzhou", /annual leave.*Suzhou/],
    ["Agency workers too?", /annual leave.*Agency workers too/],
    ["Can my manager refuse it?", /refuse it.*annual leave/],
  ])("%s", (question, expected) => {
    const whole = makeWhole(question, [leave]);
    expect(whole.isFollowUp).toBe(true);
    expect(whole.question).toMatch(expected);
  });

  test.each([
    ["那兼职呢？", /年假.*兼职/],
    ["实习生呢", /年假.*实习生/],
    ["那怎么申请？", /怎么申请.*年假/],
    ["这个要提前多久申请？", /年假/],
    ["学徒也有吗？", /年假.*学徒/],
  ])("%s", (question, expected) => {
    const whole = makeWhole(question, [turn("我有多少天年假？")]);
    expect(whole.isFollowUp).toBe(true);
    expect(whole.question).toMatch(expected);
  });

  test("a group of people named before gives way to the new one", () => {
    const whole = makeWhole("and for part-time employees?", [turn("How much leave does a full-time employee get?")]);
    expect(whole.question).not.toMatch(/full-time/);
    expect(whole.question).toMatch(/leave.*part-time employees/);
  });

  test("a place named before gives way to the new one", () => {
    expect(makeWhole("What about Leeds?", [turn("How many days off do I have in Rotterdam?")]).question).not.toMatch(/Rotterdam/);
  });

  test("goes on from what the earlier follow-up was understood as", () => {
    const whole = makeWhole("and who approves it?", [leave, turn("and for interns?", { understoodAs: "How many days of annual leave do I get — for interns?" })]);
    expect(whole.question).toMatch(/annual leave/);
  });
});

describe("what stands alone is never touched", () => {
  test.each([
    "How do I report a sick day?",
    "Is it allowed to bring my dog to the office?",
    "How long does it take until expenses are paid?",
    "Can I work from home on Fridays?",
    "What happens if I lose my access card?",
    "Where can I find the dress code that applies to visitors in the warehouse?",
    "doctor's note sick days",
    "Is there a gym?",
    "My overalls are filthy. When can I hand them in?",
    "This is my third time off ill. Should I expect trouble?",
    "from what weight is a lifting plan required",
    "on-call money per weekday",
    "I resigned on Monday in anger and regret it. Can I undo that?",
    "加班费怎么算？",
    "生病了怎么请假？",
    "出差住酒店的标准是多少？",
  ])("%s", (question) => {
    expect(makeWhole(question, [leave])).toEqual({ question, isFollowUp: false });
  });

  test("without an earlier question, or after small talk only, nothing is added", () => {
    expect(makeWhole("and for part-timers?", []).isFollowUp).toBe(false);
    expect(makeWhole("and for part-timers?", [turn("hello", { outcome: "chat" })]).isFollowUp).toBe(false);
  });
});
