/** @file What the company offers: an answer's quotations are told as an answer, the nearest passages as such, and nothing else is quoted. */
import { afterAll, expect, it } from "vitest";
import type { AskRequest, AskResult } from "../../assistant/types";
import type { Citation, Outcome } from "../../contracts/evidence";
import { offerAnswer } from "../../contracts/growth-offers";
import type { Services } from "../services";
import { openDemoGrowth } from "./demo-growth.fixture";
import { offerFor } from "./offers";

const clock = { now: () => Date.UTC(2026, 10, 23, 9) };
const MAARTJE = "e37";
const { db, actorOf, close } = await openDemoGrowth({ [MAARTJE]: [] }, clock);
afterAll(close);

const citation: Citation = { number: 1, chunkId: "c", documentId: "d", title: "Moving between sites", kind: "policy", start: 0, end: 32, page: null, headings: ["Rotation"], quote: "Up to two years at another site.", conflict: null };
const asked: AskRequest[] = [];
/** An assistant that finds this. */
function finding(outcome: Outcome, citations: Citation[]): Services {
  const ask = (request: AskRequest) => {
    asked.push(request);
    return Promise.resolve({ answer: { outcome, citations } } as unknown as AskResult);
  };
  return { db, assistant: { ask }, readSide: { mayRead: () => () => true, termsFor: () => new Map(), factsOf: () => undefined } } as unknown as Services;
}
const offer = async (outcome: Outcome, citations: Citation[], language: "en" | "zh" = "en") => offerAnswer.parse(await offerFor(finding(outcome, citations), await actorOf(MAARTJE), { topic: "rotation", language }));

it("an answer is told as one, the nearest passages as the nearest", async () => {
  expect(await offer("answered", [citation])).toMatchObject({ outcome: "answered", citations: [citation] });
  expect(await offer("closest", [citation], "zh")).toMatchObject({ topic: "rotation", outcome: "closest", citations: [citation], question: "可以调到其他厂区吗，公司提供哪些搬迁支持？" });
});

it("without a passage, or for anything that is no quotation, nothing is shown", async () => {
  for (const outcome of ["closest", "answered", "none"] as const) expect(await offer(outcome, [])).toMatchObject({ outcome: "none", citations: [] });
  for (const outcome of ["none", "out_of_scope", "denied"] as const) expect(await offer(outcome, [citation])).toMatchObject({ outcome: "none", citations: [] });
});

it("is asked of the documents alone, as the reader", async () => {
  await offer("none", []);
  expect([...(asked.at(-1)?.capabilities ?? [])]).toEqual(["policies"]);
  expect(asked.at(-1)?.applicability?.asker).toMatchObject({ site: "Rotterdam" });
});
