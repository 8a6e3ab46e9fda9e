/** @file The router on its 180 development questions, with the demo's own names; and that no policy, follow-up or recruiter question is taken. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { demoNames } from "./eval-growth";
import { projectRoot } from "../config/paths";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";
import { DEV_QUESTIONS, type DevQuestion } from "../assistant/growth/dev-questions.fixture";
import { understandGrowth, type UnderstoodGrowth } from "../assistant/growth/understand-growth";

const TODAY = "2026-11-23";
const names = await demoNames();
const AFTER_A_PLAN = { tool: "my-plan" as const, target: { kind: "role" as const, id: "plc-engineer", text: "" }, constraints: {}, skillIds: [] };
const ask = (question: string, before: typeof AFTER_A_PLAN | null = null) => understandGrowth(question, { today: TODAY, names, taxonomy: BASE_TAXONOMY, before });

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

  it("no policy, follow-up or recruiter question of the demo is a growth question, not even right after a plan", () => {
    const lines = (file: string) => readFileSync(path.join(projectRoot(), "db/seed", file), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as { question?: string; turns?: string[] });
    const asked = ["questions/policies.jsonl", "questions/followups.jsonl", "questions-people.jsonl"].flatMap(lines).flatMap(({ question, turns }) => turns ?? [question ?? ""]);
    expect(asked).toHaveLength(589);
    expect(asked.filter((question) => ask(question) !== null || ask(question, AFTER_A_PLAN) !== null)).toEqual([]);
  });
});
