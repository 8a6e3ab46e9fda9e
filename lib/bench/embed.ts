/**
 * @file `bench embed`: sentences per second of our encoder against transformers.js' own pipeline called text by text,
 * same model, same fp32 graph, alternating rounds; our int8 graph beside it, with what it costs in accuracy.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { env as transformersEnv, LogLevel, pipeline } from "@huggingface/transformers";
import { env } from "../config/env";
import { projectRoot } from "../config/paths";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { quantizeFile } from "../runtime/quantize/quantize-file";
import { describeMachine, median, type Benchmark, type BenchReport } from "./benchmark";
import { LENGTH_MIX, makeTextMix } from "./text-mix";

type Embed = (texts: readonly string[]) => Promise<Float32Array[]>;

export const benchmark: Benchmark = {
  name: "embed",
  about: "sentences per second against transformers.js' pipeline called text by text; int8 beside it",
  async run({ smoke, note }) {
    const folder = path.resolve(projectRoot(), env().encoder);
    const temporary = await mkdtemp(path.join(tmpdir(), "cadre-bench-"));
    try {
      const encoder = await createEncoder({ model: folder, device: "cpu" });
      const int8 = await openInt8(encoder, temporary);
      const baseline = await openPipeline(folder);
      const texts = makeTextMix(smoke ? 60 : 400, (text) => encoder.countTokens(text));
      const contenders = { baseline: baseline.embed, ours: (list: readonly string[]) => encoder.embed(list), int8: (list: readonly string[]) => int8.embed(list) };
      const rounds = await race(contenders, texts, { rounds: smoke ? 1 : 5, note });
      const agreement = await compareVectors(contenders, texts.slice(0, 300));
      await Promise.all([encoder.close(), int8.close(), baseline.close()]);
      return report(encoder, { texts, rounds, agreement });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
};

async function openInt8(encoder: LocalEncoder, temporary: string): Promise<LocalEncoder> {
  const folder = path.join(temporary, encoder.model.name);
  await cp(encoder.model.path, folder, { recursive: true });
  await quantizeFile(encoder.model.onnxFile, path.join(folder, "onnx/model_quantized.onnx"));
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

type Contenders = Record<"baseline" | "ours" | "int8", Embed>;
type Round = Record<keyof Contenders, number>;

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
    const round = { baseline: await rate(contenders.baseline), ours: await rate(contenders.ours), int8: await rate(contenders.int8) };
    rounds.push(round);
    how.note(`round ${number}: ${Object.entries(round).map(([name, value]) => `${name} ${value.toFixed(0)}/s`).join(", ")}`);
  }
  return rounds;
}

interface Agreement {
  /** Largest difference of one number between the pipeline's vectors and ours. */
  readonly maxDifference: number;
  /** Mean cosine of our fp32 and int8 vectors. */
  readonly int8Cosine: number;
}

async function compareVectors(contenders: Contenders, texts: readonly string[]): Promise<Agreement> {
  const [reference, ours, int8] = [await contenders.baseline(texts), await contenders.ours(texts), await contenders.int8(texts)];
  const pairs = ours.map((vector, at) => ({ vector, reference: reference[at] ?? new Float32Array(), int8: int8[at] ?? new Float32Array() }));
  const differences = pairs.map(({ vector, reference: other }) => Math.max(...vector.map((value, i) => Math.abs(value - (other[i] ?? Number.NaN)))));
  const cosines = pairs.map(({ vector, int8: other }) => vector.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0));
  return { maxDifference: Math.max(...differences), int8Cosine: cosines.reduce((sum, value) => sum + value, 0) / cosines.length };
}

function report(encoder: LocalEncoder, run: { texts: readonly string[]; rounds: readonly Round[]; agreement: Agreement }): BenchReport {
  const { texts, rounds, agreement } = run;
  const rate = (name: keyof Round): number => median(rounds.map((round) => round[name]));
  const tokens = median(texts.map((text) => encoder.countTokens(text)));
  const ratioTo = (name: keyof Round): number => median(rounds.map((round) => round[name] / round.baseline));
  return {
    name: "embed",
    machine: describeMachine(),
    unit: "sentences/s",
    baseline: { what: "transformers.js pipeline, text by text, fp32", value: rate("baseline") },
    ours: { what: `${encoder.version} in batches by length, fp32`, value: rate("ours") },
    ratio: ratioTo("ours"),
    int8: { value: rate("int8"), ratio: ratioTo("int8"), meanCosineToFp32: agreement.int8Cosine },
    rows: [
      { precision: "fp32", "sentences/s": rate("ours"), "against pipeline": ratioTo("ours"), agreement: `largest difference ${agreement.maxDifference.toExponential(1)}` },
      { precision: "int8", "sentences/s": rate("int8"), "against pipeline": ratioTo("int8"), agreement: `mean cosine to fp32 ${agreement.int8Cosine.toFixed(4)}` },
    ],
    notes: [
      `${texts.length} invented texts, one third Chinese, median ${tokens} tokens: ${LENGTH_MIX.map(({ share, minTokens, maxTokens, what }) => `${share * 100} % ${what} of ${minTokens}–${maxTokens}`).join(", ")}; seed 5.`,
      `Median of ${rounds.length} alternating rounds; the ratio is the median of the rounds' ratios. Tokenising included on both sides.`,
    ],
  };
}
