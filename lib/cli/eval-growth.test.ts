/** @file The plan is read from the answer: a right one passes, and whatever is changed in what stands there is found, without the planner's help. */
import { afterAll, expect, it } from "vitest";
import { understandGrowth } from "../assistant/growth/understand-growth";
import type { GrowthReply } from "../assistant/growth/types";
import type { GrowthQuestion } from "../contracts/growth-eval";
import { addDays } from "../core/document-terms";
import type { Language } from "../core/types";
import { growthTaxonomy } from "../server/growth/taxonomy";
import { ASKED_ON, judgeGrowth } from "./eval-growth";
import { openGrowthCompany } from "./growth-company";

const MAARTJE = "e37";
const company = await openGrowthCompany([MAARTJE], ASKED_ON);
afterAll(() => company.close());
const growth = await company.growthOf(MAARTJE);

const ASKED: Readonly<Record<Language, string>> = {
  en: "Make me a plan to become a PLC commissioning engineer with 5 hours a week until the end of July 2027, in English, at most 900 EUR",
  zh: "每周 5 小时，到 2027 年 7 月底，帮我做一份成为PLC调试工程师的学习计划，英语授课，预算 900 欧元",
};
const said = { hoursPerWeek: 5, deadline: "2027-07-31", budget: { amount: 900, currency: "EUR" as const }, languages: ["en"] };
async function answered(language: Language) {
  const request = understandGrowth(ASKED[language], { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before: null });
  if (!request) throw new Error("a growth question was expected");
  const reply = await growth.port.answer(request, language);
  return (changed: Partial<GrowthReply>, constraints: GrowthQuestion["constraints"] = said) => {
    const question: GrowthQuestion = { id: "t", language, asker: MAARTJE, question: ASKED[language], tool: "my_plan", targets: ["role:plc-commissioning-engineer"], constraints };
    return judgeGrowth(question, { outcome: "answered", request, reply: { ...reply, ...changed }, language, documents: [] }, company);
  };
}

it.each(["en", "zh"] as const)("a plan that keeps all that was said is found to keep it (%s)", async (language) => {
  const judge = await answered(language);
  expect(await judge({})).toMatchObject({ toolRight: true, targetRight: true, planKept: true, noPlan: false, why: "" });
}, 60_000);

it("what is changed in the answer is found", async () => {
  const judge = await answered("en");
  const asked = understandGrowth(ASKED.en, { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before: null });
  const reply = asked && (await growth.port.answer(asked, "en"));
  const rows = reply?.rows ?? [];
  const first = rows[0];
  if (!reply || !first || rows.length < 2) throw new Error("a plan of two steps was expected");
  const why = async (changed: Partial<GrowthReply>, constraints?: GrowthQuestion["constraints"]) => {
    const judged = await judge(changed, constraints);
    expect(judged.planKept).toBe(false);
    return judged.why;
  };
  const shift = (figure: string, days: number) => figure.replace(/\d{4}-\d\d-\d\d/g, (day) => addDays(day, days));
  expect(await why({ rows: rows.slice(1) })).toContain("shows");
  expect(await why({ rows: [{ ...first, title: "A course that nobody gives" }, ...rows.slice(1)] })).toContain("no such step in the catalogue");
  expect(await why({ rows: [...rows, first], text: reply.text.replace(/(\d+) steps/, `${rows.length + 1} steps`) })).toContain("twice");
  expect(await why({ rows: rows.map((row) => ({ ...row, figure: shift(row.figure, 400) })) })).toContain("outside the time");
  expect(await why({ rows: rows.map((row) => ({ ...row, figure: row.figure.replace(/^\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d/, `${addDays(ASKED_ON, 1)} – ${addDays(ASKED_ON, 2)}`) })) })).toMatch(/hours of work|session/);
  expect(await why({ text: reply.text.replace(/to (\d+) %\./, "to 99 %.") })).toContain("says from");
  expect(await why({ text: reply.text.replace(/steps, [\d.]+ hours/, "steps, 1 hours") })).toContain("says 1 hours");
  // Limits that were said, and that this answer does not keep or did not understand.
  expect(await why({}, { ...said, hoursPerWeek: 1 })).toMatch(/not understood: hours.*hours of work/);
  expect(await why({}, { ...said, deadline: addDays(ASKED_ON, 8) })).toMatch(/not understood: deadline.*outside the time/);
  expect(await why({}, { ...said, languages: ["nl"] })).toContain("no language of the learner");
  expect(await why({}, { ...said, kinds: ["reading"] })).toContain("kind that is not wanted");
}, 60_000);

it("an answer without a plan is no plan that was kept", async () => {
  const judge = await answered("en");
  expect(await judge({ text: "The catalogue teaches nothing of it.", rows: [] })).toMatchObject({ planKept: null, noPlan: true, why: "" });
}, 60_000);
