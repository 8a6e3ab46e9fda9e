/** @file Keep general: the parts are apart and stable; a dense step that costs foreign questions is taken back, one that does not stays. */
import { describe, expect, it } from "vitest";
import { FUSION } from "../../knowledge/retrieval/constants";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { keepGeneral, splitGeneral, type KnownQuestion } from "./keep-general";
import type { Pool } from "./ranking-source";

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

/** Right by words, wrong by vectors, or the other way round. */
function question(id: string, rightBy: "words" | "vectors"): KnownQuestion {
  const candidate = (name: string, dense: number, lexical: number): Pool["candidates"][number] => ({ id: name, documentId: name, language: "en", kind: "policy", lexical, dense, vector: vector(dense, Math.sqrt(1 - dense * dense)) });
  const [byWords, byVectors] = [candidate(`${id}-w`, 0.5, 10), candidate(`${id}-v`, 0.9, 5)];
  return { id, pool: { query: id, language: "en", vector: vector(1, 0), candidates: [byWords, byVectors] }, right: new Set([rightBy === "words" ? byWords.id : byVectors.id]) };
}

/** Everything is familiar to it. */
const learned = (dense: number): LearnedRanking => ({
  version: "t", encoderVersion: "e", adapter: null, familiarity: { low: -3, high: -2 },
  weights: { dense, passageMemory: 0, documentMemory: 0.2, popularity: 0 },
  memory: [{ query: vector(1, 0), passage: vector(0, 1), document: "elsewhere", relevance: 1 }],
});

describe("keepGeneral", () => {
  const byWords = Array.from({ length: 20 }, (_, at) => question(`q${at}`, "words"));

  it("takes a harmful dense step back as far as needed and keeps the rest of what was learned", () => {
    const { ranking, share } = keepGeneral(learned(0.99), byWords);
    expect(share).toBeLessThan(1);
    expect(ranking.weights.dense).toBeLessThan(0.99);
    expect(ranking.weights.documentMemory).toBe(0.2);
  });

  it("leaves a harmless one", () => {
    const all = learned(FUSION.denseWeight / 2);
    expect(keepGeneral(all, byWords)).toEqual({ ranking: all, share: 1 });
    expect(keepGeneral(learned(0.99), []).share).toBe(1);
  });
});

describe("splitGeneral", () => {
  it("gives parts that share nothing and do not depend on the order; the gate keeps its least", () => {
    const general = Array.from({ length: 30 }, (_, at) => question(`q${at}`, "words"));
    const { replay, gate } = splitGeneral(general, { least: 22, most: 100 });
    expect([replay.length, gate.length]).toEqual([8, 22]);
    expect(new Set([...replay, ...gate]).size).toBe(30);
    const again = splitGeneral([...general].reverse(), { least: 22, most: 100 });
    expect(new Set(again.replay)).toEqual(new Set(replay));
    expect(splitGeneral(general).replay).toEqual([]);
  });
});
