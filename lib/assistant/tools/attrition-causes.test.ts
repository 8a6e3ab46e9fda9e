/** @file The attrition tool: for whom it exists, which groups it answers with, and that rules stay with the documents. */
import { describe, expect, test } from "vitest";
import type { AttritionGroup, InsightsPort } from "../insights/types";
import { attritionCauses } from "./attrition-causes";
import type { ToolContext, Understood } from "./tool";

const about = (mean: number) => ({ mean, low: mean - 0.05, high: mean + 0.05 });
const group = (column: string, value: string, share: number): AttritionGroup => ({ column, value, n: 40, observed: about(share), causes: [{ feature: "Overtime", amount: about(0.6) }] });
const insights = {
  attrition: () => Promise.resolve({ source: { version: 3, table: "people.csv", metric: "auc", value: about(0.8) }, overall: 0.16, groups: [group("Overtime", "Yes", 0.31), group("Department", "Field Service", 0.28), group("Department", "Support", 0.2)] }),
} as unknown as InsightsPort;
const asked = (question: string, language: "en" | "zh" = "en"): Understood => ({ question, original: question, language, isFollowUp: false });
const request = (capabilities: readonly string[], port?: InsightsPort) => ({ capabilities: new Set(capabilities), ...(port ? { insights: port } : {}) }) as unknown as ToolContext["request"];
const answer = async (question: string, language: "en" | "zh" = "en"): Promise<string> => (await attritionCauses.run(asked(question, language), { request: request(["insights"], insights), tell: () => undefined } as unknown as ToolContext)).answer.text;

describe("recognised", () => {
  test("for whoever may read insights, and for nobody else", () => {
    const question = asked("Why do so many people quit in Field Service?");
    expect(attritionCauses.recognise(question, request(["insights"], insights))).toBeGreaterThan(0.9);
    expect(attritionCauses.recognise(question, request(["policies"], insights))).toBe(0);
    expect(attritionCauses.recognise(question, request(["insights"]))).toBe(0);
  });

  test.each(["how do I quit the plan", "What is the notice period when I quit?", "离职要提前多久通知？"])("%s is left to the documents", (question) => {
    expect(attritionCauses.recognise(asked(question), request(["insights"], insights))).toBe(0);
  });
});

describe("answered", () => {
  test("a group that is named by itself, with its causes and its source", async () => {
    const text = await answer("Why do so many people quit in Field Service?");
    expect(text).toMatch(/^Field Service \(40 people\): 28 %/);
    expect(text).toContain("Overtime");
    expect(text).toContain("people.csv");
    expect(text).not.toContain("Support");
  });

  test("departments where departments are asked for, everything where nothing is", async () => {
    for (const [question, language] of [["Which department loses the most people?", "en"], ["哪个部门走的人最多", "zh"]] as const) {
      const text = await answer(question, language);
      expect(text).toMatch(/Department Field Service: 28 %; Department Support: 20 %|Department Field Service: 28 %；Department Support: 20 %/);
      expect(text).not.toContain("Overtime");
    }
    expect(await answer("Where do people quit most?")).toContain("Overtime Yes: 31 %");
  });
});
