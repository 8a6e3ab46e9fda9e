/** @file Fusion: the convex combination by hand, its two ends, languages, and document evidence. */
import { expect, it } from "vitest";
import type { FusionConstants } from "./constants";
import { fusePassages, rankDocuments, type Candidate } from "./fuse";

const constants: FusionConstants = { poolSize: 50, denseWeight: 0.25, crossLingualBoost: 2, denseFloor: 0, furtherPassageWeight: 0.5 };
const candidate = (id: string, lexical: number, dense: number, part: Partial<Candidate> = {}): Candidate => ({ id, documentId: `doc-${id}`, language: "en", lexical, dense, ...part });
const options = { language: "en", constants } as const;

it("adds both arms after dividing each by the question's best", () => {
  const fused = fusePassages([candidate("a", 10, 0.4), candidate("b", 5, 0.8)], { ...options, mode: "hybrid" });
  // a: 0.25 · 0.4/0.8 + 0.75 · 10/10 = 0.875; b: 0.25 · 1 + 0.75 · 0.5 = 0.625.
  expect(fused.map((hit) => [hit.id, Number(hit.score.toFixed(6))])).toEqual([["a", 0.875], ["b", 0.625]]);
});

it("follows one arm alone in the single modes", () => {
  const both = [candidate("a", 10, 0.4), candidate("b", 5, 0.8)];
  expect(fusePassages(both, { ...options, mode: "lexical" })[0]?.id).toBe("a");
  expect(fusePassages(both, { ...options, mode: "dense" })[0]?.id).toBe("b");
});

it("boosts words matched across languages", () => {
  const fused = fusePassages([candidate("same", 10, 0), candidate("other", 6, 0, { language: "zh" })], { ...options, mode: "lexical" });
  expect(fused[0]).toMatchObject({ id: "other", score: 1.2 });
});

it("survives a question that matches nothing", () => {
  expect(fusePassages([candidate("a", 0, -0.1)], { ...options, mode: "hybrid" })).toEqual([{ id: "a", documentId: "doc-a", score: 0 }]);
  expect(fusePassages([], { ...options, mode: "hybrid" })).toEqual([]);
});

it("breaks ties by id", () => {
  const fused = fusePassages([candidate("z", 1, 0.5), candidate("b", 1, 0.5)], { ...options, mode: "hybrid" });
  expect(fused.map((hit) => hit.id)).toEqual(["b", "z"]);
});

it("takes a document's best passage and falling shares of the further ones", () => {
  const ranked = rankDocuments(
    [
      { id: "x1", documentId: "x", score: 0.9 },
      { id: "y1", documentId: "y", score: 0.8 },
      { id: "y2", documentId: "y", score: 0.6 },
      { id: "y3", documentId: "y", score: 0.4 },
    ],
    constants,
  );
  // y: 0.8 + 0.5 · 0.6 + 0.25 · 0.4 = 1.2
  expect(ranked.map((document) => [document.documentId, Number(document.score.toFixed(6))])).toEqual([["y", 1.2], ["x", 0.9]]);
  expect(ranked[0]?.passageIds).toEqual(["y1", "y2", "y3"]);
});
