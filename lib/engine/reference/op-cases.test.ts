/**
 * @file Every op's gradient rule against central differences, in doubles. That the ops compute what they should is
 * lib/runtime/executor-ops.test.ts: there onnxruntime and the reference must agree.
 */
import { describe, expect, test } from "vitest";
import { reachable } from "../graph/reachable";
import { OPS } from "../ops/table";
import { differences, evaluate } from "./evaluate";
import { OP_CASES, prepareCase } from "./op-cases";

describe.each(OP_CASES)("$name", (one) => {
  const { loss, gradients, feeds } = prepareCase(one);

  test.each(Object.keys(gradients))("gradient by %s equals central differences", (name) => {
    const gradient = gradients[name];
    if (!gradient) throw new Error(name);
    const analytic = evaluate([gradient], feeds)[0]?.data ?? new Float64Array();
    const numeric = differences(loss, feeds, name);
    expect(numeric.some((value) => Math.abs(value) > 1e-3)).toBe(true);
    numeric.forEach((expected, at) => expect(analytic[at]).toBeCloseTo(expected, 6));
  });
});

test("every op has a case", () => {
  const used = new Set<string>();
  for (const one of OP_CASES) {
    const { loss, gradients } = prepareCase(one);
    for (const { op } of reachable([loss, ...Object.values(gradients)])) used.add(op);
  }
  expect(Object.keys(OPS).filter((op) => !used.has(op))).toEqual([]);
});
