import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSentenceStream, type WrittenSentence } from "./sentence-stream";

function whole(text: string): WrittenSentence[] {
  const stream = createSentenceStream();
  return [...stream.push(text), ...stream.end()];
}

describe("sentences and what they cite", () => {
  test.each([
    ["You have 26 days [1]. They lapse [2].", [["You have 26 days.", [1]], ["They lapse.", [2]]]],
    ["You have 26 days. [1] They lapse.[2]", [["You have 26 days.", [1]], ["They lapse.", [2]]]],
    ["Both say so [1][3].", [["Both say so.", [1, 3]]]],
    ["Both say so [1, 3] and [2-3].", [["Both say so and.", [1, 3, 2]]]],
    ["每年26天。[1] 三月到期【2】。", [["每年26天。", [1]], ["三月到期。", [2]]]],
    ["- **Leave:** 26 days [1]\n- _Pay_: in full [^2]", [["Leave: 26 days", [1]], ["Pay: in full", [2]]]],
    ["<think>Maybe 30 days [1].</think>It is 26 days [1].", [["It is 26 days.", [1]]]],
    ["No mark at all.", [["No mark at all.", []]]],
    ["See e.g. the annex [1].", [["See e.g. the annex.", [1]]]],
    ["\u202eHidden\u0007 signs [1].", [["Hidden signs.", [1]]]],
    ["Range [1-900].", [["Range.", []]]],
  ])("%j", (text, expected) => expect(whole(text).map(({ text: said, cited }) => [said, [...cited]])).toEqual(expected));

  test("however the text is cut into pieces, the sentences are the same", () => {
    const text = "Full-time staff have 26 days. [1] You may carry five over [2].\nThey lapse on 31 March [2, 3]. <think>Hm [9].</think>Ask e.g. People Operations. [4]";
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: text.length - 1 }), { maxLength: 12 }), (cuts) => {
        const stream = createSentenceStream();
        const points = [0, ...[...new Set(cuts)].sort((a, b) => a - b), text.length];
        const pieces = points.slice(1).map((end, i) => text.slice(points[i], end));
        expect([...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()]).toEqual(whole(text));
      }),
      { seed: 3 },
    );
  });
});

test("a sentence comes as soon as the next has begun, and not while its mark may still come", () => {
  const stream = createSentenceStream();
  expect(stream.push("You have 26 days. ")).toEqual([]);
  expect(stream.push("[")).toEqual([]);
  expect(stream.push("1] ")).toEqual([]);
  expect(stream.push("They")).toMatchObject([{ text: "You have 26 days.", cited: [1], startsLine: true }]);
  expect(stream.push(" lapse [2].\nNext")).toMatchObject([{ text: "They lapse.", cited: [2], startsLine: false }]);
  stream.reset();
  expect(stream.end()).toEqual([]);
});
