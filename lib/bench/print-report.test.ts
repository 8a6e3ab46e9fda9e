/**
 * @file The printed form of a report.
 */
import { expect, it } from "vitest";
import { median } from "./benchmark";
import { formatReport } from "./print-report";

it("prints the comparison, a table and the notes", () => {
  const text = formatReport({
    name: "demo",
    machine: "a machine",
    unit: "items/s",
    baseline: { what: "the old way", value: 1234.56 },
    ours: { what: "the new way", value: 0.012345 },
    ratio: 1.234,
    rows: [
      { step: "read", ms: 12.3456 },
      { step: "write all", ms: null },
    ],
    notes: ["One note."],
  });
  expect(text.split("\n")).toEqual([
    "demo · a machine",
    "  baseline  1235 items/s  the old way",
    "  ours      0.0123 items/s  the new way",
    "  ratio     1.23",
    "",
    "  step       ms",
    "  read       12.3",
    "  write all  –",
    "",
    "  · One note.",
  ]);
});

it("takes the middle, or the mean of the two middle ones", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
