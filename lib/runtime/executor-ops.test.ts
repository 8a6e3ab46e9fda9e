/**
 * @file ONNX round trip of every op: what onnxruntime computes from the emitted file equals the reference in doubles,
 * results and gradients. Two independent implementations; neither knows the other.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Executor, HostTensor } from "../engine/executor";
import { sizeOf, type Value } from "../engine/graph/value";
import { emitOnnx } from "../engine/onnx/emit";
import { evaluate } from "../engine/reference/evaluate";
import { OP_CASES, prepareCase, type PreparedCase } from "../engine/reference/op-cases";
import { createExecutor } from "./executor";

let executor: Executor;
beforeAll(async () => {
  executor = await createExecutor({ threads: 1 });
});

function feedsOf({ feeds, types }: PreparedCase): Record<string, HostTensor> {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, { shape, data }]) => [name, { shape, data: types[name] === "int64" ? BigInt64Array.from(data, BigInt) : Float32Array.from(data) }]),
  );
}

const room = ({ shape }: Value): HostTensor => ({ shape, data: new Float32Array(sizeOf(shape)) });

describe.each(OP_CASES)("$name", (one) => {
  test("onnxruntime computes the same result and gradients", async () => {
    const prepared = prepareCase(one);
    const outputs: Record<string, Value> = { result: prepared.result, loss: prepared.loss };
    for (const [name, gradient] of Object.entries(prepared.gradients)) outputs[`gradient ${name}`] = gradient;
    const executable = await executor.load(emitOnnx(outputs));
    const found = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, room(value)]));
    await executable.run(feedsOf(prepared), found);
    await executable.close();
    const expected = evaluate(Object.values(outputs), prepared.feeds);
    Object.keys(outputs).forEach((name, at) => {
      const numbers = found[name]?.data as Float32Array;
      expected[at]?.data.forEach((value, i) => expect(Math.abs((numbers[i] ?? Number.NaN) - value), `${name}[${i}]`).toBeLessThan(2e-5 * Math.max(1, Math.abs(value))));
    });
  });
});
