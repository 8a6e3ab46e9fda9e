/** @file Dataset: paraphrases stay together, test stays test while labels grow, snapshots name their content and lose rows on erasure. */
import { describe, expect, it } from "vitest";
import { groupQuestions } from "./question-groups";
import { countRows, createSnapshot, eraseFromSnapshot, isIntact, type SnapshotRow } from "./snapshot";
import { assignSplits } from "./split";

const at = (degrees: number): Float32Array => Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const question = (text: string, degrees: number, group?: string) => ({ text, vector: at(degrees), ...(group ? { group } : {}) });

describe("groups", () => {
  it("joins what is surely the same, and what sounds alike only with the same words", () => {
    expect(groupQuestions([question("how many holidays", 0), question("how much time off", 20), question("parental leave", 170, "g"), question("paternity", 100, "g")])).toEqual([0, 0, 2, 2]);
    expect(groupQuestions([question("holidays allowance", 0), question("parking permit", 35)])).toEqual([0, 1]);
    expect(groupQuestions([question("holidays allowance", 0), question("allowance holidays", 35)])).toEqual([0, 0]);
  });
});

describe("split", () => {
  const many = Array.from({ length: 400 }, (_, i) => ({ ...question(`question ${i}`, i), root: i }));

  it("draws about the shares, by the question alone", () => {
    const { splits } = assignSplits(many);
    const share = (split: string): number => splits.filter((one) => one === split).length / many.length;
    expect(Math.abs(share("test") - 0.25)).toBeLessThan(0.07);
    expect(Math.abs(share("dev") - 0.15)).toBeLessThan(0.06);
    expect(assignSplits(many.slice(0, 50).map((one) => one)).splits).toEqual(splits.slice(0, 50));
  });

  it("never moves a question, and keeps a new paraphrase of a test question out of training", () => {
    const first = assignSplits(many);
    const tested = first.splits.indexOf("test");
    const trained = first.splits.indexOf("train");
    const near = { ...question("the same in other words", tested + 5), root: 0 };
    const later = assignSplits([near], { ledger: first.ledger, known: [many[tested] ?? near] });
    expect(later.splits).toEqual(["test"]);
    // A new question joins a trained and a tested one: it is tested, the trained one stays.
    const bridge = [{ ...(many[trained] ?? near), root: 0 }, { ...(many[tested] ?? near), root: 0 }, { ...question("bridge", 1), root: 0 }];
    expect(assignSplits(bridge, { ledger: first.ledger }).splits).toEqual(["train", "test", "test"]);
  });
});

const row = (part: Partial<SnapshotRow>): SnapshotRow => ({ query: "q", passage: "p", relevance: 3, split: "train", group: "g", ...part });

describe("snapshot", () => {
  const rows = [row({ user: "u1", document: "leave" }), row({ query: "r", user: "u2", split: "test", group: "h" }), row({ query: "s", weight: 0.25 })];

  it("is named by its content, in any order", () => {
    const { id } = createSnapshot(rows);
    expect(createSnapshot([...rows].reverse()).id).toBe(id);
    expect(createSnapshot([...rows.slice(0, 2), row({ query: "s", weight: 0.5 })]).id).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  it("loses a person's and a document's rows, keeps its name and says so", () => {
    const snapshot = createSnapshot(rows);
    const date = new Date("2026-11-22T00:00:00Z");
    const erased = eraseFromSnapshot(eraseFromSnapshot(snapshot, { user: "u2" }, date), { document: "leave" }, date);
    expect(erased).toMatchObject({ id: snapshot.id, erasures: [{ rows: 1, reason: "person" }, { rows: 1, reason: "document" }] });
    expect(erased.rows.map(({ query }) => query)).toEqual(["s"]);
    expect([isIntact(snapshot), isIntact(erased)]).toEqual([true, false]);
    expect(eraseFromSnapshot(snapshot, { user: "nobody" }, date)).toBe(snapshot);
  });

  it("counts labels and groups", () => {
    expect(countRows(createSnapshot(rows))).toEqual({ train: { labels: 2, groups: 1 }, dev: { labels: 0, groups: 0 }, test: { labels: 1, groups: 1 } });
  });
});
