/** @file Mining: negatives are near and wrong, guarded where another passage may answer, kept for a resumed run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Encoder } from "../../../core/encoder";
import type { EncoderVersion } from "../../../core/types";
import { parseRecipe } from "../recipe";
import layers from "../recipes/layers";
import type { Pair } from "../types";
import { mineNegatives } from "./mine-negatives";
import { readNegatives, writeNegatives } from "./negatives-file";
import { createWordSearch } from "./word-search";

const pair = (source: string, query: string, passage: string, group = passage): Pair => ({ source, language: "en", query, passage, group });
const recipe = (rule: "other-document" | "guarded") =>
  parseRecipe({ ...layers, sources: { own: { weight: 1, negatives: rule }, laws: { weight: 1 } }, mining: { lexical: 3, dense: 2, keep: 2, guard: 0.9, pool: 100 } }, "test");

/** Vectors on a circle: the number in a text is its angle in degrees. */
const encoder: Encoder = {
  version: "circle" as EncoderVersion,
  dimension: 2,
  countTokens: (text) => text.length,
  embed: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const angle = (Number(/\d+/.exec(text)?.[0] ?? 90) * Math.PI) / 180;
        return Float32Array.of(Math.cos(angle), Math.sin(angle));
      }),
    ),
};
const PAIRS = [pair("own", "question 0", "right at 10", "doc a"), pair("own", "question 0", "right too at 12", "doc b"), pair("laws", "heading", "same document at 3", "doc a"), pair("laws", "heading", "very near at 5"), pair("laws", "heading", "near at 40"), pair("laws", "heading", "question words far at 80")];
const mine = (rule: "other-document" | "guarded") => mineNegatives({ pairs: PAIRS, recipe: recipe(rule), encoder, indexWords: createWordSearch, note: () => undefined });

describe("mineNegatives", () => {
  it("takes the nearest of other documents, never another right answer", async () => {
    const { pairs, asked, without } = await mine("other-document");
    expect(asked).toBe(2);
    expect(without).toBe(0);
    expect(pairs[0]?.negatives?.[0]).toBe("very near at 5");
    expect(pairs[0]?.negatives).not.toContain("same document at 3");
    expect(pairs[0]?.negatives).not.toContain("right too at 12");
  });

  it("skips what is as near as the right passage, where that is not safe", async () => {
    const { pairs, guarded } = await mine("guarded");
    expect(pairs[0]?.negatives).not.toContain("very near at 5");
    expect(guarded).toBeGreaterThan(0);
  });

  it("finds passages by words that the encoder puts far", async () => {
    const { pairs } = await mine("guarded");
    expect(pairs[0]?.negatives).toContain("question words far at 80");
  });

  it("leaves other sources as they are", async () => {
    expect((await mine("guarded")).pairs[3]?.negatives).toEqual([]);
  });
});

describe("createWordSearch", () => {
  const passages = ["the parental leave policy", "the travel expense policy", "parental parental leave leave", ...Array.from({ length: 30 }, (_, i) => `filler ${i} policy text`)];

  it("ranks by shared rare words, in both languages", () => {
    expect(createWordSearch(passages).search("parental leave", 2)).toEqual([2, 0]);
    expect(createWordSearch(["年假的天数", "加班工资的标准"]).search("加班有工资吗", 1)).toEqual([1]);
  });

  it("ignores words that most passages have", () => {
    expect(createWordSearch(passages).search("policy", 5)).toEqual([]);
  });
});

describe("negatives file", () => {
  let folder = "";
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), "cadre-negatives-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives back what was mined, for the same pairs only", async () => {
    const file = path.join(folder, "negatives.json");
    const { pairs } = await mine("guarded");
    await writeNegatives(file, "f", pairs);
    expect(await readNegatives(file, "f", PAIRS)).toEqual(pairs);
    expect(await readNegatives(file, "g", PAIRS)).toBeNull();
    expect(await readNegatives(path.join(folder, "none"), "f", PAIRS)).toBeNull();
  });
});
