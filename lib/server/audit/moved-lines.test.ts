import { expect, test } from "vitest";
import { hashAuditLine, type ChainedLine } from "../../core/audit-chain";
import { findMoved } from "./moved-lines";
import { rangesOf } from "./ranges";

const line = (seq: number) => {
  const content: ChainedLine = { seq, at: "2026-03-04T05:06:07.089Z", actor: { type: "person", id: `u${seq}`, roles: [] }, action: "a", object: { kind: "document", id: null }, facts: {}, address: null, previousHash: "0".repeat(64) };
  return { ...content, hash: hashAuditLine(content) };
};

test("a long log renumbered over a gap is recognised by its shift, in linear time", () => {
  const suspects = Array.from({ length: 5_000 }, (_, i) => ({ seq: i + 10, line: line(i + 11) }));
  expect(findMoved(suspects, [5_010])).toEqual(suspects.map(({ seq }) => ({ from: seq + 1, to: seq })));
});

test("two far lines that changed places are found; a line of changed content is not called moved", () => {
  const changed = { ...line(7), action: "b" };
  expect(findMoved([{ seq: 2, line: line(90) }, { seq: 7, line: changed }, { seq: 90, line: line(2) }], [])).toEqual([{ from: 90, to: 2 }, { from: 2, to: 90 }]);
});

test("runs of numbers", () => {
  expect(rangesOf([])).toEqual([]);
  expect(rangesOf([3, 4, 5, 9, 11, 12])).toEqual([[3, 5], [9, 9], [11, 12]]);
});
