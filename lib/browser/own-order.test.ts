/** @file An entry is moved up, down and to the ends, and nothing else changes its order. */
import { expect, test } from "vitest";
import { moved } from "./own-order";

test("an entry goes where it is put and the others keep their order", () => {
  const list = ["a", "b", "c", "d"];
  expect(moved(list, "c", 1)).toEqual(["a", "c", "b", "d"]);
  expect(moved(list, "b", 2)).toEqual(["a", "c", "b", "d"]);
  expect(moved(list, "d", -1)).toEqual(["d", "a", "b", "c"]);
  expect(moved(list, "a", 9)).toEqual(["b", "c", "d", "a"]);
  expect(moved(list, "b", 1)).toEqual(list);
  expect(moved(list, "x", 0)).toEqual(list);
  expect(list).toEqual(["a", "b", "c", "d"]);
});
