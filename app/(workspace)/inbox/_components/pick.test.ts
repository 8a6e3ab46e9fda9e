/** @file Sentences clicked, the end moved by keys, words selected by mouse: always one contiguous, exact span. */
import { describe, expect, test } from "vitest";
import { clickSentence, moveEnd, selectedSpan } from "./pick";

const [a, b, c] = [{ start: 100, end: 110 }, { start: 111, end: 130 }, { start: 132, end: 140 }] as const;

describe("sentences", () => {
  test("a click begins, widens, narrows, gives up", () => {
    expect(clickSentence(null, b)).toEqual(b);
    expect(clickSentence(b, a)).toEqual({ start: 100, end: 130 });
    expect(clickSentence(b, c)).toEqual({ start: 111, end: 140 });
    expect(clickSentence({ start: 100, end: 140 }, b)).toEqual(b);
    expect(clickSentence(b, b)).toBeNull();
  });

  test("the arrows move the end, not past the first or the last sentence", () => {
    expect(moveEnd(a, [a, b, c], 1)).toEqual({ start: 100, end: 130 });
    expect(moveEnd({ start: 100, end: 140 }, [a, b, c], 1)).toEqual({ start: 100, end: 140 });
    expect(moveEnd({ start: 100, end: 130 }, [a, b, c], -1)).toEqual(a);
    expect(moveEnd(a, [a, b, c], -1)).toEqual(a);
  });
});

test("a selection by mouse is cut to the passage and its words", () => {
  const text = "Dogs stay at home. Cats too.";
  expect(selectedSpan(text, 50, { start: 54, end: 60 })).toEqual({ start: 55, end: 59 });
  expect(selectedSpan(text, 50, { start: 40, end: 54 })).toEqual({ start: 50, end: 54 });
  expect(selectedSpan(text, 50, { start: 68, end: 69 })).toBeNull();
});
