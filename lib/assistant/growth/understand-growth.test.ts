/** @file What growth questions are understood to ask for: tool, target, limits, follow-ups; and that policy questions stay policy questions. */
import { describe, expect, it, test } from "vitest";
import { createTaxonomy } from "../../people/taxonomy/create-taxonomy";
import type { Skill } from "../../people/taxonomy/types";
import { parseBudget } from "./parse-budget";
import { parseDeadline } from "./parse-deadline";
import { parseHours } from "./parse-hours";
import { parseLanguages } from "./parse-languages";
import type { GrowthContext, GrowthName } from "./types";
import { understandGrowth } from "./understand-growth";

const TODAY = "2026-11-22";
const skill = (id: string, en: string, zh: string): Skill => ({ id, name: { en, zh }, aliases: { en: [], zh: [] }, kind: "technology", parent: null, related: [] });
const taxonomy = createTaxonomy([skill("sql", "SQL", "SQL"), skill("welding", "Welding", "焊接"), skill("german", "German", "德语")]);
const NAMES: readonly GrowthName[] = [
  { kind: "role", id: "plc", names: ["PLC engineer", "PLC 工程师"] },
  { kind: "role", id: "setter", names: ["Setter, machining", "machining Setter", "机加工调机师"] },
  { kind: "role", id: "moulder", names: ["Moulder", "造型工"] },
  { kind: "opening", id: "o-plc", names: ["PLC engineer"] },
  { kind: "programme", id: "ai", names: ["AI literacy", "人工智能素养"] },
  { kind: "course", id: "c-circuit", names: ["Reading circuit diagrams", "电气图识读"] },
];
const ask = (question: string, before: GrowthContext | null = null) => understandGrowth(question, { today: TODAY, names: NAMES, taxonomy, before });

describe("tool and target", () => {
  it.each([
    ["What am I missing to become a PLC engineer?", "my-gap", "role:plc"],
    ["Am I ready for the moulder job?", "my-gap", "role:moulder"],
    ["How do I become a PLC engineer if I have 4 hours a week until June?", "my-plan", "role:plc"],
    ["As a moulder, how could I move into the PLC engineers' team?", "my-plan", "role:plc"],
    ["Make me a plan for AI literacy", "my-plan", "programme:ai"],
    ["I want to learn SQL", "my-plan", "text:SQL"],
    ["Do I fit the PLC engineer vacancy?", "my-gap", "opening:o-plc"],
    ["What roles could I move into from here?", "career-options", null],
    ["成为PLC工程师我还差什么？", "my-gap", "role:plc"],
    ["我想转到机加工调机师，每周三小时，半年内", "my-plan", "role:setter"],
    ["我以后可以做什么岗位？", "career-options", null],
  ])("%s", (question, tool, target) => {
    const found = ask(question);
    expect(found?.tool).toBe(tool);
    expect(found?.target ? `${found.target.kind}:${found.target.id ?? found.target.text}` : null).toBe(target);
  });

  it.each([
    ["Find me a mentor for welding", "find-mentor", ["welding"]],
    ["Who here knows SQL?", "find-mentor", ["sql"]],
    ["谁能教我焊接？", "find-mentor", ["welding"]],
  ])("%s", (question, tool, skillIds) => expect(ask(question)).toMatchObject({ tool, skillIds }));

  it("a step is asked about by its name or its place", () => {
    expect(ask("Why do I have to do Reading circuit diagrams?")).toMatchObject({ tool: "explain-step", courseId: "c-circuit" });
    expect(ask("Why is the second step in my plan?")).toMatchObject({ tool: "explain-step", step: 2 });
    expect(ask("为什么要先上电气图识读这门课？")).toMatchObject({ tool: "explain-step", courseId: "c-circuit" });
  });
});

describe("rules and rights stay policy questions", () => {
  it.each(["How much is my learning budget?", "Who pays for a course?", "Can I take study leave?", "How does mentoring work here?", "What are the criteria for promotion?", "How many days of leave do I have?", "Can I work from home?", "学习预算有多少？", "培训费用可以报销吗？", "晋升条件是什么？", "How long does a mentor pair last?", "Do I get paid for training on a Saturday?"])("%s", (question) => expect(ask(question)).toBeNull());
});

describe("limits", () => {
  it.each([["4 hours a week", 4], ["an hour a day", 5], ["half a day per week", 4], ["30 minutes a day", 2.5], ["每周四小时", 4], ["每天半小时", 2.5], ["一周2个半小时", 2.5], ["8 hours a month", 1.85], ["two years", null], ["I work 3 days", null]])("%s → %s", (text, hours) => expect(parseHours(text)).toBe(hours));
  it.each([
    ["until June", "2027-06-30"], ["before June", "2027-05-31"], ["by the end of March", "2027-03-31"], ["by 15 January 2027", "2027-01-15"], ["within three months", "2027-02-22"], ["by the end of the year", "2026-12-31"], ["until mid-May", "2027-05-15"],
    ["六月底前", "2027-06-30"], ["到明年3月", "2027-03-31"], ["三个月内", "2027-02-22"], ["半年内", "2027-05-22"], ["2027年4月10日前", "2027-04-10"], ["2027-09-01", "2027-09-01"], ["I may do it", null], ["since June 2020", null],
  ])("%s → %s", (text, day) => expect(parseDeadline(text, TODAY)).toBe(day));
  it.each([["at most €500", { amount: 500, currency: "EUR" }], ["under 2,000 yuan", { amount: 2000, currency: "CNY" }], ["预算800英镑", { amount: 800, currency: "GBP" }], ["only free courses", { amount: 0, currency: "EUR" }], ["three courses", null]])("%s", (text, budget) => expect(parseBudget(text)).toEqual(budget));
  it.each([["in English or Dutch", ["en", "nl"]], ["用中文上课", ["zh"]], ["I want to learn German", []], ["courses in German", ["de"]]])("%s", (text, languages) => expect(parseLanguages(text)).toEqual(languages));
});

test("a follow-up keeps target and limits, and changes what it says", () => {
  const before: GrowthContext = { tool: "my-plan", target: { kind: "role", id: "plc", text: "" }, constraints: { hoursPerWeek: 4, deadline: "2027-06-30" }, skillIds: [] };
  expect(ask("And with 6 hours a week?", before)).toMatchObject({ tool: "my-plan", target: before.target, constraints: { hoursPerWeek: 6, deadline: "2027-06-30" } });
  expect(ask("那如果每周只有2小时呢？", before)).toMatchObject({ tool: "my-plan", target: before.target, constraints: { hoursPerWeek: 2, deadline: "2027-06-30" } });
  expect(ask("What about moulder?", before)).toMatchObject({ tool: "my-plan", target: { id: "moulder" } });
  expect(ask("Make me a plan for it", { ...before, tool: "my-gap", constraints: {} })).toMatchObject({ tool: "my-plan", target: before.target });
  expect(ask("And how much leave do I have?", before)).toBeNull();
});
