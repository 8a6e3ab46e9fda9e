/** @file Days are calendar days where the reader sits, not spans of 24 hours. */
import { describe, expect, it } from "vitest";
import { FORMATS } from "../language/formats";
import { groupByDay } from "./day-groups";
import { SHELL } from "./words";

const english = { words: SHELL.en, formats: FORMATS.en };
const chinese = { words: SHELL.zh, formats: FORMATS.zh };

const at = (year: number, month: number, day: number, hour: number) => new Date(year, month - 1, day, hour);
const entry = (id: string, date: Date) => ({ id, title: id, updatedAt: date.toISOString() });
const now = at(2026, 3, 10, 1).getTime();

describe("groupByDay", () => {
  it("puts two hours ago under Yesterday when midnight lies between", () => {
    expect(groupByDay([entry("late", at(2026, 3, 9, 23))], now, english)).toEqual([
      { label: "Yesterday", entries: [entry("late", at(2026, 3, 9, 23))] },
    ]);
  });

  it("orders groups and entries latest first, whatever order they come in", () => {
    const list = [
      entry("old", at(2025, 12, 1, 9)),
      entry("week", at(2026, 3, 5, 9)),
      entry("first", at(2026, 3, 10, 0)),
      entry("month", at(2026, 2, 20, 9)),
    ];
    expect(groupByDay(list, now, english).map((group) => [group.label, group.entries.map(({ id }) => id)])).toEqual([
      ["Today", ["first"]],
      ["Last 7 days", ["week"]],
      ["Last 30 days", ["month"]],
      ["December 2025", ["old"]],
    ]);
    expect(groupByDay(list, now, chinese).map(({ label }) => label)).toEqual(["今天", "最近 7 天", "最近 30 天", "2025年12月"]);
  });
});
