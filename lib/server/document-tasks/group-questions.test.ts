/** @file Groups of unanswered questions tell nothing that one person alone said. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordHashEncoder } from "../../assistant/fixtures";
import { groupQuestions, MIN_PEOPLE, type AskedItem } from "./group-questions";

const ask = async (userId: string, text: string, sentAs: string | null = null): Promise<AskedItem> => ({ userId, text, sentAs, vector: (await wordHashEncoder.embed([text]))[0] ?? new Float32Array(), atMs: 1 });
const groups = async (...asked: [string, string, string?][]) => groupQuestions(await Promise.all(asked.map(([user, text, sent]) => ask(user, text, sent ?? null))));

describe("groupQuestions", () => {
  it("shows what two people asked, with the words that both used, not either wording", async () => {
    const [group, ...more] = await groups(["a", "May I bring my dog Rufus to the office?"], ["b", "Can dogs come to the office on Fridays?"]);
    expect(more).toEqual([]);
    expect(group).toMatchObject({ people: 2, times: 2, question: null, sentToHr: false });
    expect([...(group?.words ?? [])].sort()).toEqual(["dog", "office"]);
  });

  it("shows the wording that two people used", async () => {
    expect(await groups(["a", "Can I bring my dog?"], ["b", "can I bring my dog"])).toMatchObject([{ question: "Can I bring my dog?", people: 2 }]);
  });

  it("one person asking twice is one person; what was sent to HR is shown as it was sent", async () => {
    expect(await groups(["a", "Can I bring my dog?"], ["a", "Can I bring my dog?"])).toEqual([]);
    expect(await groups(["a", "Can I bring my dog Rufus?", "Are dogs allowed?"])).toMatchObject([{ question: "Are dogs allowed?", people: 1, sentToHr: true }]);
  });

  it("different subjects stay apart, Chinese ones too", async () => {
    expect(await groups(["a", "公司有游泳池吗？"], ["b", "可以带狗上班吗？"])).toEqual([]);
    expect(await groups(["a", "公司有没有游泳池？"], ["b", "游泳池在公司哪里？"])).toMatchObject([{ people: 2, language: "zh" }]);
  });

  it("for any questions: nothing shown comes from fewer people than it must", async () => {
    const word = fc.constantFrom("dog", "office", "parking", "bicycle", "Rufus", "Friday", "Leeds", "swimming");
    const question = fc.record({ userId: fc.constantFrom("a", "b", "c"), words: fc.array(word, { minLength: 1, maxLength: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 8 }), async (asked) => {
        const items = await Promise.all(asked.map(({ userId, words }) => ask(userId, words.join(" "))));
        for (const group of groupQuestions(items)) {
          expect(group.people).toBeGreaterThanOrEqual(MIN_PEOPLE);
          for (const shown of group.words) expect(new Set(items.filter(({ text }) => text.toLowerCase().includes(shown.slice(0, 5).toLowerCase())).map(({ userId }) => userId)).size).toBeGreaterThanOrEqual(MIN_PEOPLE);
          if (group.question !== null) expect(new Set(items.filter(({ text }) => text === group.question).map(({ userId }) => userId)).size).toBeGreaterThanOrEqual(MIN_PEOPLE);
        }
      }),
      { numRuns: 200 },
    );
  });
});
