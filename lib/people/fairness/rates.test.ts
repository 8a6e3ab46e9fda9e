/** @file Intervals against published values, and what small groups are left out of. */
import { expect, test } from "vitest";
import { countGroups, impactRatios, ratioInterval, wilson } from "./rates";

test("Wilson's interval of 81 of 263", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  const [low, high] = wilson(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 20)[0]).toBe(0);
  expect(wilson(20, 20)[1]).toBe(1);
});

test("the highest rate is the measure; ratio below four fifths with an interval that may well contain one", () => {
  const rows = impactRatios([{ group: "a", applicants: 48, selected: 12 }, { group: "b", applicants: 80, selected: 40 }]);
  expect(rows.map(({ impactRatio }) => impactRatio)).toEqual([0.5, 1]);
  expect(rows[1]?.ratioInterval).toBeNull();
  const [low, high] = rows[0]?.ratioInterval ?? [0, 0];
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
  expect(high).toBeLessThan(1);
});

test("a ratio's interval turns over with its groups, and an empty cell does not break it", () => {
  const [a, b] = [{ group: "a", applicants: 30, selected: 0 }, { group: "b", applicants: 40, selected: 10 }];
  const [there, back] = [ratioInterval(a, b), ratioInterval(b, a)];
  expect(there[0]).toBeCloseTo(1 / back[1], 12);
  expect(Number.isFinite(there[1])).toBe(true);
});

test("a handful of people and a share below two percent are counted and not compared", () => {
  const rows = impactRatios([{ group: "few", applicants: 4, selected: 4 }, { group: "thin", applicants: 6, selected: 6 }, { group: "many", applicants: 500, selected: 100 }, { group: "more", applicants: 400, selected: 100 }]);
  expect(rows.map(({ left }) => left)).toEqual(["small", "share", null, null]);
  expect(rows.map(({ impactRatio }) => impactRatio)).toEqual([null, null, 0.8, 1]);
  expect(impactRatios([{ group: "one", applicants: 50, selected: 5 }])[0]?.impactRatio).toBeNull();
});

test("who said nothing is in no group", () => {
  const rows = countGroups([{ group: "b", hit: true }, { group: null, hit: true }, { group: "a", hit: false }, { group: "b", hit: false }]);
  expect(rows).toEqual([{ group: "a", applicants: 1, selected: 0 }, { group: "b", applicants: 2, selected: 1 }]);
});
