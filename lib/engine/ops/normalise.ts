/**
 * @file Normalising along the last axis: softmax, log-softmax, layer normalisation.
 */
import { axisSize, isSameShape, type Value } from "../graph/value";
import { sum } from "./broadcast";
import { detach, exp, log, multiply, subtract } from "./elementwise";
import { max } from "./extremes";
import { gemm, sumRows } from "./matrix";
import { reshape } from "./movement";
import { applyRule, expect, float, inputsOf, type OpRules } from "./rule";

/** exp(x) / Σ exp(x) along the last axis. */
export function softmax(x: Value): Value {
  return applyRule("softmax", normaliseRules.softmax, [x], {});
}

/** log softmax along the last axis, from primitives: WebGPU has no LogSoftmax kernel. */
export function logSoftmax(x: Value): Value {
  const last = [x.shape.length - 1];
  // The largest element shifts nothing but the rounding, so it needs no gradient.
  const shifted = subtract(x, detach(max(x, last)));
  return subtract(shifted, log(sum(exp(shifted), last)));
}

/**
 * (x − mean) / √(variance + epsilon) · gain + bias, along the last axis.
 * @param x [rows, width]: flatten first, onnxruntime is much quicker on two axes than on three
 * @param gain [width]
 * @param bias [width]
 * @source Ba, Kiros, Hinton 2016, arXiv:1607.06450
 */
export function layerNorm(x: Value, gain: Value, bias: Value, epsilon: number): Value {
  return applyRule("layerNorm", normaliseRules.layerNorm, [x, gain, bias], { epsilon });
}

/** Output number `which` (1, 2, …) of a node with several; `shape` is that output's. */
function part(node: Value, which: number): Value {
  return applyRule("part", normaliseRules.part, [node], { which });
}

const MEAN = 1;
const INVERSE_DEVIATION = 2;

export const normaliseRules: OpRules<"softmax" | "layerNorm" | "part"> = {
  softmax: {
    shape: (inputs) => float(inputsOf("softmax", inputs, 1)[0].shape),
    // y = softmax x: dx = y · (g − Σ g y) = gy − y Σ gy
    gradient: (g, y) => {
      const weighted = multiply(g, y);
      return [subtract(weighted, multiply(y, sum(weighted, [y.shape.length - 1])))];
    },
    emit: (_, { inputs }) => ({ opType: "Softmax", inputs, attributes: { axis: -1 } }),
  },
  layerNorm: {
    shape: (inputs) => {
      const [x, gain, bias] = inputsOf("layerNorm", inputs, 3);
      const width = [axisSize(x.shape, -1)];
      expect(x.shape.length === 2, "layerNorm", inputs, "takes [rows, width]; flatten first");
      expect(isSameShape(gain.shape, width) && isSameShape(bias.shape, width), "layerNorm", inputs, `gain and bias must be [${width.join()}]`);
      return float(x.shape);
    },
    // With h = (x − mean)/σ and u = g · gain:  dx = (u − mean(u) − h · mean(u h)) / σ,  dgain = Σ rows g h,  dbias = Σ rows g.
    // Both row means are matrix–vector products with the gain.
    gradient: (g, node) => {
      const [x, gain] = inputsOf("layerNorm", node.inputs, 3);
      const width = axisSize(x.shape, -1);
      const inverse = part(node, INVERSE_DEVIATION);
      const normal = multiply(subtract(x, part(node, MEAN)), inverse);
      const gNormal = multiply(g, normal);
      const column = reshape(gain, [width, 1]);
      const meanU = gemm(g, column, { alpha: 1 / width });
      const meanUNormal = gemm(gNormal, column, { alpha: 1 / width });
      const centred = subtract(subtract(multiply(g, gain), meanU), multiply(normal, meanUNormal));
      return [multiply(centred, inverse), sumRows(gNormal), sumRows(g)];
    },
    emit: ({ attributes: { epsilon } }, { inputs }) => ({
      opType: "LayerNormalization",
      inputs,
      attributes: { axis: -1, epsilon: { float: epsilon } },
      parts: 2,
    }),
  },
  part: {
    shape: (inputs) => {
      const [node] = inputsOf("part", inputs, 1);
      expect(node.op === "layerNorm", "part", inputs, "only layerNorm has further outputs");
      return float([...node.shape.slice(0, -1), 1]);
    },
    gradient: () => [null],
    emit: () => {
      throw new Error("A part is an output of its node, not a node; the emitter names it.");
    },
  },
};
