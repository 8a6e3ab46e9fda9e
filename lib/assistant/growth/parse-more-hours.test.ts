/** @file Hours on top of those in force: how many, of what span, and that they become no limit; and questions that only sound alike. */
import { describe, expect, it, test } from "vitest";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseMoreHours } from "./parse-more-hours";
import type { GrowthContext } from "./types";
import { understandGrowth } from "./understand-growth";

const PLAN: GrowthContext = { tool: "my-plan", target: { kind: "role", id: "plc", text: "" }, constraints: { hoursPerWeek: 4 }, skillIds: [] };
const ask = (question: string, before: GrowthContext | null) => understandGrowth(question, { today: "2026-11-23", names: [], taxonomy: BASE_TAXONOMY, before });

describe("said", () => {
  it.each<readonly [string, number, "week" | "all"]>([
    ["What would 10 more hours buy me?", 10, "all"],
    ["And with ten extra hours?", 10, "all"],
    ["What if I had two more hours a week?", 2, "week"],
    ["what if I could spend another 3 hours per week", 3, "week"],
    ["an extra hour a week, what would that bring?", 1, "week"],
    ["What does half an hour more a day give me?", 2.5, "week"],
    ["How far would I get with 3 hours a week more?", 3, "week"],
    ["and 2 and a half additional hours weekly?", 2.5, "week"],
    ["如果每周多两个小时呢？", 2, "week"],
    ["再多10小时能多学什么？", 10, "all"],
    ["要是每天多半小时呢", 2.5, "week"],
    ["每周增加一个半小时会有帮助吗", 1.5, "week"],
    ["如果再给我二十个小时，能学到什么？", 20, "all"],
  ])("%s", (question, hours, per) => {
    expect(ask(question, PLAN)).toMatchObject({ tool: "my-plan", target: PLAN.target, moreHours: { hours, per } });
    // The hours in force are those before.
    expect(ask(question, PLAN)?.constraints).toEqual(PLAN.constraints);
  });

  it.each(["4 hours a week", "more hours", "many more courses", "每周两小时", "多少小时", "more than 4 hours a week"])("not: %s", (text) => expect(parseMoreHours(text)).toBeNull());
});

test("what they would buy may be asked first; what was not asked of learning goes to the documents", () => {
  expect(ask("What would 10 more hours buy me?", null)).toMatchObject({ tool: "my-plan", target: null, moreHours: { hours: 10, per: "all" } });
  expect(ask("再多10小时能多学什么？", null)).toMatchObject({ moreHours: { hours: 10, per: "all" } });
  expect(ask("What would 10 more hours buy me for learning SQL?", PLAN)?.target).toEqual({ kind: "text", id: null, text: "SQL" });
  expect(ask("What if I had two more hours a week?", null)).toBeNull();
  for (const question of ["What if I work two more hours a week?", "Do I get paid for two more hours a week?", "Can I have 4 more hours of leave?", "What would 10 more hours of overtime bring me?", "每周加班多两个小时怎么算？", "可以多请两天假吗？"]) expect(ask(question, PLAN)).toBeNull();
});
