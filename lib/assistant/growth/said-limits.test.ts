/** @file Limits of time, money, days, language and kind, as people say them in both languages. */
import { describe, expect, it } from "vitest";
import { parseKinds } from "./parse-kinds";
import { saidConstraints } from "./understand-growth";

const TODAY = "2026-11-23";

describe("limits as they are said", () => {
  it.each([
    ["Two evenings a week, no money, by autumn", { hoursPerWeek: 4, budget: { amount: 0, currency: "EUR" }, deadline: "2027-08-31" }],
    ["Fridays only, 4 hours", { hoursPerWeek: 4 }], ["half an hour every morning", { hoursPerWeek: 2.5 }], ["an hour and a half a week", { hoursPerWeek: 1.5 }], ["周末两小时", { hoursPerWeek: 2 }],
    ["by the end of Q2", { deadline: "2027-06-30" }], ["until the end of 2027", { deadline: "2027-12-31" }], ["明年夏天之前", { deadline: "2027-05-31" }], ["明年上半年", { deadline: "2027-06-30" }], ["春节前", { deadline: "2027-01-20" }], ["三个月能学完", { deadline: "2027-02-23" }], ["by next summer, in English and on weekends", { deadline: "2027-05-31", languages: ["en"] }], ["in the summer", { deadline: "2027-08-31" }], ["by the end of the summer", { deadline: "2027-08-31" }], ["周末学，夏天前", { deadline: "2027-05-31" }], ["夏天里学完", { deadline: "2027-08-31" }], ["give me three months", { deadline: "2027-02-23" }], ["I only have two months left", { deadline: "2027-01-23" }], ["三个月拿下", { deadline: "2027-02-23" }], ["end of May", { deadline: "2027-05-31" }], ["three years of experience", {}],
    ["less than £400", { budget: { amount: 400, currency: "GBP" } }], ["a budget of 1500", { budget: { amount: 1500, currency: "EUR" } }], ["花费控制在2000以内", { budget: { amount: 2000, currency: "CNY" } }], ["不想花钱", { budget: { amount: 0, currency: "EUR" } }], ["预算三个月", {}],
    ["only online, please", { online: true }], ["Only online stuff, 2 hrs weekly", { hoursPerWeek: 2, online: true }], ["online courses only", { online: true }], ["nothing in person", { online: true }], ["只上网课", { online: true }], ["不要线下的", { online: true }], ["is there an online course on SQL?", {}], ["the online shop team only", {}],
    ["只看得懂中文", { languages: ["zh"] }], ["越快越好", { aim: "fastest" }],
  ])("%s", (text, said) => expect(saidConstraints(text, { today: TODAY })).toEqual(said));
  it.each([
    ["不要上课，只做项目", ["project"]], ["no classroom please", ["project", "certification", "mentoring", "reading"]], ["just projects and reading", ["project", "reading"]], ["without exams", ["course", "project", "mentoring", "reading"]], ["free courses only", null], ["only courses in Dutch", null], ["which course is best?", null],
  ])("%s", (text, kinds) => expect(parseKinds(text)).toEqual(kinds));
  it("counts a sum without a currency, and no money at all, in what the asker's site counts in", () => {
    expect(saidConstraints("a budget of 1500", { today: TODAY, currency: "GBP" })).toEqual({ budget: { amount: 1500, currency: "GBP" } });
    expect(saidConstraints("不想花钱", { today: TODAY, currency: "CNY" })).toEqual({ budget: { amount: 0, currency: "CNY" } });
    expect(saidConstraints("at most €300", { today: TODAY, currency: "GBP" })).toEqual({ budget: { amount: 300, currency: "EUR" } });
  });
});
