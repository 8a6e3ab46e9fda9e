/** @file Comments: the IMDB format, planted words learned, files that load again, small groups that stay hidden. */
import { describe, expect, test } from "vitest";
import type { Encoder } from "../../core/encoder";
import { createRng } from "../../core/rng";
import type { EncoderVersion } from "../../core/types";
import { createExecutor } from "../../runtime/executor";
import { bytesOf } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import { classifierFiles, loadClassifier } from "./classifier-files";
import { groupComments } from "./group-comments";
import { readLabelled, type LabelledTexts } from "./read-labelled";
import { trainClassifier } from "./train-classifier";

const read = async (csv: string, names = {}): Promise<LabelledTexts> => readLabelled((await readTable(bytesOf(csv), "t.csv")).table, names);

/** A unit vector per text from its words: what an encoder gives, without one. */
const encoder: Encoder = {
  version: "toy@1" as EncoderVersion,
  dimension: 16,
  countTokens: (text) => text.length,
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(16);
      for (const word of text.split(/\W+/)) {
        const at = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 16;
        vector[at] = (vector[at] ?? 0) + 1;
      }
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    }),
};

function reviews(n: number): string {
  const random = createRng(5);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  const rows = Array.from({ length: n }, (_, at) => {
    const tone = at % 2 === 0 ? ["fair", "calm", "helpful"] : ["rude", "late", "broken"];
    return `"Today <br /><br />the ${pick(["shift", "office", "canteen"])} was ${pick(tone)}, ${pick(["again", "mostly", "number"])} ${at}",${at % 2 === 0 ? "positive" : "negative"}`;
  });
  return ["review,sentiment", ...rows].join("\n");
}

test("the IMDB format as it is: columns found, markup and copies gone", async () => {
  const data = await read(`${reviews(60)}\n"Today <br /><br />the same words",positive\n"Today the same words",negative`);
  expect(data).toMatchObject({ textColumn: "review", labelColumn: "sentiment", labels: ["negative", "positive"] });
  expect(data.texts.some((text) => text.includes("<br"))).toBe(false);
  expect(data.texts.length).toBe(61);
  expect(data.warnings[0]).toMatch(/1 rows were left out/);
  await expect(read("text,label\nsome words here to read,a\nother words here to read,b")).rejects.toThrow(/two labels with at least 15 texts/);
  await expect(read(reviews(40), { label: "stars" })).rejects.toThrow('There is no column "stars"');
});

test("learns planted words, reports on texts it has not seen, and loads again with the same answers", async () => {
  const executor = await createExecutor({ threads: 1 });
  const { report, classifier } = await trainClassifier(await read(reviews(120)), { executor, encoder, rounds: 2 });
  expect(report.n).toEqual({ train: 120, test: 35 });
  expect(report.metrics["macroF1"]?.mean).toBeGreaterThan(0.9);
  expect(report.models.find(({ model }) => model === "text-cnn")?.metrics["macroF1"]?.mean).toBeGreaterThan(0.9);
  expect(report.models.find(({ model }) => model === "majority")?.metrics["macroF1"]?.mean).toBeLessThan(0.5);
  expect(report.confusion.flat().reduce((a, b) => a + b, 0)).toBe(35);
  expect(report.learning.map(({ n }) => n)).toEqual([...report.learning.map(({ n }) => n)].sort((a, b) => a - b));
  const files = classifierFiles(classifier, report, "reviews.csv");
  expect([...files.keys()]).toEqual(["classifier.json", "model.safetensors", "README.md", "report.json"]);
  const loaded = loadClassifier(files, { executor, encoder });
  const [calm, rude] = await loaded.predict(["the canteen was calm and helpful", "the office was rude and broken"]);
  expect([calm?.label, rude?.label]).toEqual(["positive", "negative"]);
  expect(() => loadClassifier(new Map([["classifier.json", bytesOf("{}")]]), { executor, encoder })).toThrow(/no text classifier/);
});

describe("groups", () => {
  const of = (group: string, n: number): { group: string; label: string }[] => Array.from({ length: n }, (_, at) => ({ group, label: at % 4 === 0 ? "negative" : "positive" }));

  test("a small group is hidden, and the next smallest with it, so that no difference reveals it", () => {
    const shown = groupComments([...of("Foundry", 30), ...of("Quality", 14), ...of("IT", 4)], ["negative", "positive"]);
    expect(shown.map(({ group, n }) => [group, n])).toEqual([["Foundry", 30], ["IT", null], ["Quality", null]]);
    expect(shown[0]?.shares?.["negative"]?.mean).toBeCloseTo(8 / 30, 9);
  });

  test("two small groups hide each other; large ones are all shown", () => {
    expect(groupComments([...of("A", 30), ...of("B", 3), ...of("C", 5)], ["negative"]).map(({ n }) => n)).toEqual([30, null, null]);
    expect(groupComments([...of("A", 30), ...of("B", 12)], ["negative"]).map(({ n }) => n)).toEqual([30, 12]);
  });
});
