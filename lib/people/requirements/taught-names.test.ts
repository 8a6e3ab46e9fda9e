/** @file What corrections teach: names that would do for a known skill, names of their own; nothing that was taken back, is known, or is a sentence. */
import { expect, test } from "vitest";
import { BASE_TAXONOMY } from "../taxonomy/base-taxonomy";
import { taughtNames, type CorrectionOf } from "./taught-names";
import type { Requirement } from "./types";

const PLC = BASE_TAXONOMY.normalise("PLC programming")?.id ?? expect.fail("the table has no PLC programming");
const requirement = (change: Partial<Requirement>): Requirement => ({ id: "r1", kind: "text", mustHave: true, weight: 50, any: [], text: "", source: null, ...change });
const changed = (before: Partial<Requirement>, after: Partial<Requirement>, openingId = "o1"): CorrectionOf => ({ openingId, change: { change: "changed", before: requirement(before), after: requirement({ ...before, ...after }) } });
const added = (text: string, more: Partial<Requirement> = {}, openingId = "o1"): CorrectionOf => ({ openingId, change: { change: "added", before: null, after: requirement({ id: `r-${text}`, text, ...more }) } });
const removed = (text: string, openingId = "o1"): CorrectionOf => ({ openingId, change: { change: "removed", before: requirement({ id: `r-${text}`, text }), after: null } });
const told = (...corrections: CorrectionOf[]) => taughtNames(corrections, BASE_TAXONOMY).map(({ words, of, openings }) => [words, of, openings.length]);

test("what would do for a known skill may be another name of it, in both directions and languages", () => {
  const plc = { kind: "skill", any: [PLC], text: "PLC programming" } as const;
  expect(told(changed(plc, { text: "PLC programming or SPS-Technik" }))).toEqual([["SPS-Technik", PLC, 1]]);
  expect(told(changed({ ...plc, text: "PLC编程" }, { text: "PLC编程 或 梯形控制" }))).toEqual([["梯形控制", PLC, 1]]);
  expect(told(changed({ text: "sluice controls" }, { text: "sluice controls or PLC programming" }))).toEqual([["sluice controls", PLC, 1]]);
  expect(told(changed(plc, { text: "PLC programming or Quoinix or Miterlog" }))).toEqual([["Miterlog", PLC, 1], ["Quoinix", PLC, 1]]);
  // Of several that would do none is the one that is meant.
  expect(told(changed({ ...plc, any: [PLC, "hydraulics"] }, { text: "PLC programming or Quoinix" }))).toEqual([["Quoinix", null, 1]]);
});

test("words that were typed or called a skill may be one of their own; most openings first; said of a skill once, with it", () => {
  expect(told(added("Lock gate drives"), added("Quoin welding", {}, "o2"), added("quoin welding", {}, "o3"))).toEqual([["Quoin welding", null, 2], ["Lock gate drives", null, 1]]);
  expect(told(changed({ text: "Stop log handling" }, { kind: "skill" }))).toEqual([["Stop log handling", null, 1]]);
  const plc = { kind: "skill", any: [PLC], text: "PLC programming" } as const;
  expect(told(added("SPS-Technik"), changed(plc, { text: "PLC programming or SPS-Technik" }, "o2"))).toEqual([["SPS-Technik", PLC, 2]]);
});

test("nothing is taught by what was taken back, by what a table knows, by sentences, lists, other kinds and other fields", () => {
  expect(told(added("Lock gate drives"), removed("Lock gate drives"))).toEqual([]);
  expect(told(removed("Lock gate drives"))).toEqual([]);
  expect(told(added("Python"), added("C++"))).toEqual([]);
  expect(told(added("able to stand in the rain for a long time"), added("gates, locks"), added("gates and locks"), added("？！"), added("能在雨中长时间站立并保持微笑服务客户"))).toEqual([]);
  expect(told(added("Klingon", { kind: "language", any: ["klingon"] }))).toEqual([]);
  expect(told(changed({ text: "Lock gate drives" }, { mustHave: false, weight: 10 }))).toEqual([]);
  expect(told(changed({ kind: "language", text: "German", any: ["german"] }, { text: "German or Plattdeutsch" }))).toEqual([]);
  // Called a skill and then words again; named as an alternative and then not.
  expect(told(changed({ text: "Stop log handling" }, { kind: "skill" }), changed({ kind: "skill", text: "Stop log handling" }, { kind: "text" }))).toEqual([]);
  const plc = { kind: "skill", any: [PLC], text: "PLC programming" } as const;
  expect(told(changed(plc, { text: "PLC programming or Quoinix" }), changed({ ...plc, text: "PLC programming or Quoinix" }, { text: "PLC programming" }))).toEqual([]);
});
