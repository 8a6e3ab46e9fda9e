/** @file Tools for HR leads on foreseen results and comments: who gets them, groups only, no person named, small groups, sources, switched off, and which tool a question goes to. */
import { describe, expect, test } from "vitest";
import type { CommentFacts, ForecastFacts, InsightsPort, ResultFacts } from "../insights/types";
import { attritionCauses } from "./attrition-causes";
import { channelEffect } from "./channel-effect";
import { commentThemes } from "./comment-themes";
import { performanceOutlook } from "./performance-outlook";
import { policyQuestion } from "./policy-question";
import { TOOLS } from "./registry";
import { skillClusters } from "./skill-clusters";
import type { Tool, ToolContext, Understood } from "./tool";

const about = (mean: number, spread = 0.05) => ({ mean, low: mean - spread, high: mean + spread });
const source = (table: string, metric: string) => ({ version: 2, table, metric, value: about(0.7) });
const months = (first: number) => Array.from({ length: 6 }, (_, at) => ({ month: `2026-0${at + 4}`, value: first + at, low: first + at - 5, high: first + at + 5 }));
const FORECAST: ForecastFacts = {
  source: source("months.csv", "errorShare"),
  measure: "Results",
  groups: [
    { group: "", people: 46, past: [{ month: "2026-03", value: 100 }], months: months(101), parts: [] },
    { group: "Customer Support", people: 9, past: [{ month: "2026-01", value: 90 }, { month: "2026-02", value: 92 }, { month: "2026-03", value: 94 }], months: months(95), parts: [{ measure: "Hours", amount: about(-4, 1) }, { measure: "", amount: about(1, 0.2) }] },
  ],
  rests: [{ measure: "Results", move: about(7, 1) }],
};
const RESULTS: ResultFacts = { source: source("reviews.csv", "macroF1"), best: "4", target: "Rating", groups: [{ group: "", n: 400, foreseen: about(0.24), observed: about(0.25) }, { group: "Quality", n: 40, foreseen: about(0.3), observed: about(0.28) }], rests: [{ feature: "Clear goals", importance: about(0.12, 0.02) }] };
const group = (column: string, name: string, n: number | null, shares: Record<string, number>): CommentFacts["groups"][number] => ({ column, group: name, n, shares: n === null ? null : Object.fromEntries(Object.entries(shares).map(([label, mean]) => [label, about(mean)])) });
const COMMENTS: CommentFacts[] = [
  { source: source("survey.csv", "macroF1"), about: "theme", labels: ["pay", "workload"], groups: [group("department", "Quality", 40, { pay: 0.3, workload: 0.7 }), group("department", "Finance", null, {}), group("source", "leaving", 20, { pay: 0.6, workload: 0.4 })], whole: { n: 60, shares: { pay: about(0.4), workload: about(0.6) } }, smallest: 10 },
  { source: source("survey.csv", "macroF1"), about: "sentiment", labels: ["negative", "positive"], groups: [group("theme", "pay", 25, { negative: 0.8, positive: 0.2 }), group("theme", "workload", 35, { negative: 0.5, positive: 0.5 }), group("department", "Quality", 40, { negative: 0.6, positive: 0.4 })], whole: { n: 60, shares: { negative: about(0.63), positive: about(0.37) } }, smallest: 10 },
];
const port = (parts: Partial<InsightsPort> = {}): InsightsPort => ({ attrition: () => Promise.resolve(null), performance: () => Promise.resolve(RESULTS), forecast: () => Promise.resolve(FORECAST), comments: () => Promise.resolve(COMMENTS), clusters: () => Promise.resolve(null), channels: () => Promise.resolve([]), ...parts });

