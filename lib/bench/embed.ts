/**
 * @file `bench embed`: sentences per second of our encoder against transformers.js' own pipeline called text by text,
 * same model, same fp32 graph, alternating rounds. The shipped model, whose layers idle and are not in its graph, and one
 * of its shape with random layers that work, with our int8 graph beside it: what an encoder costs that was fine-tuned.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { env as transformersEnv, LogLevel, pipeline } from "@huggingface/transformers";
import { env } from "../config/env";
import { projectRoot } from "../config/paths";
import { AppError } from "../core/errors";
import { createRng } from "../core/rng";
import { bertTensorDims } from "../engine/nn/bert-config";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { randomParameters } from "../improvement/base/loop/random-parameters";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { readHubEncoder } from "../runtime/hub-weights";
import { writeHubEncoder } from "../runtime/hub-write";
import { quantizeFile } from "../runtime/quantize/quantize-file";
import { describeMachine, median, type Benchmark, type BenchReport } from "./benchmark";
import { LENGTH_MIX, makeTextMix } from "./text-mix";

type Embed = (texts: readonly string[]) => Promise<Float32Array[]>;

export const benchmark: Benchmark = {
  name: "embed",
  about: "sentences per second against transformers.js' pipeline called text by text; int8 beside it",
  async run({ smoke, note }) {
    const shipped = path.resolve(projectRoot(), env().encoder);
    const temporary = await mkdtemp(path.join(tmpdir(), "cadre-bench-"));
    try {
      const working = path.join(temporary, "working-layers");
      await writeWorking(shipped, working);
      const how = { temporary, texts: smoke ? 60 : 400, rounds: smoke ? 1 : 5, note };
      return report([await raceModel("shipped", shipped, how), await raceModel("same shape, random layers that work", working, how)]);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
};

/** An encoder of the same shape whose layers all work: its vectors mean nothing, its speed is that of any such encoder. */
async function writeWorking(shipped: string, folder: string): Promise<void> {
  const { config, pooling } = await readHubEncoder(shipped);
  const parameters = randomParameters(bertTensorDims(config), createRng(5));
  await writeHubEncoder(folder, { config, parameters, pooling }, { precision: "fp32", tokenizer: shipped, card: "# random layers, for speed alone\n", emit: emitEncoder });
}

interface ModelRace {
  readonly what: string;
  readonly version: string;
  readonly texts: readonly string[];
  readonly medianTokens: number;
  readonly rounds: readonly Round[];
  readonly agreement: Agreement;
}

async function raceModel(what: string, folder: string, how: { temporary: string; texts: number; rounds: number; note: (text: string) => void }): Promise<ModelRace> {
  const encoder = await createEncoder({ model: folder, device: "cpu" });
  const int8 = await openInt8(encoder, path.join(how.temporary, "int8", path.basename(folder)));
  const baseline = await openPipeline(folder);
  const texts = makeTextMix(how.texts, (text) => encoder.countTokens(text));
  const contenders: Contenders = { baseline: baseline.embed, ours: (list) => encoder.embed(list), ...(int8 ? { int8: (list: readonly string[]) => int8.embed(list) } : {}) };
  how.note(what);
  const rounds = await race(contenders, texts, how);
  const agreement = await compareVectors(contenders, texts.slice(0, 300));
  const medianTokens = median(texts.map((text) => encoder.countTokens(text)));
  await Promise.all([encoder.close(), int8?.close(), baseline.close()]);
  return { what, version: encoder.version, texts, medianTokens, rounds, agreement };
}

/** null where the graph has nothing to quantise. */
async function openInt8(encoder: LocalEncoder, folder: string): Promise<LocalEncoder | null> {
  await cp(encoder.model.path, folder, { recursive: true });
  try {
    await quantizeFile(encoder.model.onnxFile, path.join(folder, "onnx/model_quantized.onnx"));
  } catch (error) {
    if (error instanceof AppError && error.code === "model/unsupported") return null;
    throw error;
  }
  return createEncoder({ model: folder, device: "cpu", precision: "int8" });
}

async function openPipeline(folder: string): Promise<{ embed: Embed; close: () => Promise<void> }> {
  transformersEnv.allowRemoteModels = false;
  transformersEnv.logLevel = LogLevel.ERROR;
  transformersEnv.localModelPath = path.dirname(folder);
  const extractor = await pipeline("feature-extraction", path.basename(folder), { dtype: "fp32", device: "cpu" });
  return {
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push((await extractor(text, { pooling: "mean", normalize: true })).data as Float32Array);
      return vectors;
    },
    close: () => extractor.dispose(),
  };
}

