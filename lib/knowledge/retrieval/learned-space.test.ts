/** @file A version with an encoder of its own: its questions are embedded, searched and compared in its space and nowhere else. */
import { describe, expect, it } from "vitest";
import type { Encoder } from "../../core/encoder";
import type { ChunkId, EncoderVersion } from "../../core/types";
import { createExactIndex } from "../index/exact-index";
import { createLexicalIndex } from "../lexical";
import { passageOf } from "../lexical/passages.fixture";
import { FUSION } from "./constants";
import { createKnowledgeBase } from "./knowledge-base";
import type { LearnedRanking } from "./learned-ranking";

/** The shipped one thinks that a puppy is about pay, the trained one knows that it is about dogs. */
const meaning = (dogs: RegExp) => (text: string): Float32Array => {
  const raw = [dogs.test(text) ? 1 : 0, /pay|salary/i.test(text) ? 1 : 0, /puppy/i.test(text) && !dogs.test("puppy") ? 1 : 0, 0.1];
  if (raw[2] === 1) raw[1] = 1;
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
};
const [shippedVector, trainedVector] = [meaning(/dog/i), meaning(/dog|puppy/i)];
const encoderOf = (version: string, vectorOf: (text: string) => Float32Array, asked: string[]): Encoder => ({
  version: version as EncoderVersion, dimension: 4, countTokens: (text) => text.length,
  embed: (texts) => (asked.push(...texts), Promise.resolve(texts.map(vectorOf))),
});

const DOG = passageOf("dogs#0", "Dogs stay at home.", { document: "dogs", title: "Animals", source: "a.md" });
const PAY = passageOf("pay#0", "Salary arrives on the last working day.", { document: "pay", title: "Money", source: "b.md" });
const PLAIN: LearnedRanking = { version: "v1", encoderVersion: "trained", weights: { dense: 0.5, passageMemory: 0, documentMemory: 0, popularity: 0 }, adapter: null, familiarity: { low: 1, high: 2 }, memory: [] };

/** With two passages the only vector is the best, however far: words must count for more than it here. */
const WORDS_FIRST = { ...FUSION, denseWeight: 0.35 };

function set(embedded = [DOG, PAY]) {
  const asked = { shipped: [] as string[], trained: [] as string[] };
  const base = createKnowledgeBase({ encoder: encoderOf("shipped", shippedVector, asked.shipped), vectors: createExactIndex(4), lexical: createLexicalIndex(), fusion: WORDS_FIRST });
  for (const passage of [DOG, PAY]) base.addDocument({ passages: [passage], vectors: [shippedVector(passage.text)] });
  const vectors = createExactIndex(4);
  vectors.add(embedded.map(({ id, text }) => ({ id, vector: trainedVector(text) })));
  const own = new Map<ChunkId, Float32Array>(embedded.map(({ id, text }) => [id, trainedVector(text)]));
  const learned: LearnedRanking = { ...PLAIN, space: { encoder: encoderOf("trained", trainedVector, asked.trained), vectors, vectorOf: (id) => own.get(id) } };
  return { base, asked, learned };
}

describe("learned space", () => {
  it("ranks by its own vectors, and as shipped without it", async () => {
    const { base, learned } = set();
    expect((await base.retrieve("puppy", { learned })).passages[0]?.passage.id).toBe("dogs#0");
    expect((await base.retrieve("puppy", { learned: null })).passages[0]?.passage.id).toBe("pay#0");
    expect((await base.retrieve("puppy", { learned, useLearned: false })).passages[0]?.passage.id).toBe("pay#0");
  });

  it("tells answers the shipped encoder's cosines and question vector, which they were fitted to", async () => {
    const { base, learned } = set();
    const { passages, queryVector } = await base.retrieve("puppy", { learned });
    const plain = await base.retrieve("puppy", { learned: null });
    const cosines = (found: typeof plain) => new Map(found.passages.map(({ passage, dense }) => [passage.id, dense]));
    expect(cosines({ ...plain, passages })).toEqual(cosines(plain));
    expect(queryVector).toEqual(plain.queryVector);
  });

  it("asks the trained encoder only under its version, and in no lexical search", async () => {
    const { base, learned, asked } = set();
    await base.retrieve("puppy", { learned: null });
    await base.retrieve("puppy", { learned, mode: "lexical" });
    expect(asked.trained).toEqual([]);
    await base.retrieve("puppy", { learned });
    expect(asked.trained).toEqual(["puppy"]);
  });

  it("finds what is not embedded in it yet by its words, never by the other space's vector", async () => {
    const { base, learned } = set([DOG]);
    const { passages } = await base.retrieve("salary", { learned });
    expect(passages[0]?.passage.id).toBe("pay#0");
    expect((await base.retrieve("pay", { learned, mode: "dense" })).passages.map(({ passage }) => passage.id)).toEqual(["dogs#0"]);
  });

  it("does not find what was deleted, though its index still holds it", async () => {
    const { base, learned } = set();
    base.removeDocument(DOG.documentId);
    expect((await base.retrieve("puppy dog", { learned })).passages.map(({ passage }) => passage.id)).toEqual(["pay#0"]);
  });
});
