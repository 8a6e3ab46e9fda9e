import { describe, expect, test } from "vitest";
import { askedQuantity, holdsQuantity, type AskedQuantity } from "./asked-quantity";

describe("the amount a question asks for", () => {
  test.each<[string, AskedQuantity["unit"] | null]>([
    ["How many days of leave do I have?", "day"],
    ["How many paid sick days do I get?", "day"],
    ["how much is the fee for a locker", "money"],
    ["What percentage does the company match?", "share"],
    ["How old must an apprentice be?", "age"],
    ["How long is probation?", "time"],
    ["how often do we meet", "times"],
    ["How many people sit on the board?", "count"],
    ["产假有多少天", "day"],
    ["干满几年能拿奖金", "year"],
    ["夜班津贴多少钱", "money"],
    ["公积金比例是多少", "share"],
    ["仲裁时效是多久", "time"],
    ["Who approves my trip?", null],
    ["食堂在哪里", null],
  ])("%s → %s", (question, unit) => {
    expect(askedQuantity(question)?.unit ?? null).toBe(unit);
  });
});

describe("a text with the amount", () => {
  test.each<[AskedQuantity["unit"], string, boolean]>([
    ["day", "Full-time staff have 27 days a year.", true],
    ["day", "Lunch costs 4 euros.", false],
    ["money", "The fee is EUR 12.", true],
    ["money", "You may take twelve days.", false],
    ["share", "缴费比例为百分之八", true],
    ["day", "有薪假期十五天", true],
    ["year", "依照本法第三十条办理", false],
    ["year", "期限一般不低于3年", true],
    ["age", "年满十六周岁", true],
    ["credit", "每年应当参加培训", false],
  ])("%s in %s: %s", (unit, text, expected) => {
    expect(holdsQuantity(text, { unit })).toBe(expected);
  });
});
