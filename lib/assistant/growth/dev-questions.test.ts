/** @file The router on its 180 development questions, with the demo's own names; and that no policy, follow-up or recruiter question is taken. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { demoNames } from "../../cli/eval-growth";
import { projectRoot } from "../../config/paths";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { DEV_QUESTIONS, type DevQuestion } from "./dev-questions.fixture";
import { parseKinds } from "./parse-kinds";
import { saidConstraints, understandGrowth, type UnderstoodGrowth } from "./understand-growth";

const TODAY = "2026-11-23";
const names = await demoNames();
const ask = (question: string) => understandGrowth(question, { today: TODAY, names, taxonomy: BASE_TAXONOMY, before: null });

function isAimedAt(wanted: string, found: UnderstoodGrowth): boolean {
  const [kind = "", id = ""] = wanted.split(":");
  if (kind === "*") return true;
  if (kind === "none") return found.target === null;
  if (kind === "text") return found.target?.kind === "text";
  if (kind === "skill") return found.skillIds.includes(id);
  if (kind === "course") return found.courseId === id;
  return found.target?.kind === kind && found.target.id === id;
}

/** What is known to be misread; the list may only become shorter. */
const MISREAD: readonly string[] = ["Could I do payroll?"];

const isRight = ([question, tool, target]: DevQuestion): boolean => {
  const found = ask(question);
  return found === null ? tool === "policy" : found.tool === tool && target.split("|").some((each) => isAimedAt(each, found));
};

describe("development questions", () => {
  it("are sent to the right tool with the right target", () => {
    expect(DEV_QUESTIONS.filter((each) => !isRight(each)).map(([question]) => question)).toEqual(MISREAD);
  });

  it("no policy, follow-up or recruiter question of the demo is a growth question", () => {
    const lines = (file: string) => readFileSync(path.join(projectRoot(), "db/seed", file), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as { question?: string; turns?: string[] });
    const asked = ["questions/policies.jsonl", "questions/followups.jsonl", "questions-people.jsonl"].flatMap(lines).flatMap(({ question, turns }) => turns ?? [question ?? ""]);
    expect(asked).toHaveLength(589);
    expect(asked.filter((question) => ask(question) !== null)).toEqual([]);
  });
});

describe("limits as they are said", () => {
  it.each([
    ["Two evenings a week, no money, by autumn", { hoursPerWeek: 4, budget: { amount: 0, currency: "EUR" }, deadline: "2027-08-31" }],
    ["Fridays only, 4 hours", { hoursPerWeek: 4 }], ["half an hour every morning", { hoursPerWeek: 2.5 }], ["an hour and a half a week", { hoursPerWeek: 1.5 }], ["周末两小时", { hoursPerWeek: 2 }],
    ["by the end of Q2", { deadline: "2027-06-30" }], ["until the end of 2027", { deadline: "2027-12-31" }], ["明年夏天之前", { deadline: "2027-05-31" }], ["明年上半年", { deadline: "2027-06-30" }], ["春节前", { deadline: "2027-01-20" }], ["三个月能学完", { deadline: "2027-02-23" }], ["end of May", { deadline: "2027-05-31" }], ["three years of experience", {}],
    ["less than £400", { budget: { amount: 400, currency: "GBP" } }], ["a budget of 1500", { budget: { amount: 1500, currency: "EUR" } }], ["花费控制在2000以内", { budget: { amount: 2000, currency: "CNY" } }], ["不想花钱", { budget: { amount: 0, currency: "EUR" } }], ["预算三个月", {}],
    ["只看得懂中文", { languages: ["zh"] }], ["越快越好", { aim: "fastest" }],
  ])("%s", (text, said) => expect(saidConstraints(text, TODAY)).toEqual(said));
  it.each([
    ["不要上课，只做项目", ["project"]], ["no classroom please", ["project", "certification", "mentoring", "reading"]], ["just projects and reading", ["project", "reading"]], ["without exams", ["course", "project", "mentoring", "reading"]], ["free courses only", null], ["only courses in Dutch", null], ["which course is best?", null],
  ])("%s", (text, kinds) => expect(parseKinds(text)).toEqual(kinds));
});
