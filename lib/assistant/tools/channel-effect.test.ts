/** @file What more money on a channel buys, said over all and by role. */
import { expect, test } from "vitest";
import type { ChannelFacts } from "../insights/types";
import { channelEffect } from "./channel-effect";
import type { ToolContext } from "./tool";

const FAIR: ChannelFacts = { name: "Fairs", unitCost: 1000, effect: 0.5, range: { low: 0.4, high: 0.6 }, roles: [], currency: "EUR", whole: true, source: "“Kept”" };
const BY_ROLE: ChannelFacts = { ...FAIR, roles: [{ name: "Fitter", effect: 1, range: { low: 0.8, high: 1.2 } }, { name: "Engineer", effect: 0.1, range: null }] };

async function said(facts: ChannelFacts, question: string, language: "en" | "zh"): Promise<string> {
  const context = { request: { insights: { channels: () => Promise.resolve([facts]) } }, tell: () => undefined } as unknown as ToolContext;
  const { answer } = await channelEffect.run({ question, language } as Parameters<typeof channelEffect.run>[0], context);
  return answer.text;
}

test("one figure where the plan tells no roles apart", async () => {
  expect(await said(FAIR, "How many hires would 5,000 more on fairs buy?", "en")).toBe("5,000 EUR more on Fairs buys 5 units at 1,000 EUR each, about 2.5 hires (2.0–3.0). In brackets the 95 % interval. Source: “Kept”.");
});

test("a figure for each role where it does, each for all of the money", async () => {
  expect(await said(BY_ROLE, "How many hires would 5,000 more on fairs buy?", "en")).toContain("each: about 5.0 hires (4.0–6.0) if all of it is for Fitter, about 0.5 hires if all of it is for Engineer. In brackets");
  expect(await said(BY_ROLE, "在 Fairs 上再投入 5,000 能多招多少人？", "zh")).toContain("：全部用于“Fitter”约录用 5.0 人（4.0–6.0）".replace("（", " (").replace("）", ")"));
});
