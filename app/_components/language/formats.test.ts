/** @file Dates, sizes and spans of time in both languages. */
import { describe, expect, it } from "vitest";
import { FORMATS } from "./formats";

const { en, zh } = FORMATS;
// Noon, so that every time zone of the people who run this test sees the same day.
const noon = new Date(2026, 2, 3, 12, 5, 9).toISOString();

describe("formats", () => {
  it("writes days as the language does", () => {
    expect([en.day(noon), zh.day(noon)]).toEqual(["3 Mar 2026", "2026年3月3日"]);
    expect([en.dayTime(noon), zh.dayTime(noon)]).toEqual(["3 Mar, 12:05", "3月3日 12:05"]);
    expect([en.month(Date.parse(noon)), zh.month(Date.parse(noon))]).toEqual(["March 2026", "2026年3月"]);
    expect(zh.moment(noon)).toMatch(/^3月0?3日 12:05:09$/);
  });

  it("starts the day at 00, not at 24", () => {
    const midnight = new Date(2026, 2, 3, 0, 5).toISOString();
    expect([en.dayTime(midnight), zh.dayTime(midnight)]).toEqual(["3 Mar, 00:05", "3月3日 00:05"]);
  });

  it("rounds sizes and estimates", () => {
    expect([999, 1536, 25_000_000, 3_200_000_000].map(en.size)).toEqual(["999 B", "1.5 KB", "25 MB", "3.2 GB"]);
    expect([3, 41, 170].map(en.eta)).toEqual(["a few seconds", "about 45 s", "about 3 min"]);
    expect([3, 41, 170].map(zh.eta)).toEqual(["几秒钟", "约 45 秒", "约 3 分钟"]);
  });

  it("joins lists", () => expect([en.list(["a", "b"]), zh.list(["甲", "乙"])]).toEqual(["a, b", "甲、乙"]));
});
