/** @file Batches: shapes, cutting, ignore matrix, sampling that resumes, variation that keeps numbers. */
import { describe, expect, it } from "vitest";
import { parseRecipe, type Recipe } from "../recipe";
import layers from "../recipes/layers";
import type { Pair } from "../types";
import { wordTokens } from "../testing.fixture";
import { ignoreMatrix } from "./ignore-matrix";
import { assignShapes, createBatchMaker } from "./make-batches";
import { createSampler } from "./sampler";
import { cutIds, padRows } from "./token-rows";

const pair = (source: string, query: string, passage: string, more: Partial<Pair> = {}): Pair => ({ source, language: "en", query, passage, group: passage, ...more });
const words = (count: number, word: string): string => Array.from({ length: count }, (_, i) => `${word}${i}`).join(" ");

const RECIPE: Recipe = parseRecipe(
  {
    ...layers,
    shapes: [
      { name: "short", queryTokens: 16, passageTokens: 16, rows: 8, hardNegatives: 4 },
      { name: "long", queryTokens: 16, passageTokens: 48, rows: 4, hardNegatives: 0 },
      { name: "wide", queryTokens: 48, passageTokens: 32, rows: 4, hardNegatives: 2 },
    ],
    sources: { a: { weight: 3, noisyQueries: 0.5, negatives: "guarded" }, b: { weight: 1, sameGroup: "negative" } },
  },
  "test",
);
const PAIRS: Pair[] = [
  ...Array.from({ length: 20 }, (_, i) => pair("a", `question number ${i}`, `answer ${i} ${words(5, "x")}`, { negatives: [`wrong ${i}`] })),
  ...Array.from({ length: 12 }, (_, i) => pair("b", `topic ${i}`, `text ${i} ${words(30, "y")}`)),
];
const maker = (pairs: readonly Pair[] = PAIRS) => createBatchMaker({ recipe: RECIPE, pairs, tokens: wordTokens(), synonyms: new Map() });

describe("cutting and padding", () => {
  it("keeps the special tokens, and the end of a query when asked", () => {
    expect(cutIds([1, 10, 11, 12, 13, 2], 4)).toEqual([1, 10, 11, 2]);
    expect(cutIds([1, 10, 11, 12, 13, 2], 4, "end")).toEqual([1, 12, 13, 2]);
    expect(cutIds([1, 10, 2], 4)).toEqual([1, 10, 2]);
  });

  it("pads each row to the length", () => {
    const { ids, mask } = padRows([[1, 2], [1, 5, 2]], { length: 4, padId: 0 });
    expect([...ids]).toEqual([1, 2, 0, 0, 1, 5, 2, 0]);
    expect([...mask]).toEqual([1, 1, 0, 0, 1, 1, 1, 0]);
  });
});

describe("shapes", () => {
  it("gives each pair the smallest shape that holds it; a long query goes to the widest", () => {
    const pools = assignShapes(RECIPE.shapes, [...PAIRS, pair("a", words(40, "q"), "short answer"), pair("a", "q", words(90, "z"))], (text) => wordTokens().encode(text));
    expect(pools.get("short")?.get("a")).toHaveLength(20);
    expect(pools.get("long")?.get("b")).toHaveLength(12);
    expect(pools.get("wide")?.get("a")).toEqual([32]);
    expect(pools.get("long")?.get("a")).toEqual([33]);
  });
});

describe("ignoreMatrix", () => {
  const rows = [pair("a", "q1", "p1", { group: "doc" }), pair("a", "q2", "p2", { group: "doc" }), pair("a", "q1", "p3"), pair("a", "q4", "p1")];
  const passages = [...rows.map(({ passage, group }) => ({ text: passage, group })), { text: "p3", group: "" }, { text: "hard", group: "" }];
  const positives = new Map([["q1", new Set(["p1", "p3"])], ["q2", new Set(["p2"])], ["q4", new Set(["p1"])]]);
  const rowsOf = (strict: boolean): string[] => {
    const matrix = ignoreMatrix({ pairs: rows, passages, positivesOf: (query) => positives.get(query), groupMayBeNegative: () => strict });
    return rows.map((_, i) => [...matrix.slice(i * passages.length, (i + 1) * passages.length)].join(""));
  };

  it("leaves out equal passages, other right answers, equal questions and the same document; never the diagonal", () => {
    expect(rowsOf(false)).toEqual(["011110", "100000", "100110", "100000"]);
  });

  it("leaves out the passage of an equal question, also when nothing else is known of it", () => {
    const equal = [pair("a", "q", "one"), pair("a", "q", "two"), pair("a", "other", "three")];
    const matrix = ignoreMatrix({ pairs: equal, passages: equal.map(({ passage, group }) => ({ text: passage, group })), positivesOf: () => undefined, groupMayBeNegative: () => false });
    expect([...matrix]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0]);
  });

  it("keeps passages of the same document as negatives where the source says so", () => {
    expect(rowsOf(true)).toEqual(["001110", "000000", "100110", "100000"]);
  });
});

