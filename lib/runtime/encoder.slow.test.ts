/**
 * @file The encoder with the model that is shipped. transformers.js' own pipeline is the reference for its numbers.
 */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEncoder, openEncoder, type LocalEncoder } from "./encoder";
import { isCudaInstalled } from "./session";

const TEXTS = [
  "How many days of annual leave do I have?",
  "年假有几天？",
  "",
  "Overtime must be agreed with your manager in advance and is paid at one and a half times the hourly rate. ".repeat(6),
  "A",
  "Expenses are refunded within ten working days once the receipts are in. 报销须在十个工作日内完成。",
];

let encoder: LocalEncoder;
beforeAll(async () => {
  encoder = await createEncoder({ model: "models/base", device: "cpu" });
});
afterAll(async () => {
  await encoder.close();
});

const difference = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  Math.max(...Array.from(a ?? [Number.NaN], (value, i) => Math.abs(value - (b?.[i] ?? Number.NaN))));
const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  Array.from(a ?? []).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

describe("embed", () => {
  it("gives transformers.js' vectors", async () => {
    env.allowRemoteModels = false;
    const path = join(process.cwd(), "models");
    env.localModelPath = path;
    const reference = await pipeline("feature-extraction", "base", { dtype: "fp32" });
    const vectors = await encoder.embed(TEXTS);
    for (const [i, text] of TEXTS.entries()) {
      const expected = (await reference(text, { pooling: "mean", normalize: true })).data as Float32Array;
      expect(difference(vectors[i], expected)).toBeLessThan(2e-6);
    }
    await reference.dispose();
  });

  it("gives each text the same vector alone, among others and in any order", async () => {
    const many = Array.from({ length: 90 }, (_, i) => `${TEXTS[i % TEXTS.length] ?? ""} ${"clause ".repeat(i % 17)}`);
    const together = await encoder.embed(many);
    const backwards = (await encoder.embed([...many].reverse())).reverse();
    for (const i of [0, 1, 2, 3, 44, 45, 89]) {
      const [alone] = await encoder.embed([many[i] ?? ""]);
      expect(difference(together[i], alone)).toBeLessThan(1e-6);
      expect(difference(together[i], backwards[i])).toBeLessThan(1e-6);
      expect(Math.hypot(...(alone ?? []))).toBeCloseTo(1, 6);
    }
  });

  it("puts a paraphrase nearer than another subject", async () => {
    const [question, answer, other] = await encoder.embed(["annual leave entitlement", "paid holidays per year", "printer on the second floor"]);
    expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.1);
  });

  it("cuts a long text at the window's end", async () => {
    const words = Array.from({ length: 900 }, (_, i) => ["leave", "pay", "shift", "notice"][i % 4]).join(" ");
    expect(encoder.countTokens(words)).toBe(900);
    const within = words.split(" ").slice(0, 510).join(" ");
    const [cut, whole] = await encoder.embed([within, words]);
    expect(difference(cut, whole)).toBeLessThan(1e-6);
    const [shorter] = await encoder.embed([words.split(" ").slice(0, 400).join(" ")]);
    expect(difference(cut, shorter)).toBeGreaterThan(1e-4);
  });

  it("reports progress, lets timers run in between, and stops when asked", async () => {
    const many = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} says that shifts are swapped only in writing and a day ahead.`);
    const seen: number[] = [];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await encoder.embed(many, { onProgress: (done) => seen.push(done) });
    clearInterval(timer);
    expect(seen.at(-1)).toBe(400);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(ticks).toBeGreaterThan(2);

    const controller = new AbortController();
    const stopped = encoder.embed(many, { signal: controller.signal, onProgress: () => controller.abort(new Error("stop pressed")) });
    await expect(stopped).rejects.toMatchObject({ code: "job/cancelled" });
  });

  it("gives nothing for nothing", async () => {
    expect(await encoder.embed([])).toEqual([]);
  });
});

describe("createEncoder", () => {
  it("says what it is", () => {
    expect(encoder.version).toMatch(/^base@[0-9a-f]{12}$/);
    expect([encoder.dimension, encoder.device, encoder.model.windowTokens, encoder.model.pooling]).toEqual([256, "cpu", 512, "mean"]);
    expect(encoder.countTokens("annual leave")).toBe(2);
    expect(encoder.countTokens("年假")).toBe(2);
  });

  it("shares one encoder among equal requests and refuses to embed after closing", async () => {
    const [a, b] = await Promise.all([openEncoder({ model: "models/base", device: "cpu" }), openEncoder({ model: "models/base", device: "cpu" })]);
    expect(a).toBe(b);
    await a.close();
    await expect(a.embed(["x"])).rejects.toThrow(/was closed/);
  });

  it.skipIf(isCudaInstalled())("falls back to the CPU under auto, and says what to do when CUDA is asked for", async () => {
    const auto = await createEncoder({ model: "models/base", device: "auto" });
    expect(auto.device).toBe("cpu");
    await auto.close();
    await expect(createEncoder({ model: "models/base", device: "cuda" })).rejects.toMatchObject({
      code: "model/device-unavailable",
      message: expect.stringContaining("CADRE_DEVICE=cpu") as string,
    });
  });

  it("names a graph or a tokenizer that cannot be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cadre-broken-"));
    await cp("models/base", folder, { recursive: true });
    await writeFile(join(folder, "onnx/model.onnx"), "not a graph");
    await expect(createEncoder({ model: folder, device: "cpu" })).rejects.toMatchObject({ code: "model/unsupported" });
    await writeFile(join(folder, "tokenizer.json"), "{}");
    await expect(createEncoder({ model: folder, device: "cpu" })).rejects.toMatchObject({
      code: "model/unsupported",
      message: expect.stringContaining("tokenizer") as string,
    });
    await rm(folder, { recursive: true });
  });
});
