import { describe, expect, test } from "vitest";
import { quantities } from "./conflict";

describe("quantities", () => {
  test.each([
    ["27 days and twenty-five weeks", { day: [27], week: [5] }],
    ["two working days", { day: [2] }],
    ["$1,200 or €90", { "$": [1200], "€": [90] }],
    ["85 % of pay", { "%": [85] }],
    ["十五天或3个月", { 天: [15], 月: [3] }],
    ["no numbers here", {}],
  ])("%s", (text, expected) => {
    const found = Object.fromEntries([...quantities(text)].map(([unit, values]) => [unit, [...values]]));
    expect(found).toMatchObject(expected);
  });
});
