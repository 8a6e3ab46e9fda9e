/** @file The loop with a fake trainer: rates, the clock, checkpoints, and that resuming equals not stopping. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NamedTensors } from "../../../engine/named-tensors";
import type { PairBatch } from "../batches/make-batches";
import { readCheckpoint, writeCheckpoint, writeCurves } from "./run-files";
import { FIRST_STATE, runTraining, type LoopInput, type LoopState } from "./run-training";
import { decideDecay, learningRate } from "./schedule";
import { trainerEncoder } from "./trainer-encoder";
import { wordTokens } from "../testing.fixture";

const RECIPE = { steps: 20, warmUpSteps: 4, peakRate: 1, finalRate: 0.1, decayShare: 0.5, checkpointSteps: 3, evaluateSteps: 10 };

describe("learning rate", () => {
  it("warms up, stays, falls along a cosine to the end and not below", () => {
    const decay = { from: 10, steps: 10 };
    const rates = Array.from({ length: 22 }, (_, step) => learningRate(step, RECIPE, decay));
    expect(rates.slice(0, 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect(rates[9]).toBe(1);
    expect(rates[14]).toBeCloseTo(0.55, 6);
    expect(rates[19]).toBeCloseTo(0.1, 6);
    expect(rates[21]).toBeCloseTo(0.1, 6);
    for (let step = 10; step < 20; step++) expect(rates[step]).toBeLessThan(rates[step - 1] as number);
  });

  it("begins to fall when the steps' or the time's share is left, whichever is first", () => {
    const clock = { seconds: 0, maxSeconds: null, secondsPerStep: 1 };
    expect(decideDecay(9, RECIPE, clock)).toBeNull();
    expect(decideDecay(10, RECIPE, clock)).toEqual({ from: 10, steps: 10 });
    expect(decideDecay(5, RECIPE, { seconds: 29, maxSeconds: 60, secondsPerStep: 6 })).toBeNull();
    expect(decideDecay(5, RECIPE, { seconds: 30, maxSeconds: 60, secondsPerStep: 6 })).toEqual({ from: 5, steps: 5 });
    expect(decideDecay(2, RECIPE, { seconds: 60, maxSeconds: 60, secondsPerStep: 6 })).toBeNull();
  });
});

/** "Weights" are one number that every step moves by batch and rate; the loss is that number. */
function fakeRun(from: LoopState, weight: { value: number }, more: Partial<LoopInput> = {}): { input: LoopInput; saved: { state: LoopState; weight: number; isBest: boolean }[] } {
  const saved: { state: LoopState; weight: number; isBest: boolean }[] = [];
  let cursor = 0;
  const block = { rows: 1, length: 1, ids: new Int32Array(1), mask: new Uint8Array(1) };
  const input: LoopInput = {
    recipe: RECIPE,
    from,
    maxSeconds: null,
    trainer: {
      step: (batch, rate) => {
        weight.value += rate * batch.queries.length;
        return Promise.resolve({ loss: weight.value, gradientNorm: 1 });
      },
    },
    batches: {
      batch: (): PairBatch => ({ shape: "s", queries: { ...block, length: (cursor = (cursor * 7 + 3) % 11) }, passages: block, ignore: new Uint8Array(1) }),
      cursors: () => ({ only: cursor }),
      restore: (cursors) => (cursor = cursors["only"] ?? 0),
    },
    evaluate: () => Promise.resolve({ score: weight.value < 30 ? weight.value : 1, parts: { only: weight.value } }),
    save: (state, isBest) => {
      saved.push({ state: JSON.parse(JSON.stringify(state)) as LoopState, weight: weight.value, isBest });
      return Promise.resolve();
    },
    note: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...more,
  };
  return { input, saved };
}

