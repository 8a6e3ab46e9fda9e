/**
 * @file The emitted graph in a browser: headless Chromium with onnxruntime-web gives the vectors of onnxruntime-node,
 * by WebAssembly and, where Chromium has an adapter (a software one is enough), by WebGPU. Everything comes from the
 * loopback address. Without a Chromium on this machine the test is skipped.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import * as ort from "onnxruntime-node";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../config/paths";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { randomParameters, TINY } from "./fixtures";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", chromium.executablePath()].find((file) => existsSync(file));
const DIST = join(projectRoot(), "node_modules/onnxruntime-web/dist");
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** Two rows of different length: [CLS] words [SEP], the rest padding. */
const IDS = [2, 7, 9, 11, 3, 2, 30, 3, 0, 0];
const MASK = IDS.map((id) => Number(id > 0));
const SHAPE = [2, 5];

/** Seconds of work; compiling 25 MB of WebAssembly takes a minute where the cores are busy. */
const TIMEOUT_MS = 240_000;

type Provider = "wasm" | "webgpu";
interface Answer {
  readonly error?: string;
  readonly data: readonly number[];
}

/** Runs in the page. */
async function inPage({ provider, ids, mask, shape }: { provider: Provider; ids: number[]; mask: number[]; shape: number[] }): Promise<Answer> {
  // Chromium's own name for what `navigator.gpu` is; not in every TypeScript library.
  const gpu = (navigator as unknown as { gpu?: { requestAdapter: () => Promise<unknown> } }).gpu;
  if (provider === "webgpu" && !(await gpu?.requestAdapter())) return { error: "no adapter", data: [] };
  const web = (globalThis as unknown as { ort: typeof ort }).ort;
  web.env.wasm.wasmPaths = "/";
  web.env.wasm.numThreads = 1;
  const session = await web.InferenceSession.create("/model.onnx", { executionProviders: [provider] });
  const tensor = (values: number[]): ort.Tensor => new web.Tensor("int64", BigInt64Array.from(values, BigInt), shape);
  const output = await session.run({ input_ids: tensor(ids), attention_mask: tensor(mask), token_type_ids: tensor(ids.map(() => 0)) });
  return { data: Array.from(output["last_hidden_state"]?.data as Float32Array) };
}

describe.skipIf(CHROMIUM === undefined)("an emitted encoder in headless Chromium", () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let expected: Float32Array;

  beforeAll(async () => {
    const model = emitEncoder(TINY, randomParameters(TINY, 4), { precision: "fp16" });
    const session = await ort.InferenceSession.create(model);
    const tensor = (values: readonly number[]): ort.Tensor => new ort.Tensor("int64", BigInt64Array.from(values, BigInt), SHAPE);
    const output = await session.run({ input_ids: tensor(IDS), attention_mask: tensor(MASK), token_type_ids: tensor(IDS.map(() => 0)) });
    expected = output["last_hidden_state"]?.data as Float32Array;
    server = createServer((request, response) => {
      const path = request.url ?? "/";
      const send = (body: Uint8Array | string): unknown => response.setHeader("content-type", TYPES[extname(path)] ?? "text/html").end(body);
      if (path === "/") send("<!doctype html><title>inference</title>");
      else if (path === "/model.onnx") send(model);
      else readFile(join(DIST, path)).then(send, () => response.writeHead(404).end());
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: ["--no-sandbox", "--enable-unsafe-webgpu", "--enable-features=Vulkan"] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ url: "/ort.all.min.js" });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((closed) => server.close(closed));
  });

  it.for<Provider>(["wasm", "webgpu"])("%s gives the vectors of onnxruntime-node", { timeout: TIMEOUT_MS }, async (provider, context) => {
    const { error, data } = await page.evaluate(inPage, { provider, ids: IDS, mask: MASK, shape: SHAPE });
    if (error !== undefined) return context.skip(`${provider}: ${error}`);
    expect(data).toHaveLength(expected.length);
    const difference = Math.max(...data.map((value, at) => Math.abs(value - (expected[at] ?? Number.NaN))));
    expect(difference).toBeLessThan(1e-4);
    expect(Math.max(...data.map(Math.abs))).toBeGreaterThan(0.1);
  });
});