type Contenders = Record<"baseline" | "ours", Embed> & { readonly int8?: Embed };
type Round = Record<"baseline" | "ours", number> & { readonly int8?: number };

/** Every round runs all contenders one after the other, so that a busy machine slows them alike. */
async function race(contenders: Contenders, texts: readonly string[], how: { rounds: number; note: (text: string) => void }): Promise<Round[]> {
  const rounds: Round[] = [];
  const warmUp = texts.slice(0, 40);
  for (const embed of Object.values(contenders)) await embed(warmUp);
  for (let number = 1; number <= how.rounds; number++) {
    const rate = async (embed: Embed): Promise<number> => {
      const started = performance.now();
      await embed(texts);
      return texts.length / ((performance.now() - started) / 1000);
    };
    const round: Round = { baseline: await rate(contenders.baseline), ours: await rate(contenders.ours), ...(contenders.int8 ? { int8: await rate(contenders.int8) } : {}) };
    rounds.push(round);
    how.note(`round ${number}: ${Object.entries(round).map(([name, value]) => `${name} ${value.toFixed(0)}/s`).join(", ")}`);
  }
  return rounds;
}

interface Agreement {
  /** Largest difference of one number between the pipeline's vectors and ours. */
  readonly maxDifference: number;
  /** Mean cosine of our fp32 and int8 vectors; null without int8. */
  readonly int8Cosine: number | null;
}

async function compareVectors(contenders: Contenders, texts: readonly string[]): Promise<Agreement> {
  const [reference, ours, int8] = [await contenders.baseline(texts), await contenders.ours(texts), await contenders.int8?.(texts)];
  const differences = ours.map((vector, at) => Math.max(...vector.map((value, i) => Math.abs(value - (reference[at]?.[i] ?? Number.NaN)))));
  const cosines = ours.map((vector, at) => vector.reduce((sum, value, i) => sum + value * (int8?.[at]?.[i] ?? 0), 0));
  return { maxDifference: Math.max(...differences), int8Cosine: int8 ? cosines.reduce((sum, value) => sum + value, 0) / cosines.length : null };
}

function report(models: readonly [ModelRace, ModelRace]): BenchReport {
  const [shipped, working] = models;
  const rate = ({ rounds }: ModelRace, name: keyof Round): number => median(rounds.map((round) => round[name] ?? Number.NaN));
  const ratio = ({ rounds }: ModelRace, name: keyof Round): number => median(rounds.map((round) => (round[name] ?? Number.NaN) / round.baseline));
  const rows = models.flatMap((model) => [
    { model: model.what, precision: "fp32", "sentences/s": rate(model, "ours"), "against pipeline": ratio(model, "ours"), agreement: `largest difference ${model.agreement.maxDifference.toExponential(1)}` },
    ...(model.agreement.int8Cosine === null ? [] : [{ model: model.what, precision: "int8", "sentences/s": rate(model, "int8"), "against pipeline": ratio(model, "int8"), agreement: `mean cosine to fp32 ${model.agreement.int8Cosine.toFixed(4)}` }]),
  ]);
  const without = models.filter(({ agreement }) => agreement.int8Cosine === null).map(({ what }) => what);
  return {
    name: "embed",
    machine: describeMachine(),
    unit: "sentences/s",
    baseline: { what: "transformers.js pipeline, text by text, fp32", value: rate(shipped, "baseline") },
    ours: { what: `${shipped.version} in batches by length, fp32`, value: rate(shipped, "ours") },
    ratio: ratio(shipped, "ours"),
    working: { baseline: rate(working, "baseline"), ours: rate(working, "ours"), ratio: ratio(working, "ours"), int8: working.agreement.int8Cosine === null ? null : { value: rate(working, "int8"), ratio: ratio(working, "int8"), meanCosineToFp32: working.agreement.int8Cosine } },
    rows,
    notes: [
      `${shipped.texts.length} invented texts, one third Chinese, median ${shipped.medianTokens} tokens: ${LENGTH_MIX.map(({ share, minTokens, maxTokens, what }) => `${share * 100} % ${what} of ${minTokens}–${maxTokens}`).join(", ")}; seed 5.`,
      `Median of ${shipped.rounds.length} alternating rounds; the ratio is the median of the rounds' ratios. Tokenising included on both sides.`,
      ...(without.length > 0 ? [`No int8 of: ${without.join(", ")}; its graph has no linear layer to quantise.`] : []),
    ],
  };
}
