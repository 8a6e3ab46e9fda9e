/**
 * @file `bench train`: time of a contrastive training step of two encoders, ours against PyTorch on the same cores, in
 * alternating rounds; gradients held against float64, peak memory beside it. Without PyTorch it prints ours alone and says so.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import type { BertConfig } from "../engine/nn/bert-config";
import { describeMachine, median, type Benchmark, type BenchReport } from "./benchmark";
import { openOurs, openPyTorch, type Contender } from "./train/contender";
import { readFloats, readTrainCase, writeTrainCase } from "./train/train-case";

const BASE = { vocabSize: 20_000, activation: "gelu", maxPositions: 512, tokenTypes: 2, layerNormEps: 1e-12 } as const;
const SIZES: readonly { name: string; config: BertConfig }[] = [
  { name: "4×256", config: { ...BASE, layers: 4, hiddenSize: 256, heads: 4, intermediateSize: 1024 } },
  { name: "6×384", config: { ...BASE, layers: 6, hiddenSize: 384, heads: 6, intermediateSize: 1536 } },
];
const SMOKE_SIZES = [{ name: "2×64", config: { ...BASE, vocabSize: 1000, layers: 2, hiddenSize: 64, heads: 2, intermediateSize: 256 } as BertConfig }];
/** 16 pairs = 32 texts of 64 tokens. */
const PAIRS = 16;
const LENGTH = 64;

interface Figures {
  readonly name: string;
  /** Milliseconds: median over rounds. */
  readonly ours: { gradients: number; step: number; peakMb: number };
  readonly torch?: { gradients: number; step: number; peakMb: number; version: string; kernel: string };
  /** Median of the rounds' ratios, PyTorch / ours. */
  readonly ratio: number | null;
  readonly errors: GradientErrors | null;
}

/** Largest error of a tensor's gradient over its largest gradient, worst tensor, against PyTorch in float64. */
interface GradientErrors {
  readonly ours: number;
  readonly torch: number;
}

export const benchmark: Benchmark = {
  name: "train",
  about: "milliseconds per training step of an encoder against PyTorch; gradients and peak memory beside it",
  async run({ smoke, note }) {
    const figures: Figures[] = [];
    for (const size of smoke ? SMOKE_SIZES : SIZES) figures.push(await measure(size, { rounds: smoke ? 2 : 7, note }));
    return report(figures);
  },
};

async function measure({ name, config }: { name: string; config: BertConfig }, { rounds, note }: { rounds: number; note: (text: string) => void }): Promise<Figures> {
  const folder = await mkdtemp(path.join(tmpdir(), "cadre-train-"));
  writeTrainCase(folder, { name, config, pairs: PAIRS, length: LENGTH, threads: availableParallelism() });
  const ours = openOurs(folder);
  const torch = openPyTorch(folder);
  try {
    const errors = await compareGradients(folder, ours, torch);
    const times: Record<"ours" | "torch", { gradients: number; step: number }>[] = [];
    for (let round = 1; round <= rounds; round++) {
      const time = async (one: Contender | undefined) => ({ gradients: Number((await one?.ask("gradients"))?.["ms"]), step: Number((await one?.ask("step"))?.["ms"]) });
      const both = { ours: await time(ours), torch: await time(torch) };
      times.push(both);
      note(`${name} round ${round}: ours ${both.ours.step.toFixed(0)} ms${torch ? `, PyTorch ${both.torch.step.toFixed(0)} ms` : ""}`);
    }
    const middle = (who: "ours" | "torch") => ({ gradients: median(times.map((one) => one[who].gradients)), step: median(times.map((one) => one[who].step)) });
    const [oursEnd, torchEnd] = [await ours.ask("end"), await torch?.ask("end")];
    return {
      name,
      ours: { ...middle("ours"), peakMb: Number(oursEnd["peakMb"]) },
      ...(torchEnd ? { torch: { ...middle("torch"), peakMb: Number(torchEnd["peakMb"]), version: String(torchEnd["version"]), kernel: torch?.kernel ?? "" } } : {}),
      ratio: torch ? median(times.map((one) => one.torch.step / one.ours.step)) : null,
      errors,
    };
  } finally {
    await ours.close();
    await torch?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One gradient step on both sides from the same weights (it also warms them up). */
async function compareGradients(folder: string, ours: Contender, torch: Contender | undefined): Promise<GradientErrors | null> {
  await ours.ask("gradients");
  if (!torch) return null;
  await torch.ask("gradients");
  await ours.ask("save");
  await torch.ask("save");
  // A key's bias shifts all scores of a query alike, so its true gradient is 0 and both sides hold rounding only.
  const names = readTrainCase(folder).tensors.map(([name]) => name).filter((name) => !name.endsWith("self.key.bias"));
  const worst = (whose: string): number => Math.max(...names.map((name) => relativeError(readFloats(folder, `${whose} ${name}`), readFloats(folder, `exact ${name}`))));
  return { ours: worst("ours"), torch: worst("torch") };
}

function relativeError(found: Float32Array, expected: Float32Array): number {
  let [error, largest] = [0, 0];
  expected.forEach((value, at) => {
    error = Math.max(error, Math.abs((found[at] ?? Number.NaN) - value));
    largest = Math.max(largest, Math.abs(value));
  });
  return error / largest;
}

function report(figures: readonly Figures[]): BenchReport {
  const slowest = [...figures].sort((a, b) => (a.ratio ?? 0) - (b.ratio ?? 0))[0];
  if (!slowest) throw new RangeError("bench train measured nothing");
  const version = slowest.torch && `${slowest.torch.version} on OpenBLAS (kernel: ${slowest.torch.kernel})`;
  return {
    name: "train",
    machine: describeMachine(),
    unit: "ms per step",
    baseline: { what: version === undefined ? "PyTorch is not installed here (Debian: apt-get install python3-torch libopenblas0-openmp)" : `PyTorch ${version}, ${slowest.name}`, value: slowest.torch?.step ?? null },
    ours: { what: `onnxruntime-node through lib/engine, ${slowest.name}, fp32`, value: slowest.ours.step },
    ratio: slowest.ratio,
    rows: figures.map(({ name, ours, torch, ratio, errors }) => ({
      encoder: name,
      "ours step": ours.step,
      "ours gradients": ours.gradients,
      "ours MB": Math.round(ours.peakMb),
      "PyTorch step": torch?.step ?? null,
      "PyTorch gradients": torch?.gradients ?? null,
      "PyTorch MB": torch ? Math.round(torch.peakMb) : null,
      "ours / PyTorch": ratio === null ? null : 1 / ratio,
      "gradient error": errors === null ? null : errors.ours.toExponential(1),
      "PyTorch's": errors === null ? null : errors.torch.toExponential(1),
    })),
    notes: [
      `A step: ${PAIRS} pairs = ${2 * PAIRS} texts of ${LENGTH} tokens (60–100 % filled), in-batch contrastive loss in both directions, gradients of every weight, AdamW; vocabulary ${BASE.vocabSize}, ${availableParallelism()} threads each.`,
      "Median of alternating rounds in two child processes; the ratio is the median of the rounds' ratios, of the encoder where ours does worst.",
      "AdamW moves the word table's used rows only (ours) or all of it (PyTorch's dense default); “gradients” is the step without it. Peak memory is of the whole process.",
      "Gradient error: largest difference over largest gradient, worst tensor, against the same step in float64 (PyTorch); beside it the error of PyTorch's own float32.",
      "Both use every core and PyTorch's threads spin: figures taken beside other work say nothing.",
    ],
  };
}
