/**
 * @file `cadre train base` from end to end on a made-up data folder and a tiny random encoder: engine, checkpoints, model
 * folder. Texts are invented.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRecipe } from "../improvement/base/recipe";
import layers from "../improvement/base/recipes/layers";
import { createEncoder } from "../runtime/encoder";
import { randomParameters, TINY } from "../runtime/fixtures";
import { createEncoderTrainer } from "../engine/train/encoder-trainer";
import { createExecutor } from "../runtime/executor";
import { readHubEncoder } from "../runtime/hub-weights";
import { writeHubEncoder } from "../runtime/hub-write";
import { readSafetensors } from "../runtime/safetensors";
import { loadTokenizer } from "../runtime/tokenizer";
import type { TrainBaseOutput } from "../contracts/cli";
import { wordPieceOf } from "../engine/tokenizer/tokenizer-files";
import { wordPieceTokens } from "../improvement/base/pretrain/own-tokenizer";
import { runTrainBase, type TrainBaseOptions } from "./train-base";

let folder = "";
const at = (...parts: string[]): string => path.join(folder, ...parts);
const CLEF_LINE = "Members of the invented Brightwater Guild may borrow the boat house for two evenings in every calendar month.";

const RECIPE = parseRecipe(
  {
    ...layers,
    name: "tiny",
    steps: 6,
    warmUpSteps: 1,
    shapes: [{ name: "only", queryTokens: 16, passageTokens: 32, rows: 8, hardNegatives: 4 }],
    sources: { handbook: { weight: 2, noisyQueries: 0.5, negatives: "guarded" }, tatoeba: { weight: 1 }, "cqa-question": { weight: 1, negatives: "other-document", sameGroup: "negative" } },
    rules: { questionsPerPassage: 1, passages: 5, clozeEvery: 4 },
    mining: { lexical: 3, dense: 3, keep: 2, guard: 0.99, pool: 100 },
    checkpointSteps: 2,
    evaluateSteps: 3,
  },
  "tiny",
);

const PRETRAIN = { steps: 30, rows: 8, tokens: 32, warmUpSteps: 2, peakRate: 0.02, finalRate: 1e-3, decayShare: 0.5, checkpointSteps: 10, evaluateSteps: 15 };

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), content);
}

async function makeData(): Promise<void> {
  const topics = ["holiday", "laptop", "travel", "training", "pension", "parking", "sickness", "salary", "badge", "canteen", "garden", "library"];
  const handbook = topics.map((topic, i) => ({ q: `who decides about ${topic}`, p: `The ${topic} officer of floor ${i} decides about ${topic} within ${i + 2} days. Ask there about ${topic} before Monday.`, s: "handbook", l: "en" }));
  const leaked = { q: "boat house", p: CLEF_LINE, s: "handbook", l: "en" };
  const translations = topics.map((topic, i) => ({ q: `My ${topic} is number ${i}.`, p: `我的第${i}个句子。`, s: "tatoeba", l: "x" }));
  const lines = (rows: readonly object[]): Buffer => gzipSync(rows.map((row) => JSON.stringify(row)).join("\n"));
  await write("data/corpora/pairs.jsonl.gz", lines([...handbook, leaked, ...translations]));
  await write("data/corpora/pairs-more.jsonl.gz", lines([]));
  await write("data/corpora/wordnet-synonyms.tsv.gz", gzipSync("officer\tofficial"));
  await write("data/policies/clef/boats.md", `# Boats\n\n${CLEF_LINE}\n`);
  await write("data/policies/labour-law-zh/one.md", "第一条 虚构的法律规定了一些只在测试里出现的事情和别的内容。");
  const cmrc = JSON.stringify({ data: [{ paragraphs: [{ id: "P", context: "一座虚构的小城。", qas: [] }] }] });
  await write("data/retrieval/cmrc2018.cmrc2018_dev.json", cmrc);
  await write("data/retrieval/cmrc2018.cmrc2018_trial.json", cmrc);
  const questions = topics.map((topic, i) => ({ id: `t${i}`, url: `https://example.org/${topic}`, scenario: "I live on the hill.", question: `Can I ask for ${topic} in winter?`, evidences: [`<p>You can ask for ${topic} in week ${i}.</p>`] }));
  await write("data/retrieval/conditionalqa.train.json", JSON.stringify(questions));
  await write("data/retrieval/tatoeba_cmn_eng.cmn.txt", "A sentence nobody trains on.\t没人训练的句子。\tours\n");
  const scored = "A cat sits.\tA cat is sitting.\t5\nA cat sits.\tA ship sinks.\t0\nA man runs.\tA man walks.\t2\n";
  for (const file of ["stsb.sts-train.tsv", "stsb-zh.train.txt", "stsb.sts-dev.tsv", "stsb-zh.dev.txt"]) await write(`data/retrieval/${file}`, scored);
}

const options = (out: string, more: Partial<TrainBaseOptions> = {}): TrainBaseOptions => ({
  recipe: RECIPE,
  data: at("data"),
  base: at("base"),
  out: at(out),
  resume: false,
  maxMinutes: null,
  threads: 1,
  evaluate: false,
  note: () => undefined,
  signal: new AbortController().signal,
  ...more,
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadre-train-base-"));
  await makeData();
  const config = { ...TINY, vocabSize: 20_000, maxPositions: 256, layers: 1 };
  await writeHubEncoder(at("base"), { config, parameters: randomParameters(config, 1), pooling: "mean" }, { precision: "fp32", tokenizer: path.resolve("models/base"), card: "# tiny\n" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("cadre train base", () => {
  it("trains, resumes exactly, and leaves an encoder that is served", { timeout: 300_000 }, async () => {
    const notes: string[] = [];
    const whole = await runTrainBase(options("whole", { note: (line) => notes.push(line) }));
    expect(whole).toMatchObject({ run: "tiny", end: "finished", steps: 6 });
    expect(notes.some((line) => line.startsWith("step 6: dev"))).toBe(true);

    const stop = new AbortController();
    const halfway = await runTrainBase(options("parts", { signal: stop.signal, note: (line) => void (line.startsWith("step 3: dev") && stop.abort()) }));
    expect(halfway).toMatchObject({ end: "interrupted", steps: 3 });
    const rest = await runTrainBase(options("parts", { resume: true }));
    expect(rest).toMatchObject({ end: "finished", steps: 6 });
    const weights = (out: string): Promise<Buffer> => readFile(at(out, "checkpoint/parameters.safetensors"));
    expect((await weights("parts")).equals(await weights("whole"))).toBe(true);
    expect((await weights("whole")).equals(await readFile(at("base/model.safetensors")))).toBe(false);

    const encoder = await createEncoder({ model: at("whole/model"), device: "cpu" });
    const [vector] = await encoder.embed(["who decides about my laptop?"]);
    expect(vector).toHaveLength(TINY.hiddenSize);
    await encoder.close();
    const card = await readFile(at("whole/model/README.md"), "utf8");
    expect(card).toContain("Recipe `tiny`");
    expect(await readFile(at("whole/model/curve.svg"), "utf8")).toContain("<svg");
  });

  it("trains the tables alone where the recipe says so: the layer above stays as it was, the model is whole", { timeout: 120_000 }, async () => {
    await expect(runTrainBase(options("deep", { recipe: { ...RECIPE, layers: 2 } }))).rejects.toThrow(/trains 2 layers; .* has 1/);
    const done = await runTrainBase(options("words", { recipe: { ...RECIPE, layers: 0, keep: "last" } }));
    expect(done).toMatchObject({ end: "finished", steps: 6 });
    const [start, end] = [await readHubEncoder(at("base")), await readHubEncoder(at("words/model"))];
    expect([...end.parameters.keys()]).toEqual([...start.parameters.keys()]);
    const written = (name: string): number => Math.max(...(end.parameters.get(name)?.data ?? []).map(Math.abs));
    expect(written("encoder.layer.0.output.dense.weight")).toBe(0);
    expect(written("encoder.layer.0.intermediate.dense.weight")).toBeGreaterThan(0);
    // What the model serves is what the tables alone say.
    const text = "who decides about my laptop?";
    const encoder = await createEncoder({ model: at("words/model"), device: "cpu" });
    const ids = (await loadTokenizer(encoder.model)).encode(text);
    const trainer = createEncoderTrainer({ executor: await createExecutor({ threads: 1 }), config: { ...start.config, layers: 0 }, parameters: (await readSafetensors(at("words/checkpoint/parameters.safetensors"))).tensors, scale: 20, optimizer: RECIPE.optimizer, seed: 1 });
    const alone = await trainer.embed({ rows: 1, length: ids.length, ids: Int32Array.from(ids), mask: new Uint8Array(ids.length).fill(1) });
    const [served] = await encoder.embed([text]);
    expect(alone.reduce((sum, value, i) => sum + value * (served?.[i] ?? 0), 0)).toBeGreaterThan(0.99999);
    await trainer.close();
    await encoder.close();
  });

  it("trains its tokenizer and pre-trains where the recipe says so, and resumes exactly in either stage", { timeout: 300_000 }, async () => {
    const recipe = parseRecipe({ ...RECIPE, name: "from-nothing", start: "random", tokenizer: { entries: 300, minChineseCount: 2 }, pretrain: PRETRAIN }, "from-nothing");
    const notes: string[] = [];
    const whole = await runTrainBase(options("nothing", { recipe, note: (line) => notes.push(line) }));
    expect(whole).toMatchObject({ end: "finished", steps: 6, pretrained: { steps: 30 } });
    const { before, after } = whole.pretrained?.perplexity ?? {};
    expect(after).toBeLessThan(0.75 * (before ?? 0));
    expect(notes.some((line) => /^pre-training · step 10 of at most 30 · loss [\d.]+ .* min left$/.test(line))).toBe(true);
    expect(notes.some((line) => /^pre-training · step 30: dev .* perplexity [\d.]+ · next sentence [\d.]+$/.test(line))).toBe(true);

    // Stopped in the first stage, then in the second.
    const stopAt = async (line: string, resume: boolean): Promise<TrainBaseOutput> => {
      const stop = new AbortController();
      return runTrainBase(options("pieces", { recipe, resume, signal: stop.signal, note: (said) => void (said.startsWith(line) && stop.abort()) }));
    };
    expect(await stopAt("pre-training · step 15: dev", false)).toMatchObject({ end: "interrupted", steps: 0, pretrained: { steps: 15 } });
    expect(await readFile(at("pieces/model/pretrain-curve.svg"), "utf8")).toMatch(/stroke-dasharray[\s\S]*perplexity [\d.]+</);
    expect(await stopAt("step 3: dev", true)).toMatchObject({ end: "interrupted", steps: 3, pretrained: { steps: 30 } });
    expect(await runTrainBase(options("pieces", { recipe, resume: true }))).toMatchObject({ end: "finished", steps: 6 });
    for (const file of ["pretrain/checkpoint/parameters.safetensors", "pretrain/checkpoint/moments-2.safetensors", "checkpoint/parameters.safetensors", "tokenizer/tokenizer.json"]) {
      expect((await readFile(at("pieces", file))).equals(await readFile(at("nothing", file))), file).toBe(true);
    }

    const { config } = await readHubEncoder(at("nothing/model"));
    const tokenizerJson = JSON.parse(await readFile(at("nothing/model/tokenizer.json"), "utf8")) as { model: { vocab: Record<string, number> } };
    expect(config.vocabSize).toBe(Object.keys(tokenizerJson.model.vocab).length);
    expect(config.vocabSize).toBeLessThanOrEqual(300);
    const encoder = await createEncoder({ model: at("nothing/model"), device: "cpu" });
    const tokens = await loadTokenizer(encoder.model);
    // transformers.js gives the ids that training used.
    const text = "Who decides about my laptop? 我的第1个句子。";
    expect(tokens.encode(text)).toEqual(wordPieceTokens(wordPieceOf(tokenizerJson), config.maxPositions).encode(text));
    const [vector] = await encoder.embed([text]);
    expect(vector).toHaveLength(TINY.hiddenSize);
    await encoder.close();
    const card = await readFile(at("nothing/model/README.md"), "utf8");
    expect(card).toContain("The tokenizer is this run's own");
    expect(card).toMatch(/30 steps of 8 × 32 tokens, .* Perplexity on documents held out from it: [\d.]+ → [\d.]+\./);
    expect(await readFile(at("nothing/model/pretrain-curve.svg"), "utf8")).toContain("next sentence");

    // Another vocabulary or another rule of pre-training is another run.
    for (const other of [{ tokenizer: { entries: 250, minChineseCount: 2 } }, { pretrain: { ...PRETRAIN, maskShare: 0.3 } }]) {
      await expect(runTrainBase(options("pieces", { recipe: parseRecipe({ ...recipe, ...other }, "other"), resume: true }))).rejects.toThrow(/belongs to another run/);
    }
  });

  it("pre-trains from a folder's weights with its tokenizer; refuses what does not fit", { timeout: 120_000 }, async () => {
    const packed = { ...PRETRAIN, steps: 4, nextSentence: false, evaluateSteps: 4 };
    const done = await runTrainBase(options("packed", { recipe: parseRecipe({ ...RECIPE, steps: 2, pretrain: packed }, "packed") }));
    expect(done).toMatchObject({ end: "finished", steps: 2, pretrained: { steps: 4 } });
    expect((await readHubEncoder(at("packed/model"))).config.vocabSize).toBe(20_000);
    await expect(runTrainBase(options("long", { recipe: parseRecipe({ ...RECIPE, pretrain: { ...packed, tokens: 512 } }, "long") }))).rejects.toThrow(/pretrain.tokens is 512; .* 256 positions/);
  });

  it("refuses what is protected, and says so in the receipt", async () => {
    const { receipt } = JSON.parse(await readFile(at("whole/corpus.json"), "utf8")) as { receipt: { source: string; read: number; refused: number; kept: number }[] };
    expect(receipt.find((row) => row.source === "handbook")).toEqual({ source: "handbook", read: 13, refused: 1, kept: 12 });
  });

  it("does not train without the texts it must keep out", async () => {
    await rm(at("data/policies/labour-law-zh"), { recursive: true });
    await expect(runTrainBase(options("unguarded"))).rejects.toThrow(/must be kept out of training/);
  });

  it("resumes nothing where nothing is", async () => {
    await expect(runTrainBase(options("empty", { resume: true }))).rejects.toThrow(/no checkpoint/);
  });
});
