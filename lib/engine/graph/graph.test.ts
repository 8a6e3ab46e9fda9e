/** @file Graphs: printing, dead code, merging of equal values, and a verifier that notices a lie. */
import { describe, expect, test } from "vitest";
import { gradients } from "../backward";
import { sum } from "../ops/broadcast";
import { add, detach, exp, multiply } from "../ops/elementwise";
import { input, scalar } from "../ops/leaves";
import { gemm } from "../ops/matrix";
import { reshape } from "../ops/movement";
import { evaluate } from "../reference/evaluate";
import { tensor64 } from "../reference/tensor64";
import { printGraph } from "./print";
import { reachable } from "./reachable";
import { mergeEqual, rewrite } from "./rewrite";
import { createValue } from "./value";
import { verifyGraph } from "./verify";

describe("printGraph", () => {
  test("one line per value, inputs before users", () => {
    const [x, w] = [input("x", [2, 3]), input("w", [4, 3])];
    expect(printGraph({ y: add(gemm(x, w, { transposeB: true }), scalar(0.5)) })).toBe(
      [
        '%1 = input "x" : float32 [2, 3]',
        '%2 = input "w" : float32 [4, 3]',
        "%3 = gemm(%1, %2) transposeB true : float32 [2, 4]",
        "%4 = constant (0.5) : float32 []",
        "%5 = add(%3, %4) : float32 [2, 4]",
        "return y %5",
      ].join("\n"),
    );
  });
});

describe("reachable", () => {
  test("what no output needs is not there", () => {
    const x = input("x", [2]);
    exp(x);
    const used = add(x, x);
    expect(reachable([used]).map(({ op }) => op)).toEqual(["input", "add"]);
  });

  test("a graph deeper than the call stack", () => {
    let x = input("x", []) as ReturnType<typeof add>;
    for (let i = 0; i < 50_000; i++) x = add(x, x);
    expect(reachable([x])).toHaveLength(50_001);
  });
});

describe("mergeEqual", () => {
  test("computes equal subexpressions once, and the same numbers", () => {
    const x = input("x", [3]);
    const twice = { y: multiply(exp(x), exp(x)) };
    const once = mergeEqual(twice);
    expect(reachable(Object.values(once)).map(({ op }) => op)).toEqual(["input", "exp", "multiply"]);
    const feeds = { x: tensor64([3], (at) => at - 1) };
    expect(evaluate(Object.values(once), feeds)).toEqual(evaluate(Object.values(twice), feeds));
  });

  test("different attributes stay apart", () => {
    const x = input("x", [2, 2]);
    const both = mergeEqual({ a: sum(x, [0]), b: sum(x, [1]) });
    expect(both["a"]).not.toBe(both["b"]);
  });
});

describe("verifyGraph", () => {
  test("names a value whose shape is not what its op makes", () => {
    const x = input("x", [2, 3]);
    const lie = createValue("exp", [x], {}, { type: "float32", shape: [3, 2] });
    expect(() => verifyGraph({ lie })).toThrow(/exp\(#\d+\) : float32 \[3, 2\]: its rule says float32 \[2, 3\]/);
  });

  test("names inputs that share a name", () => {
    expect(() => verifyGraph({ y: add(input("x", [2]), input("x", [2])) })).toThrow('two inputs are called "x"');
  });

  test("runs after a rewrite", () => {
    const x = input("x", [2, 3]);
    const y = exp(x);
    expect(() => rewrite({ z: add(y, y) }, (value) => (value === y ? reshape(y, [6]) : value))).toThrow(/its rule says/);
  });
});

describe("gradients", () => {
  test("only a scalar has them", () => {
    const x = input("x", [2]);
    expect(() => gradients(x, [x])).toThrow("only a scalar has gradients; the loss is [2]");
  });

  test("a value that the loss does not depend on is named", () => {
    const [x, far] = [input("x", []), input("far", [2])];
    expect(() => gradients(exp(x), [far])).toThrow("no gradient reaches input far [2]");
  });

  test("a detached path carries nothing", () => {
    const x = input("x", []);
    const [gradient] = gradients(multiply(x, detach(exp(x))), [x]);
    if (!gradient) throw new Error("no gradient");
    expect(evaluate([gradient], { x: tensor64([], () => 2) })[0]?.data[0]).toBeCloseTo(Math.exp(2), 12);
  });

  test("of something in between: the path below it is not walked", () => {
    const x = input("x", [3]);
    const middle = exp(x);
    const [gradient] = gradients(reshape(sum(multiply(middle, middle), [0]), []), [middle]);
    if (!gradient) throw new Error("no gradient");
    const [found] = evaluate([gradient], { x: tensor64([3], () => 0) });
    expect([...(found?.data ?? [])]).toEqual([2, 2, 2]);
  });

  test.each([
    ["add([2, 3], [4]): the shapes do not broadcast", () => add(input("a", [2, 3]), input("b", [4]))],
    ["gemm([2, 3], [4, 3]): inner sizes 3 and 4 differ", () => gemm(input("a", [2, 3]), input("b", [4, 3]))],
    ["reshape([2, 3]): does not fill [4]", () => reshape(input("a", [2, 3]), [4])],
  ])("a wrong call says what was called: %s", (text, call) => {
    expect(call).toThrow(text);
  });
});
