/** @file "What can you do": what is named and suggested is what this person has and what is switched on, and every suggestion is understood. */
import { expect, test } from "vitest";
import { asks } from "../fixtures";
import { phrasesIn, type HelpTopic } from "../phrases";
import type { AskRequest, Capability } from "../types";
import { attritionCauses } from "./attrition-causes";
import { smallTalk } from "./small-talk";
import type { ToolContext } from "./tool";

const port = {} as never;
const EVERYTHING: Partial<AskRequest> = {
  capabilities: new Set<Capability>(["policies", "candidates", "recruiting", "growth", "insights"]),
  verified: () => Promise.resolve(null),
  growth: { port, names: [], today: "2026-11-22" },
  recruiting: { openings: [{ id: "o", name: "Fitter" }], people: [], port },
  insights: { attrition: () => Promise.resolve(null) } as never,
};
const TOPICS: readonly HelpTopic[] = ["ask-hr", "growth", "candidates", "recruiting", "insights"];
const without = (...left: readonly (Capability | keyof AskRequest)[]): Partial<AskRequest> => ({
  ...Object.fromEntries(Object.entries(EVERYTHING).filter(([key]) => !left.includes(key as keyof AskRequest))),
  capabilities: new Set([...(EVERYTHING.capabilities ?? [])].filter((one) => !left.includes(one))),
});

async function told(question: string, language: "en" | "zh", changes: Partial<AskRequest>) {
  const { answer } = await smallTalk.run({ question, original: question, language, isFollowUp: false }, { request: asks(question, changes), tell: () => undefined } as unknown as ToolContext);
  const phrases = phrasesIn(language);
  return { topics: TOPICS.filter((topic) => answer.text.includes(phrases.helpWith[topic].says)), suggests: TOPICS.filter((topic) => phrases.helpWith[topic].asks.some((one) => answer.suggestions.includes(one))), text: answer.text };
}

const CASES: readonly [string, Partial<AskRequest>, readonly HelpTopic[]][] = [
  ["nothing but documents", {}, []],
  ["everything", EVERYTHING, TOPICS],
  ["no permission, though the port is there", without("insights", "growth", "candidates", "recruiting"), ["ask-hr"]],
  ["Ask HR off", without("verified"), ["growth", "candidates", "recruiting", "insights"]],
  ["insights allowed, but not approved", { ...EVERYTHING, insights: { isOff: true } as never }, ["ask-hr", "growth", "candidates", "recruiting"]],
  ["a recruiter without an opening", { ...EVERYTHING, recruiting: { openings: [], people: [], port } }, ["ask-hr", "growth", "candidates", "insights"]],
];

test.each(CASES)("%s", async (_name, changes, topics) => {
  for (const [question, language] of [["What can you do?", "en"], ["你能做什么？", "zh"]] as const) {
    const { topics: named, suggests } = await told(question, language, changes);
    expect(named, language).toEqual(topics);
    expect(suggests, language).toEqual(topics.filter((topic) => phrasesIn(language).helpWith[topic].asks.length > 0));
  }
});

test("a greeting is not made longer by it", async () => {
  expect((await told("Hello", "en", EVERYTHING)).text).toBe(phrasesIn("en").greeting);
});

test("what is suggested is understood: no suggestion is small talk, and that about leaving is the tool's own", () => {
  for (const language of ["en", "zh"] as const) {
    const { helpWith, helpSuggestions } = phrasesIn(language);
    for (const question of [...helpSuggestions, ...TOPICS.flatMap((topic) => helpWith[topic].asks)]) expect(smallTalk.recognise({ question, original: question, language, isFollowUp: false }, asks(question, EVERYTHING)), question).toBe(0);
    const [question = ""] = helpWith.insights.asks;
    expect(attritionCauses.recognise({ question, original: question, language, isFollowUp: false }, asks(question, EVERYTHING)), question).toBeGreaterThan(0.9);
  }
});
