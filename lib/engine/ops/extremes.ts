/**
 * @file Extremes: the largest element along axes, for numerical shifts and max pooling.
 */
import type { Value } from "../graph/value";
import { reducedShape } from "./broadcast";
import { multiply, sign, subtract } from "./elementwise";
import { scalar } from "./leaves";
import { applyRule, float, inputsOf, type OpRules } from "./rule";

/** Largest along `axes` (≥ 0), which stay with size 1. Among equals, each gets the whole gradient. */
export function max(x: Value, axes: readonly number[]): Value {
  return applyRule("max", extremeRules.max, [x], { axes });
}

export const extremeRules: OpRules<"max"> = {
  max: {
    shape: (inputs, { axes }) => float(reducedShape("max", inputsOf("max", inputs, 1)[0], axes)),
    // dL/dx = g where x is the largest: 1 − sign(max − x) is 1 there and 0 elsewhere.
    gradient: (g, node) => [multiply(g, subtract(scalar(1), sign(subtract(node, inputsOf("max", node.inputs, 1)[0]))))],
    emit: ({ attributes: { axes } }, { inputs }) => ({ opType: "ReduceMax", inputs, attributes: { axes: [...axes], keepdims: 1 } }),
  },
};
