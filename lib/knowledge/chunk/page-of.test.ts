import { expect, test } from "vitest";
import { pageOf, pagesWithin } from "./page-of";

const pages = [
  { page: 1, start: 0, end: 100 },
  { page: 2, start: 102, end: 150 },
  { page: 3, start: 152, end: 300 },
];

test("a passage within one page has no later pages", () => {
  expect(pagesWithin(pages, { start: 10, end: 90 })).toBeUndefined();
  expect(pagesWithin(pages, { start: 102, end: 150 })).toBeUndefined();
  expect(pageOf({ page: 2 }, 120)).toBe(2);
});

test("each offset of a passage over three pages lies on its own page", () => {
  const passage = { page: 1, laterPages: pagesWithin(pages, { start: 50, end: 200 }) };
  expect(passage.laterPages).toEqual([{ page: 2, start: 102 }, { page: 3, start: 152 }]);
  expect([50, 101, 102, 149, 152, 199].map((offset) => pageOf(passage, offset))).toEqual([1, 1, 2, 2, 3, 3]);
});

test("a format without pages has none anywhere", () => {
  expect(pagesWithin([], { start: 0, end: 10 })).toBeUndefined();
  expect(pageOf({ page: null }, 5)).toBeNull();
});
