/** @file Artefacts come back as they were and refuse damage; Fisher's test gives published values. */
import { describe, expect, it } from "vitest";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { readArtefact, writeArtefact } from "./artefact";
import { layerBytesOf } from "./child-encoder";
import { riseInDown } from "./fisher";

const ranking: LearnedRanking = {
  version: "v",
  encoderVersion: "tiny@0",
  weights: { dense: 0.4, passageMemory: 0.25, documentMemory: 0.125, popularity: 0, coverage: 0.5, kindred: -2 },
  familiarity: { low: 0.3, high: 0.4 },
  adapter: { rank: 1, down: Float32Array.of(0.5, -0.25, 1), up: Float32Array.of(1, 2, 3) },
  memory: [{ query: Float32Array.of(1, 0, 0), passage: Float32Array.of(0, 1, 0), document: "d1", relevance: 1 }, { query: Float32Array.of(0, 0, 1), passage: Float32Array.of(1, 0, 0), document: null, relevance: -0.5 }],
  centre: Float32Array.of(0.5, 0.25, 0),
  answering: { slope: 1.25, shift: -0.5 },
  intent: { bias: 0.75, direction: Float32Array.of(2, -1, 0.5) },
};

describe("artefact", () => {
  it("is the same after writing and reading, with and without an adapter", () => {
    expect(readArtefact(writeArtefact(ranking, 3))).toEqual(ranking);
    const plain = { ...ranking, adapter: null, centre: null, answering: null, intent: null };
    expect(readArtefact(writeArtefact(plain, 3))).toEqual(plain);
    const { centre: _centre, answering: _answering, intent: _intent, ...older } = plain;
    expect(readArtefact(writeArtefact(older, 3))).toEqual(plain);
    expect(writeArtefact(ranking, 3)).toEqual(writeArtefact(structuredClone(ranking), 3));
  });

  it("refuses what was cut off or is something else", () => {
    const bytes = writeArtefact(ranking, 3);
    expect(() => readArtefact(bytes.subarray(0, bytes.length - 4))).toThrow(/instead of/);
    expect(() => readArtefact(Buffer.from("{}\n"))).toThrow(/unknown form/);
    expect(() => readArtefact(Buffer.from("no"))).toThrow(/line of JSON/);
  });
});

describe("the layers that the guard on size counts", () => {
  it("are the new ones against the champion's, and the champion's on both sides where none were trained", () => {
    const space = { folder: "", layerBytes: 7, vectors: [] };
    const trained = { layers: new Uint8Array(9) };
    expect([layerBytesOf({ space: null }, null), layerBytesOf({ space: null }, trained)]).toEqual([{ champion: 0, challenger: 0 }, { champion: 0, challenger: 9 }]);
    expect([layerBytesOf({ space }, null), layerBytesOf({ space }, trained)]).toEqual([{ champion: 7, challenger: 7 }, { champion: 7, challenger: 9 }]);
  });
});

describe("Fisher's exact test", () => {
  it("gives the tea lady's chances", () => {
    // Four cups of eight, all guessed: 1/70; at least three: 17/70.
    expect(riseInDown({ rated: 4, down: 0 }, { rated: 4, down: 4 })).toBeCloseTo(1 / 70, 12);
    expect(riseInDown({ rated: 4, down: 1 }, { rated: 4, down: 3 })).toBeCloseTo(17 / 70, 12);
  });

  it("says nothing without ratings, and nothing against fewer thumbs down", () => {
    expect(riseInDown({ rated: 0, down: 0 }, { rated: 0, down: 0 })).toBe(1);
    expect(riseInDown({ rated: 40, down: 20 }, { rated: 40, down: 2 })).toBeGreaterThan(0.999);
    expect(riseInDown({ rated: 200, down: 20 }, { rated: 30, down: 12 })).toBeLessThan(0.001);
  });
});