describe("sampler", () => {
  const pools = new Map([["short", new Map([["a", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]], ["b", [10, 11, 12]]])]]);

  it("uses every pair of a source before it repeats one", () => {
    const sampler = createSampler({ ...RECIPE, oneSourceShare: 1, sources: { a: { ...RECIPE.sources["a"], weight: 1 } as Recipe["sources"][string] } }, new Map([["short", new Map([["a", [0, 1, 2, 3, 4, 5, 6, 7]]])]]));
    expect([...sampler.next(0).pairs].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const [second, third] = [sampler.next(1).pairs, sampler.next(2).pairs];
    expect([...second].sort()).toEqual([...third].sort());
    expect(second).not.toEqual(third);
  });

  it("goes on exactly from its cursors", () => {
    const whole = createSampler(RECIPE, pools);
    const drawn = [0, 1, 2, 3].map((step) => whole.next(step).pairs);
    const first = createSampler(RECIPE, pools);
    first.next(0);
    first.next(1);
    const second = createSampler(RECIPE, pools);
    second.restore(JSON.parse(JSON.stringify(first.cursors())) as Record<string, number>);
    expect([second.next(2).pairs, second.next(3).pairs]).toEqual(drawn.slice(2));
  });

  it("draws sources by weight", () => {
    const sampler = createSampler(RECIPE, pools);
    const drawn = Array.from({ length: 300 }, (_, step) => sampler.next(step).pairs).flat();
    const share = drawn.filter((at) => at < 10).length / drawn.length;
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.92);
  });
});

describe("createBatchMaker", () => {
  it("puts own passages first, then mined negatives, and never ignores the diagonal", () => {
    const batches = maker();
    for (let step = 0; step < 12; step++) {
      const batch = batches.batch(step);
      const shape = RECIPE.shapes.find((one) => one.name === batch.shape);
      expect(batch.queries.rows).toBe(shape?.rows);
      expect(batch.passages.rows).toBe((shape?.rows ?? 0) + (shape?.hardNegatives ?? 0));
      for (let i = 0; i < batch.queries.rows; i++) expect(batch.ignore[i * batch.passages.rows + i]).toBe(0);
    }
  });

  it("makes the same batch for the same step, also after a restart", () => {
    const [one, two] = [maker(), maker()];
    one.batch(0);
    const expected = one.batch(1);
    const cursors = (two.batch(0), two.cursors());
    const three = maker();
    three.restore(cursors);
    expect(three.batch(1)).toEqual(expected);
  });

  it("takes a pair's own negatives", () => {
    const tokens = wordTokens();
    const only = PAIRS.slice(0, 8).map((one) => ({ ...one, negatives: ["marker"] }));
    const batch = createBatchMaker({ recipe: RECIPE, pairs: only, tokens, synonyms: new Map() }).batch(0);
    const marker = tokens.encode("marker")[1];
    const negatives = [8, 9, 10, 11].map((row) => batch.passages.ids[row * batch.passages.length + 1]);
    expect(negatives).toEqual([marker, marker, marker, marker]);
  });
});

describe("scored pairs", () => {
  const scored = Array.from({ length: 10 }, (_, i) => ({ first: `sentence ${i} one`, second: `sentence ${i} two`, score: i / 2 }));
  const recipe = parseRecipe({ ...RECIPE, similarity: { tokens: 16, rows: 4, share: 0.5 } }, "scored");
  // One vocabulary for all: it numbers words as they come.
  const tokens = wordTokens();
  const mixed = () => createBatchMaker({ recipe, pairs: PAIRS, scored, tokens, synonyms: new Map() });

  it("make their share of the steps, every pair once before any again", () => {
    const batches = mixed();
    const drawn = Array.from({ length: 60 }, (_, step) => batches.batch(step));
    const ranked = drawn.filter((batch) => batch.scores !== undefined);
    expect(ranked.length).toBeGreaterThan(18);
    expect(ranked.length).toBeLessThan(42);
    const scores = ranked.flatMap((batch) => [...(batch.scores ?? [])]);
    expect(scores.slice(0, 10).sort((a, b) => a - b)).toEqual(scored.map((pair) => pair.score));
    expect(scores.slice(10, 20).sort((a, b) => a - b)).toEqual(scored.map((pair) => pair.score));
    for (const { queries, passages, shape } of ranked) expect([queries.rows, passages.rows, queries.length, shape]).toEqual([4, 4, 16, "similarity"]);
  });

  it("go on after a restart where they were", () => {
    const [whole, first, second] = [mixed(), mixed(), mixed()];
    const expected = Array.from({ length: 30 }, (_, step) => whole.batch(step));
    for (let step = 0; step < 12; step++) first.batch(step);
    second.restore(JSON.parse(JSON.stringify(first.cursors())) as Record<string, number>);
    expect(Array.from({ length: 18 }, (_, i) => second.batch(12 + i))).toEqual(expected.slice(12));
  });
});

it("shapes are drawn by their shares where the recipe gives them", () => {
  const shapes = RECIPE.shapes.map((shape) => ({ ...shape, share: shape.name === "long" ? 9 : 1 }));
  const batches = createBatchMaker({ recipe: parseRecipe({ ...RECIPE, shapes }, "shares"), pairs: PAIRS, tokens: wordTokens(), synonyms: new Map() });
  const long = Array.from({ length: 100 }, (_, step) => batches.batch(step).shape).filter((name) => name === "long").length;
  expect(long).toBeGreaterThan(75);
  expect(() => parseRecipe({ ...RECIPE, shapes: [shapes[0], RECIPE.shapes[1]] }, "half")).toThrow(/either every shape has a share or none/);
});
