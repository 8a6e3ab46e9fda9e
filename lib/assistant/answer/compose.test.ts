import { describe, expect, test } from "vitest";
import { HANDBOOK, inventKnowledge } from "../fixtures";
import type { ChosenSpan } from "./choose-spans";
import { toCitations, withoutAsides } from "./compose";

async function spans(...best: number[]): Promise<ChosenSpan[]> {
  const { knowledge, texts } = await inventKnowledge(HANDBOOK);
  const passages = [...texts.keys()].flatMap((id) => knowledge.passagesOf(id as never)).slice(0, best.length);
  return passages.map((passage, i) => ({ passage, start: passage.start, end: passage.start + 5, quote: passage.text.slice(0, 5), probability: best[i] ?? 0, best: best[i] ?? 0 }));
}

describe("citations", () => {
  test("far less likely than the best are asides", async () => {
    const citations = toCitations(await spans(0.5, 0.06, 0.04), null);
    expect(citations.map(({ number, aside }) => [number, aside])).toEqual([[1, undefined], [2, undefined], [3, true]]);
    expect(withoutAsides(citations).some((citation) => "aside" in citation)).toBe(false);
  });

  test("a side of a disagreement never is", async () => {
    const citations = toCitations(await spans(0.5, 0.3, 0.01), { first: 0, second: 2 });
    expect(citations.map(({ conflict, aside }) => [conflict, aside])).toEqual([["A", undefined], ["A", undefined], [null, undefined]]);
  });
});
