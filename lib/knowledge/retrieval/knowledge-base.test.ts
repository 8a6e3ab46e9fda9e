/**
 * @file Knowledge base with real indexes and a small fake encoder (one dimension per topic): modes, permission, change,
 * documents, cancellation.
 */
import { describe, expect, it } from "vitest";
import type { Encoder } from "../../core/encoder";
import type { DocumentId, EncoderVersion } from "../../core/types";
import { createExactIndex } from "../index/exact-index";
import { createLexicalIndex } from "../lexical";
import { passageOf } from "../lexical/passages.fixture";
import type { Passage } from "../types";
import { createKnowledgeBase } from "./knowledge-base";

const TOPICS = [/boat|kayak|rowing/i, /salary|money/i, /leave|beach/i];

/** "Understands" that rowing is about boats and a beach about leave, which no word tells. */
function vectorOf(text: string): Float32Array {
  const raw = [...TOPICS.map((topic) => (topic.test(text) ? 1 : 0)), 0.2];
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}

const encoder: Encoder = {
  version: "fake@000000000000" as EncoderVersion,
  dimension: 4,
  embed: (texts) => Promise.resolve(texts.map(vectorOf)),
  countTokens: (text) => text.split(" ").length,
};

function baseOf(documents: readonly Passage[][]) {
  const base = createKnowledgeBase({ encoder, vectors: createExactIndex(4), lexical: createLexicalIndex() });
  for (const passages of documents) base.addDocument({ passages, vectors: passages.map((passage) => vectorOf(passage.text)) });
  return base;
}

const BOATS = [passageOf("boats#0", "A kayak may be borrowed at weekends.", { document: "boats", title: "Boats", source: "boats.md" }), passageOf("boats#1", "Return the kayak clean.", { document: "boats", title: "Boats", source: "boats.md", ordinal: 1 })];
const PAY = [passageOf("pay#0", "Salary arrives on the last working day.", { document: "pay", title: "Pay", source: "pay.md" })];
const LEAVE = [passageOf("leave#0", "Annual leave is twenty-five days.", { document: "leave", title: "Leave", source: "leave.md" })];

describe("retrieve", () => {
  it("finds by words, by vectors, and by both", async () => {
    const base = baseOf([BOATS, PAY, LEAVE]);
    expect((await base.retrieve("kayak", { mode: "lexical" })).documents.map((document) => document.documentId)).toEqual(["boats"]);
    expect((await base.retrieve("rowing", { mode: "lexical" })).documents).toEqual([]);
    expect((await base.retrieve("rowing", { mode: "dense" })).documents[0]?.documentId).toBe("boats");
    expect((await base.retrieve("rowing", { mode: "hybrid" })).documents[0]?.documentId).toBe("boats");
  });

  it("reports both scores, and null for an arm that was off", async () => {
    const base = baseOf([BOATS, PAY]);
    const both = (await base.retrieve("kayak")).passages[0];
    expect(both?.lexical).toBeGreaterThan(0);
    expect(both?.dense).toBeGreaterThan(0.9);
    expect((await base.retrieve("kayak", { mode: "lexical" })).passages[0]).toMatchObject({ dense: null });
    expect((await base.retrieve("kayak", { mode: "dense" })).passages[0]).toMatchObject({ lexical: null });
    expect((await base.retrieve("kayak", { mode: "lexical" })).queryVector).toBeNull();
  });

  it("ranks distinct documents with their evidence, best passage first", async () => {
    const { documents, passages } = await baseOf([BOATS, PAY]).retrieve("borrow a kayak", { k: 1 });
    expect(passages).toHaveLength(1);
    expect(documents[0]).toMatchObject({ documentId: "boats", source: "boats.md", rank: 1 });
    expect(documents[0]?.evidence.map(({ passage }) => passage.id)).toEqual(["boats#0", "boats#1"]);
    expect(new Set(documents.map((document) => document.documentId)).size).toBe(documents.length);
  });

  it("lets a refused passage affect nothing, in any mode", async () => {
    const all = baseOf([BOATS, PAY, LEAVE]);
    const without = baseOf([PAY, LEAVE]);
    for (const mode of ["hybrid", "dense", "lexical"] as const) {
      const filtered = await all.retrieve("kayak salary", { mode, filter: (passage) => passage.documentId !== "boats" });
      const alone = await without.retrieve("kayak salary", { mode });
      expect(filtered.passages, mode).toEqual(alone.passages);
      expect(filtered.documents, mode).toEqual(alone.documents);
    }
    const nothing = await all.retrieve("kayak", { filter: () => false });
    expect([nothing.passages, nothing.documents]).toEqual([[], []]);
  });

  it("tells what it understood", async () => {
    const base = baseOf([BOATS, PAY]);
    expect(await base.retrieve("kayakk")).toMatchObject({ repairedQuery: "kayak", repairs: [{ from: "kayakk", to: "kayak" }] });
    expect((await base.retrieve("kayak")).repairedQuery).toBeNull();
  });

  it("stops when cancelled", async () => {
    await expect(baseOf([PAY]).retrieve("salary", { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "job/cancelled" });
  });
});

describe("change", () => {
  it("forgets a removed document in both arms", async () => {
    const base = baseOf([BOATS, PAY]);
    base.removeDocument("boats" as DocumentId);
    expect([base.documentCount, base.passageCount]).toEqual([1, 1]);
    for (const mode of ["hybrid", "dense", "lexical"] as const) {
      expect((await base.retrieve("kayak", { mode })).passages.every(({ passage }) => passage.documentId === "pay"), mode).toBe(true);
    }
    base.removeDocument("unknown" as DocumentId);
    expect(base.documentCount).toBe(1);
  });

  it("replaces a document that is added again", async () => {
    const base = baseOf([BOATS]);
    base.addDocument({ passages: [BOATS[1] as Passage], vectors: [vectorOf("kayak")] });
    expect(base.passageCount).toBe(1);
    expect(base.passagesOf("boats" as DocumentId).map((passage) => passage.id)).toEqual(["boats#1"]);
  });

  it("refuses vectors of another size and keeps what it had", () => {
    const base = baseOf([BOATS]);
    expect(() => base.addDocument({ passages: PAY, vectors: [new Float32Array(3)] })).toThrowError(expect.objectContaining({ code: "index/dimension-mismatch" }));
    expect(() => base.addDocument({ passages: PAY, vectors: [] })).toThrow(/1 passages but 0 vectors/);
    expect(base.documentCount).toBe(1);
  });
});