const asked = (question: string, language: "en" | "zh" = "en"): Understood => ({ question, original: question, language, isFollowUp: false });
const request = (capabilities: readonly string[], insights?: InsightsPort) => ({ capabilities: new Set(capabilities), history: [], ...(insights ? { insights } : {}) }) as unknown as ToolContext["request"];
async function answer(tool: Tool, question: string, { language = "en", insights = port() }: { language?: "en" | "zh"; insights?: InsightsPort } = {}): Promise<string> {
  return (await tool.run(asked(question, language), { request: request(["insights"], insights), tell: () => undefined } as unknown as ToolContext)).answer.text;
}
const toolFor = (question: string, language: "en" | "zh"): string => TOOLS.map((tool) => ({ tool, sureness: tool.recognise(asked(question, language), request(["policies", "insights"], port())) })).reduce((best, next) => (next.sureness > best.sureness ? next : best)).tool.name;

test("for whoever may read insights, and for nobody else", () => {
  for (const [tool, question] of [[performanceOutlook, "How is next quarter's performance looking in support?"], [commentThemes, "What do people complain about in the exit survey?"]] as const) {
    expect(tool.recognise(asked(question), request(["insights"], port()))).toBeGreaterThan(0.9);
    expect(tool.recognise(asked(question), request(["policies"], port()))).toBe(0);
    expect(tool.recognise(asked(question), request(["insights"]))).toBe(0);
  }
});

test.each([
  ["How is next quarter's performance looking in support?", "en", performanceOutlook],
  ["谁下季度的绩效会下滑？", "zh", performanceOutlook],
  ["What do people complain about in the exit survey?", "en", commentThemes],
  ["离职员工反映最多的是什么问题", "zh", commentThemes],
  ["Why do so many people leave Support?", "en", attritionCauses],
  ["How many hires would 5,000 more on forums buy?", "en", channelEffect],
  ["Which skill clusters do we have?", "en", skillClusters],
  ["What work patterns are there?", "en", skillClusters],
  ["Which work pattern clusters do we have?", "en", skillClusters],
  ["我们有哪些工作方式？", "zh", skillClusters],
  ["What are the working hours?", "en", policyQuestion],
  ["工作时间是怎么规定的？", "zh", policyQuestion],
  ["How does the performance review work?", "en", policyQuestion],
  ["How do I file a complaint?", "en", policyQuestion],
  ["When is the employee survey?", "en", policyQuestion],
  ["绩效考核怎么做？", "zh", policyQuestion],
  ["满意度调查什么时候做？", "zh", policyQuestion],
] as const)("%s", (question, language, tool) => expect(toolFor(question, language)).toBe(tool.name));

