/** @file Marks: whoever sees no colours tells seven groups apart, and no two of 42 are the same. */
import { expect, test } from "vitest";
import { markOf } from "./marks";

test("seven shapes, 42 marks", () => {
  const marks = Array.from({ length: 42 }, (_, group) => markOf(group));
  expect(new Set(marks.slice(0, 7).map(({ shape }) => shape)).size).toBe(7);
  expect(new Set(marks.map(({ shape, shade }) => `${shape} ${shade}`)).size).toBe(42);
});

test("each is about eight wide, around the middle", () => {
  for (let group = 0; group < 7; group++) {
    const numbers = [...markOf(group).shape.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(4.6);
  }
});
