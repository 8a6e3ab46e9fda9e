/** @file Recipes: the shipped one is valid and trains on nothing forbidden; a broken one is refused by field. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRecipe, readRecipe } from "./recipe";
import layers from "./recipes/layers";
import pretrained from "./recipes/pretrained";
import words from "./recipes/words";
import { readOwnQuestions } from "./corpus/own-questions";

let folder = "";
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), "cadre-recipe-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("recipes", () => {
  it("the shipped one is read as a module, and as JSON", async () => {
    const shipped = await readRecipe(path.join(import.meta.dirname, "recipes/words.ts"));
    expect(shipped).toEqual(parseRecipe(words, "words"));
    await writeFile(path.join(folder, "recipe.json"), JSON.stringify(words));
    expect(await readRecipe(path.join(folder, "recipe.json"))).toEqual(shipped);
  });

  it("all of them leave out what tuning questions are about", () => {
    for (const { sources } of [words, layers, pretrained]) expect(Object.keys(sources).filter((source) => /civic/.test(source))).toEqual([]);
  });

  it("words and layers are of one shape: the second goes on from what the first wrote", () => {
    expect([parseRecipe(words, "words"), parseRecipe(layers, "layers")]).toMatchObject([{ start: "random", layers: 0, weighsWords: true, keep: "last" }, { start: "folder", keep: "last" }]);
    expect(Object.keys(words.sources).sort()).toEqual(Object.keys(layers.sources).sort());
  });

  it("pretrained makes its own tokenizer and pre-trains every layer; its batches fit the shape of the shipped folder", () => {
    const recipe = parseRecipe(pretrained, "pretrained");
    expect(recipe).toMatchObject({ start: "random", tokenizer: { entries: 20000 }, pretrain: { nextSentence: true, maskShare: 0.15 } });
    expect(recipe.layers).toBeUndefined();
    expect(Object.keys(recipe.sources).sort()).toEqual(Object.keys(layers.sources).sort());
  });

  it("a broken one is refused, naming the field", () => {
    expect(() => parseRecipe({ ...layers, decayShare: 2 }, "mine")).toThrow(/mine is not a recipe: decayShare/);
    expect(() => parseRecipe({ ...layers, shapes: [{ ...layers.shapes[0], queryTokens: 17 }] }, "mine")).toThrow(/shapes.0.queryTokens/);
    expect(() => parseRecipe({ ...layers, typo: 1 }, "mine")).toThrow(/typo/);
  });

  it("a tokenizer of its own begins at random, and pre-training needs a layer", () => {
    const tokenizer = { entries: 1000 };
    const pretrain = { steps: 10, rows: 8, tokens: 32, warmUpSteps: 1, peakRate: 1e-3, finalRate: 1e-4, decayShare: 0.5 };
    expect(parseRecipe({ ...layers, start: "random", tokenizer, pretrain }, "mine")).toMatchObject({ pretrain: { maskShare: 0.15, nextSentence: true, timeShare: 0.5 } });
    expect(() => parseRecipe({ ...layers, tokenizer }, "mine")).toThrow(/mine is not a recipe: tokenizer: .* needs start: "random"/);
    expect(() => parseRecipe({ ...words, pretrain }, "mine")).toThrow(/pretrain: layers: 0 leaves no layer to pre-train/);
    expect(() => parseRecipe({ ...layers, weighsWords: true }, "mine")).toThrow(/weighsWords: .*start: "random" and layers: 0/);
    expect(() => parseRecipe({ ...layers, pretrain: { ...pretrain, tokens: 40 } }, "mine")).toThrow(/pretrain.tokens/);
    expect(() => parseRecipe({ ...layers, pretrain: { ...pretrain, maskShare: 0 } }, "mine")).toThrow(/pretrain.maskShare/);
    // A recipe without them is as it was: a run that was begun before goes on.
    for (const part of ["tokenizer", "pretrain", "weighsWords"]) expect(Object.keys(parseRecipe(layers, "layers"))).not.toContain(part);
  });

  it("a missing file says what to give", async () => {
    await expect(readRecipe(path.join(folder, "none.ts"))).rejects.toThrow(/default export/);
  });
});

describe("our questions", () => {
  it("are questions with the hash of a passage, none twice", async () => {
    const questions = await readOwnQuestions(path.join(import.meta.dirname, "questions"));
    expect(questions.length).toBeGreaterThan(5000);
    expect(new Set(questions.map(({ id, q }) => `${id} ${q}`)).size).toBe(questions.length);
  });

  it("are none that settings are tuned with", async () => {
    const asked = new Set((await readOwnQuestions(path.join(import.meta.dirname, "questions"))).map(({ q }) => q));
    const root = path.resolve(import.meta.dirname, "../../..");
    for (const file of ["lib/bench/tuning/civicactions.jsonl", "lib/bench/tuning/sets/laws-zh.jsonl", "db/seed/questions/policies.jsonl"]) {
      const tuning = readFileSync(path.join(root, file), "utf8").split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { question: string }).question);
      expect(tuning.filter((question) => asked.has(question))).toEqual([]);
    }
  });
});
