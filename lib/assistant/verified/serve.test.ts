/** @file A verified answer through the whole assistant: before anything is retrieved, never for a follow-up or small talk. */
import { beforeAll, describe, expect, test } from "vitest";
import { answer as answerShape } from "../../contracts/evidence";
import { createAssistant } from "../assistant";
import { asks, collector, HANDBOOK, inventKnowledge } from "../fixtures";
import type { Assistant } from "../types";
import type { FoundAnswer } from "./verified-answers";

const QUESTION = "How many days of annual leave do full-time employees have?";
const citation = { number: 1, documentId: "annual-leave", chunkId: null, title: "Annual leave", kind: "policy" as const, headings: [], page: null, start: 3, end: 9, quote: "leave!", conflict: null };
const found: FoundAnswer = { id: "v1", reply: "Twenty-six.", citation, verifiedAt: "2026-11-20T10:00:00.000Z", probability: 0.91 };
let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant({ knowledge: (await inventKnowledge(HANDBOOK)).knowledge });
});

describe("a verified answer", () => {
  test("is given at once, marked, cited, in the question's language; its tokens are its text", async () => {
    const { events, take } = collector();
    const { answer, retrieved, timingsMs } = await assistant.ask(asks(QUESTION, { verified: async () => found }), take);
    expect(answerShape.parse(answer)).toMatchObject({ outcome: "answered", citations: [citation], confidence: 0.91, verified: { id: "v1", verifiedAt: found.verifiedAt } });
    expect(answer.text).toMatch(/^HR has answered this question\. HR-verified on 2026-11-20:\n\nTwenty-six\./);
    expect(events.flatMap((event) => (event.type === "token" ? [event.text] : [])).join("")).toBe(answer.text);
    expect(events.some((event) => event.type === "status" && event.stage === "retrieve")).toBe(false);
    expect(retrieved).toEqual([]);
    expect(timingsMs["embed"]).toBeUndefined();
    const chinese = await assistant.ask(asks("全职员工有多少天年假?", { verified: async () => found }));
    expect(chinese.answer.text).toContain("于 2026-11-20 核实");
  });

  test("is not looked for when the question only follows up another, or asks nothing", async () => {
    const asked: string[] = [];
    const verified = async (question: string) => {
      asked.push(question);
      return found;
    };
    const history = [{ question: QUESTION, understoodAs: null, outcome: "answered" as const, documents: ["Annual leave"] }];
    const { answer } = await assistant.ask(asks("and for part-time?", { history, verified }));
    expect(answer.verified).toBeUndefined();
    await assistant.ask(asks("thanks!", { verified }));
    expect(asked).toEqual([]);
  });

  test("without one, the documents answer as ever", async () => {
    const { answer } = await assistant.ask(asks(QUESTION, { verified: async () => null }));
    expect(answer.citations[0]?.quote).toContain("26 days of annual leave");
    expect(answer.verified).toBeUndefined();
  });
});
