import { describe, expect, test } from "vitest";
import { HANDBOOK, inventKnowledge } from "../fixtures";
import type { ChosenSpan } from "./choose-spans";
import { asidesOfOneStanding, toCitations, withoutAsides } from "./compose";

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

  test("are no asides from where the answer says that the next ones apply to others", async () => {
    const citations = toCitations(await spans(0.5, 0.02, 0.02, 0.01), null);
    const here = { state: "applies", from: null, until: null, for: ["Rotterdam"], you: true } as const;
    const at = (...sites: (string | null)[]) => asidesOfOneStanding(citations.map((citation, i) => (sites[i] ? { ...citation, standing: { ...here, for: [sites[i]] } } : citation))).map(({ aside }) => aside ?? false);
    expect(at("Leeds", "Leeds", "Leeds", "Leeds")).toEqual([false, true, true, true]);
    expect(at("Leeds", "Leeds", "Suzhou", "Leeds")).toEqual([false, true, false, false]);
    expect(at(null, null, null, null)).toEqual([false, true, true, true]);
  });

  test("a side of a disagreement never is", async () => {
    const citations = toCitations(await spans(0.5, 0.3, 0.01), { first: 0, second: 2 });
    expect(citations.map(({ conflict, aside }) => [conflict, aside])).toEqual([["A", undefined], ["A", undefined], [null, undefined]]);
  });
});
