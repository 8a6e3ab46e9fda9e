import { describe, expect, test } from "vitest";
import { holdsAnswerType, questionType } from "./question-type";

describe("question types", () => {
  test.each([
    ["How much do I get per mile?", "money"],
    ["出差住宿标准是多少钱？", "money"],
    ["How long is the notice period?", "duration"],
    ["How many weeks of parental leave do I get?", "duration"],
    ["年假有几天？", "duration"],
    ["How many people sit on the works council?", "number"],
    ["When are salaries paid?", "time"],
    ["什么时候发工资？", "time"],
    ["Who approves overtime?", "person"],
    ["加班由谁批准？", "person"],
    ["Where do I park?", "place"],
    ["Can I carry over leave?", "yesno"],
    ["可以在家办公吗？", "yesno"],
    ["How do I claim travel costs?", "steps"],
    ["怎么请假？", "steps"],
    ["Why was my claim refused?", "reason"],
    ["doctor's note sick days", "open"],
  ])("%s asks for %s", (question, type) => expect(questionType(question)).toBe(type));
});

describe("what a sentence holds", () => {
  test.each([
    ["money", "The limit is EUR 140 per night.", "The limit depends on the city."],
    ["duration", "You have twelve weeks of leave.", "You have leave."],
    ["duration", "试用期不得超过六个月。", "试用期由合同约定。"],
    ["number", "Choose 5 colleagues.", "Choose colleagues."],
    ["time", "Salaries are paid on the 25th.", "Salaries go to your bank account."],
    ["person", "Ask your line manager.", "It is blue."],
    ["yesno", "Dogs are not allowed.", "Dogs bark."],
  ] as const)("%s", (type, holds, lacks) => {
    expect(holdsAnswerType(holds, type)).toBe(true);
    expect(holdsAnswerType(lacks, type)).toBe(false);
  });
});
