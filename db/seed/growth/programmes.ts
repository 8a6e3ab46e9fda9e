/**
 * @file Programmes of the demo company, as templates: basic education, specialised skills, practice, and AI literacy
 * from newcomer to practitioner. And what the company pays for learning.
 */
import type { Programme } from "../../../lib/growth/network-types";
import type { ExchangeRates, Money, NeededSkill } from "../../../lib/growth/types";

function programme(head: readonly [id: string, kind: Programme["kind"]], titles: readonly [en: string, zh: string], summary: readonly [en: string, zh: string], content: { readonly asks: string; readonly steps: string }): Programme {
  const title = { en: titles[0], zh: titles[1] };
  const needs = content.asks.split(" ").map((entry): NeededSkill => {
    const [skillId = "", level = ""] = entry.split(":");
    if (!/^[1-4]$/.test(level)) throw new RangeError(`programme ${head[0]}: "${entry}"`);
    return { any: [skillId], level: Number(level) as 1 | 2 | 3 | 4, importance: 1, mustHave: false, text: "", source: null };
  });
  return { id: head[0], kind: head[1], title, summary: { en: summary[0], zh: summary[1] }, target: { kind: "text", id: head[0], title }, needs, steps: content.steps.split(" ") };
}

// prettier-ignore
export const DEMO_PROGRAMMES: readonly Programme[] = [
  programme(["ai-literacy", "ai-literacy"], ["AI literacy: from newcomer to practitioner", "人工智能素养：从入门到实践"], ["Two hours to know what it is, a month to use it well, a project that proves it.", "两小时了解，一个月用好，一个项目来证明。"],
    { asks: "artificial-intelligence:3 responsible-ai:2 prompt-engineering:3", steps: "ai-first-hour ai-prompts-for-work ai-checking-answers ai-own-process" }),
  programme(["ai-practitioner", "ai-literacy"], ["AI practitioner", "人工智能实践者"], ["For those who build: from Python to a model that runs on the floor.", "面向开发者：从 Python 到在现场运行的模型。"],
    { asks: "artificial-intelligence:2 responsible-ai:3 python:2 machine-learning:3 model-deployment:2", steps: "ai-first-hour ai-prompts-for-work ai-checking-answers python-data-basics machine-learning-intro ai-practitioner-project" }),
  programme(["basics-workshop", "basic"], ["Workshop basics", "车间基础"], ["Drawings, measuring, safety: what everybody on the floor should know.", "图纸、测量、安全：车间人人必备。"],
    { asks: "engineering-drawing:2 measuring-instruments:2 risk-assessment:2 first-aid:2", steps: "reading-drawings-floor measuring-workshop risk-assessment-floor first-aid" }),
  programme(["basics-office", "basic"], ["Office basics", "办公基础"], ["Spreadsheets, statistics, privacy and clear presentations.", "表格、统计、隐私与表达。"],
    { asks: "microsoft-excel:3 statistics:2 data-privacy:2 presentation:2", steps: "spreadsheets-confident statistics-for-work privacy-for-everyone tide-talk" }),
  programme(["controls-specialist", "specialised"], ["Controls specialist", "控制专家"], ["From circuit diagram to SIL 2.", "从电气图到 SIL 2。"],
    { asks: "electrical-schematics:2 siemens-plc:3 plc-programming:3 functional-safety:2", steps: "reading-circuit-diagrams tia-portal-basics plc-bench-project tia-portal-advanced machine-safety-iso-13849" }),
  programme(["controls-specialist-zh", "specialised"], ["Controls specialist (in Chinese)", "控制专家（中文班）"], ["The same path with the Suzhou courses.", "同一路径，苏州授课。"],
    { asks: "electrical-schematics:2 siemens-plc:3 plc-programming:3 functional-safety:2", steps: "reading-circuit-diagrams-zh tia-portal-basics-zh plc-bench-project tia-portal-advanced-zh functional-safety-zh" }),
  programme(["first-lead", "practice"], ["First time leading", "第一次带班"], ["Before, during and after the first four shifts as a lead.", "代理班组长之前、之中与之后。"],
    { asks: "leadership:3 supervision:3 giving-feedback:2 conflict-resolution:2", steps: "leading-a-small-crew difficult-conversations stand-in-lead" }),
  programme(["rotation-suzhou-europe", "practice"], ["Rotation Suzhou–Europe", "中欧轮岗"], ["Language tandem, a cabinet to test, a project beside the water.", "语言互助、控制柜测试、水边项目。"],
    { asks: "cultural-awareness:3 electrical-testing:3 commissioning:3", steps: "tandem-language reading-circuit-diagrams-zh cabinet-point-to-point field-commissioning-shadow" }),
];

/** Units of each currency for one euro: the finance department's planning rates. */
export const DEMO_RATES: ExchangeRates = { EUR: 1, GBP: 0.85, CNY: 7.8 };

/** Personal learning budget of a year by site (policies/learning-budget, zh/suzhou-training). Apprentices: half; none in Suzhou. */
export const DEMO_LEARNING_BUDGETS: Readonly<Record<"Rotterdam" | "Leeds" | "Suzhou", Money>> = {
  Rotterdam: { amount: 1200, currency: "EUR" },
  Leeds: { amount: 1000, currency: "GBP" },
  Suzhou: { amount: 9000, currency: "CNY" },
};

/** What the Learning Fund Board has for a year, for requests above the personal budget. */
export const DEMO_LEARNING_FUND: Money = { amount: 60_000, currency: "EUR" };
