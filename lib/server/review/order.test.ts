/** @file The queue's order: value first, a random share by lot, gold items nowhere but by lot. */
import { describe, expect, test } from "vitest";
import type { QueueRow } from "../../../db/queries/review-queue";
import { LIMITS } from "../../assistant/answer/model-weights";
import type { ReviewItemId } from "../../core/types";
import { orderQueue, valueOf } from "./order";

const row = (id: string, part: Partial<QueueRow> = {}): QueueRow => ({
  id: id as ReviewItemId, question: id, language: "en", confidence: 0.99, needed: 1, lot: 0.5, gold: false, demo: false, people: 1, up: 0, down: 0, complaints: [], kinds: ["policy"],
  isNew: false, own: false, assigned: false, doneByOthers: 0, heldByOthers: 0, disagreement: false, adjudicated: false, myState: null, myFlag: false, ...part,
});
const ids = (rows: readonly QueueRow[]) => orderQueue(rows).map((entry) => entry.row.id);

describe("value", () => {
  test("each ground adds and is named", () => {
    const plain = valueOf(row("a")).value;
    const grounds: [Partial<QueueRow>, string | null][] = [
      [{ up: 1, down: 1 }, "disagreement"],
      [{ disagreement: true }, "disagreement"],
      [{ confidence: LIMITS.en.threshold }, "margin"],
      [{ people: 4 }, "frequent"],
      [{ isNew: true }, "new-document"],
      [{ down: 1 }, null],
    ];
    for (const [part, reason] of grounds) {
      const { value, reasons } = valueOf(row("a", part));
      expect(value, JSON.stringify(part)).toBeGreaterThan(plain);
      if (reason) expect(reasons).toContain(reason);
    }
  });

  test("the margin is the language's own threshold, and falls off on both sides", () => {
    const at = (confidence: number, language: "en" | "zh") => valueOf(row("a", { confidence, language })).value;
    expect(at(LIMITS.zh.threshold, "zh")).toBeGreaterThan(at(LIMITS.en.threshold, "zh"));
    expect(at(LIMITS.en.threshold + 0.1, "en")).toBeCloseTo(at(LIMITS.en.threshold - 0.1, "en"));
    expect(at(1, "en")).toBe(at(0.9, "en"));
  });

  test("one person's flood counts as one person", () => {
    expect(valueOf(row("a", { people: 1, down: 1 })).value).toBe(valueOf(row("b", { people: 1, down: 1, complaints: Array.from({ length: 50 }, () => "wrong") })).value);
  });
});

describe("order", () => {
  test("assigned, then by value; every fifth place by lot", () => {
    const plain = Array.from({ length: 8 }, (_, i) => row(`p${i}`, { lot: i === 7 ? 0.01 : 0.5 + i / 100 }));
    const rows = [...plain, row("frequent", { people: 8 }), row("mine", { assigned: true })];
    const ordered = orderQueue(rows);
    expect(ordered.slice(0, 2).map((entry) => entry.row.id)).toEqual(["mine", "frequent"]);
    expect(ordered[5]?.row.id).toBe("p7");
    expect(ordered[5]?.reasons).toContain("random");
    expect(new Set(ordered.map((entry) => entry.row.id)).size).toBe(10);
  });

  test("a gold item's place is decided by its lot alone", () => {
    const plain = Array.from({ length: 14 }, (_, i) => row(`p${String(i).padStart(2, "0")}`));
    const gold = row("gold", { gold: true, lot: 0.1, people: 16, down: 3, disagreement: true });
    expect(ids([...plain, gold]).indexOf("gold" as ReviewItemId)).toBe(4);
    expect(ids([...plain, { ...gold, lot: 0.9 }]).at(-1)).toBe("gold");
  });

  test("the same rows in any order give the same queue", () => {
    const rows = Array.from({ length: 23 }, (_, i) => row(`r${i}`, { lot: (i * 7919) % 23 / 23, people: 1 + (i % 3), gold: i % 6 === 0 }));
    expect(ids([...rows].reverse())).toEqual(ids(rows));
    expect(ids(rows)).toHaveLength(23);
  });
});
