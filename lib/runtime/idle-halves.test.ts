/**
 * @file What an emitted encoder leaves out: halves of layers whose output is 0, and norms that change nothing. Its states
 * are those of the same encoder with everything in it.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NamedTensors } from "../engine/named-tensors";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { randomParameters, TINY } from "./fixtures";
import { openSession } from "./session";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-idle-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Every number of the tensors whose names match becomes this one. */
const setAll = (parameters: NamedTensors, names: RegExp, value: number): NamedTensors =>
  new Map([...parameters].map(([name, tensor]) => [name, names.test(name) ? { ...tensor, data: new Float32Array(tensor.data.length).fill(value) } : tensor]));

const plainNorms = (names: RegExp, parameters: NamedTensors): NamedTensors => setAll(setAll(parameters, new RegExp(`(${names.source}).*LayerNorm\\.weight`), 1), new RegExp(`(${names.source}).*LayerNorm\\.bias`), 0);
const LAST_NORM = /layer\.1\.output\.LayerNorm/;

/** As if nothing could be left out: a number so small that no state shows it. */
const disguised = (parameters: NamedTensors): NamedTensors =>
  new Map([...parameters].map(([name, tensor]) => [name, /output\.dense\.weight$/.test(name) ? { ...tensor, data: tensor.data.map((value) => (value === 0 ? 1e-30 : value)) } : tensor]));

async function statesOf(name: string, parameters: NamedTensors): Promise<{ states: Float32Array; bytes: number }> {
  const bytes = emitEncoder(TINY, parameters, { precision: "fp32" });
  const file = join(folder, `${name}.onnx`);
  await writeFile(file, bytes);
  const session = await openSession(file, { device: "cpu", threads: 1 });
  const whole = (values: readonly number[]): { data: BigInt64Array; shape: number[] } => ({ data: BigInt64Array.from(values, BigInt), shape: [2, 4] });
  const { data } = await session.run({ input_ids: whole([2, 9, 31, 3, 2, 40, 3, 0]), attention_mask: whole([1, 1, 1, 1, 1, 1, 1, 0]), token_type_ids: whole([0, 0, 0, 0, 0, 0, 0, 0]) }, "last_hidden_state");
  await session.close();
  return { states: data.slice(), bytes: bytes.length };
}

const furthest = (a: Float32Array, b: Float32Array): number => a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? Number.NaN))), 0);

const all = randomParameters(TINY, 4);
const idle = setAll(plainNorms(/./, all), /output\.dense\.(weight|bias)$/, 0);
const CASES: readonly [string, NamedTensors][] = [
  ["every layer idle, gain in the last norm", new Map([...idle].map(([name, tensor]) => [name, LAST_NORM.test(name) ? (all.get(name) ?? tensor) : tensor]))],
  ["tables with a gain, every layer idle", new Map([...idle].map(([name, tensor]) => [name, name.startsWith("embeddings.LayerNorm") ? (all.get(name) ?? tensor) : tensor]))],
  ["one attention works, no feed-forward", new Map([...idle].map(([name, tensor]) => [name, name.startsWith("encoder.layer.0.attention") ? (all.get(name) ?? tensor) : tensor]))],
  ["one feed-forward works, no attention", new Map([...idle].map(([name, tensor]) => [name, /layer\.1\.(intermediate|output)/.test(name) ? (all.get(name) ?? tensor) : tensor]))],
];

it.each(CASES)("%s: the states of the whole encoder, from a smaller graph", async (name, parameters) => {
  const [small, whole] = [await statesOf(name, parameters), await statesOf(`${name} whole`, disguised(parameters))];
  expect(small.bytes).toBeLessThan(0.85 * whole.bytes);
  expect(furthest(small.states, whole.states)).toBeLessThan(1e-5);
});

it("leaves nothing out of layers that work", async () => {
  const halfZero = new Map(all);
  const dense = all.get("encoder.layer.0.output.dense.weight");
  if (!dense) throw new Error("the fixture has no such tensor");
  halfZero.set("encoder.layer.0.output.dense.weight", { ...dense, data: dense.data.map((value, at) => (at === 0 ? value : 0)) });
  const [some, whole] = [await statesOf("one number", halfZero), await statesOf("one number whole", disguised(halfZero))];
  expect(some.bytes).toBe(whole.bytes);
  expect(furthest(some.states, whole.states)).toBeLessThan(1e-5);
});