describe("foreseen results", () => {
  test("a named group: the next quarter's mean with its band, against the last one, with its source", async () => {
    const text = await answer(performanceOutlook, "How is next quarter's performance looking in support?");
    expect(text).toContain("Customer Support (9 people, 2026-04 … 2026-06): 96.0 (91.0–101.0), before that 92.0");
    expect(text).toContain("forecast version 2, table “months.csv”");
    expect(text).not.toContain("Everyone");
  });

  test("a group without a figure is said to have none, and nobody else's stands for it", async () => {
    expect(await answer(performanceOutlook, "How is next quarter's performance looking in Logistics?")).toMatch(/^There is no figure for “Logistics”: the table has no such group, or it has too few people/);
    expect(await answer(performanceOutlook, "物流部下季度的绩效怎么样？", { language: "zh" })).toMatch(/^“物流部”没有可显示的数值/);
    expect(await answer(performanceOutlook, "What drives ratings in Logistics?")).toMatch(/^There is no figure for “Logistics”/);
    expect(await answer(performanceOutlook, "客服部下季度的绩效怎么样？", { language: "zh" })).toMatch(/Customer Support（9 人/);
    expect(await answer(performanceOutlook, "How is next quarter's performance looking?")).not.toContain("There is no figure");
  });

  test("who: by group, nobody is named or ranked", async () => {
    for (const [question, language, said] of [["Who is forecast to underperform?", "en", /do not name or rank persons[^]*Everyone \(46 people/], ["谁的绩效会下滑？", "zh", /不会按预测列出或排列个人[^]*全体（46 人/]] as const) expect(await answer(performanceOutlook, question, { language })).toMatch(said);
  });

  test("why a group differs, and what ratings rest on", async () => {
    expect(await answer(performanceOutlook, "Why is Support forecast to have weaker results?")).toContain("Where Customer Support differs from the average person's forecast: Hours −4.0 (−5.0 … −3.0); time of year +1.0");
    const ratings = await answer(performanceOutlook, "What drives ratings in Quality?");
    expect(ratings).toContain("Quality (40 people): foreseen 30 % (25 %–35 %), as it came 28 %");
    expect(ratings).toContain("Clear goals (0.12, 0.10–0.14)");
    expect(ratings).toContain("performance model version 2");
  });

  test("nothing in use, or switched off, is said", async () => {
    expect(await answer(performanceOutlook, "Will performance improve?", { insights: port({ forecast: () => Promise.resolve(null), performance: () => Promise.resolve(null) }) })).toMatch(/No forecast of performance is in use/);
    for (const tool of [performanceOutlook, commentThemes, attritionCauses, channelEffect, skillClusters]) {
      expect(await answer(tool, "Will performance improve?", { insights: port({ isOff: true }) })).toMatch(/switched off/);
      expect(await answer(tool, "绩效会好转吗", { language: "zh", insights: port({ isOff: true }) })).toMatch(/未启用/);
    }
  });
});

test("clusters of skills and of work patterns are two analyses: each with its own source, neither stands for the other", async () => {
  const cluster = (name: string) => ({ name, size: 30, stability: 0.9, distinguishing: [name] });
  const both = port({ clusters: (of) => Promise.resolve({ source: source(`${of}.csv`, "stability"), clusters: [cluster(of === "skills" ? "Casting" : "On the road")] }) });
  expect(await answer(skillClusters, "Which skill clusters do we have?", { insights: both })).toMatch(/Casting: 30 people[^]*clusters version 2, table “skills\.csv”/);
  expect(await answer(skillClusters, "What work patterns are there?", { insights: both })).toMatch(/There are 1 clusters of work patterns:\nOn the road: 30 people[^]*table “patterns\.csv”/);
  expect(await answer(skillClusters, "我们有哪些工作方式？", { language: "zh", insights: both })).toMatch(/On the road[^]*工作方式分群版本 2，数据表“patterns\.csv”/);
  const skillsOnly = port({ clusters: (of) => (of === "skills" ? both.clusters(of) : Promise.resolve(null)) });
  expect(await answer(skillClusters, "What work patterns are there?", { insights: skillsOnly })).toMatch(/No clusters of work patterns are in use yet/);
});

describe("comments", () => {
  test("of leaving interviews: their themes; and which themes are complained about most, with sources", async () => {
    const text = await answer(commentThemes, "What do people complain about in the exit survey?");
    expect(text).toContain("leaving, 20 comments, what they are about: pay 60 %");
    expect(text).toContain("largest negative share (all comments; interval and number in brackets): pay 80 % (75 %–85 %, 25); workload 50 %");
    expect(text).toContain("themes of comments version 2, table “survey.csv”");
  });

  test("a group, everything, and a group too small to show", async () => {
    expect(await answer(commentThemes, "How do people feel in Quality?")).toContain("Quality, 40 comments, how they sound: negative 60 %");
    expect(await answer(commentThemes, "员工调查主要反映了哪些问题？", { language: "zh" })).toContain("全部已显示群体，60 条意见，所谈内容：workload 60 %");
    const small = await answer(commentThemes, "What do people in Finance complain about?");
    expect(small).toContain("“Finance” is not shown: it has fewer than 10 comments, or is held back so that a group of fewer cannot be worked out.");
    expect(small).not.toMatch(/Finance, \d/);
    expect(await answer(commentThemes, "What is the mood?", { insights: port({ comments: () => Promise.resolve([]) }) })).toMatch(/No analysis of comments is in use/);
  });
});