describe("runTraining", () => {
  it("evaluates before, in between and at the end, and saves the best", async () => {
    const { input, saved } = fakeRun(FIRST_STATE, { value: 0 });
    const { state, end } = await runTraining(input);
    expect(end).toBe("finished");
    expect(state.step).toBe(20);
    expect(state.dev.map((point) => point.step)).toEqual([0, 10, 20]);
    expect(saved.map((one) => one.state.step)).toEqual([0, 3, 6, 9, 10, 12, 15, 18, 20]);
    expect(saved.filter((one) => one.isBest).map((one) => one.state.step)).toEqual([0, 10]);
  });

  it("resumed from any checkpoint ends exactly as without interruption", async () => {
    const whole = { value: 0 };
    const { input, saved } = fakeRun(FIRST_STATE, whole);
    const expected = await runTraining(input);
    for (const checkpoint of saved.slice(0, -1)) {
      const again = { value: checkpoint.weight };
      const { state } = await runTraining(fakeRun(checkpoint.state, again).input);
      expect(again.value).toBe(whole.value);
      expect(state).toEqual(expected.state);
    }
  });

  it("saves and returns when it is interrupted", async () => {
    const stop = new AbortController();
    const weight = { value: 0 };
    const { input, saved } = fakeRun(FIRST_STATE, weight, { signal: stop.signal });
    const step = input.trainer.step.bind(input.trainer);
    let steps = 0;
    const interrupted = { ...input, trainer: { step: (batch: PairBatch, rate: number) => (++steps === 5 && stop.abort(), step(batch, rate)) } };
    const { state, end } = await runTraining(interrupted);
    expect(end).toBe("interrupted");
    expect(state.step).toBe(5);
    expect(saved.at(-1)?.state.step).toBe(5);
  });

  it("ends by the clock, with the rate at its end", async () => {
    let clock = 0;
    const { input } = fakeRun(FIRST_STATE, { value: 0 }, { maxSeconds: 12, now: () => (clock += 500) });
    const { state } = await runTraining(input);
    expect(state.step).toBeLessThan(RECIPE.steps + 1);
    expect(state.decay).not.toBeNull();
    expect(state.curve.at(-1)?.rate).toBeCloseTo(RECIPE.finalRate, 6);
    expect(state.seconds).toBeLessThanOrEqual(12);
  });

  it("tells progress, pace and the time left", async () => {
    const notes: string[] = [];
    let clock = 0;
    await runTraining(fakeRun(FIRST_STATE, { value: 0 }, { note: (line) => notes.push(line), now: () => (clock += 30_000) }).input);
    expect(notes.some((line) => /^step 10 of at most 20 · loss [\d.]+ · rate 1\.0e\+0 · 30\.00 s a step · 5 min left$/.test(line))).toBe(true);
    expect(notes.some((line) => /^step 0: dev 0\.0000 \(best\) · only 0\.000$/.test(line))).toBe(true);
  });
});

describe("checkpoints", () => {
  let folder = "";
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), "cadre-run-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const tensors = (value: number): NamedTensors => new Map([["w", { dims: [2], data: Float32Array.of(value, value / 3) }]]);
  const checkpoint = (value: number) => ({ trainer: { updates: value, parameters: tensors(value), first: tensors(value + 1), second: tensors(value + 2) }, loop: { ...FIRST_STATE, step: value, cursors: { a: value } }, fingerprint: "f" });

  it("come back bit for bit, the last one written", async () => {
    await writeCheckpoint(folder, checkpoint(1));
    await writeCheckpoint(folder, checkpoint(2));
    expect(await readCheckpoint(folder, "f")).toEqual(checkpoint(2));
    expect(await readdir(folder)).toEqual(["checkpoint"]);
  });

  it("of another run are refused", async () => {
    await writeCheckpoint(folder, checkpoint(1));
    await expect(readCheckpoint(folder, "other")).rejects.toThrow(/belongs to another run/);
    expect(await readCheckpoint(path.join(folder, "nothing"), "f")).toBeNull();
  });

  it("survive a process killed between the two moves", async () => {
    await writeCheckpoint(folder, checkpoint(1));
    await rm(path.join(folder, "checkpoint.old"), { recursive: true, force: true });
    const { rename } = await import("node:fs/promises");
    await rename(path.join(folder, "checkpoint"), path.join(folder, "checkpoint.old"));
    expect((await readCheckpoint(folder, "f"))?.loop.step).toBe(1);
  });

  it("curves are written as numbers and as a picture", async () => {
    await writeFile(path.join(folder, "keep"), "");
    await writeCurves(folder, { curve: [{ step: 0, loss: 2, rate: 1, shape: "s", gradientNorm: 1 }, { step: 1, loss: 1, rate: 1, shape: "s", gradientNorm: 1 }], dev: [{ step: 0, score: 0.5, parts: { "civic first": 0.25 } }] });
    const svg = await readFile(path.join(folder, "curve.svg"), "utf8");
    expect(svg).toMatch(/^<svg [\s\S]*civic first 0\.250[\s\S]*<\/svg>$/);
    expect(JSON.parse(await readFile(path.join(folder, "curve.json"), "utf8"))).toHaveProperty("dev.0.score", 0.5);
  });
});

it("trainerEncoder embeds in full batches, in the order given", async () => {
  const shapes: string[] = [];
  const encoder = trainerEncoder(
    { embed: (batch) => (shapes.push(`${batch.rows}x${batch.length}`), Promise.resolve(Float32Array.from({ length: batch.rows * 2 }, (_, i) => (i % 2 === 0 ? (batch.ids[(i / 2) * batch.length + 1] ?? 0) : 1)))) },
    { tokens: wordTokens(), dimension: 2 },
  );
  const texts = ["alpha", Array.from({ length: 20 }, (_, i) => `word${i}`).join(" "), "beta", "alpha"];
  const vectors = await encoder.embed(texts);
  expect(shapes).toEqual(["128x16", "64x32"]);
  expect(vectors.map((vector) => [...vector][0])).toEqual([vectors[0]?.[0], vectors[1]?.[0], vectors[2]?.[0], vectors[0]?.[0]]);
  expect(new Set([vectors[0]?.[0], vectors[1]?.[0], vectors[2]?.[0]]).size).toBe(3);
});
