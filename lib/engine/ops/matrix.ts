/**
 * @file Matrix products. `gemm` multiplies two matrices, either one transposed for free; `matmul` multiplies stacks of
 * matrices with equal leading axes. Gradients of products are products.
 */
import { axisSize, isSameShape, type Value } from "../graph/value";
import { constant } from "./leaves";
import { reshape, swapLast } from "./movement";
import { applyRule, expect, float, inputsOf, type OpRules } from "./rule";

export interface GemmOptions {
  /** Use Aᵀ, Bᵀ. */
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Multiplies the product; default 1. */
  readonly alpha?: number;
  /** Added row vector [columns] … */
  readonly bias?: Value;
  /** … multiplied by this; default 1. */
  readonly beta?: number;
}

/** alpha · A B + beta · bias: [rows, inner] × [inner, columns] → [rows, columns]. */
export function gemm(a: Value, b: Value, options: GemmOptions = {}): Value {
  const { transposeA = false, transposeB = false, alpha = 1, beta = 1, bias } = options;
  return applyRule("gemm", matrixRules.gemm, bias ? [a, b, bias] : [a, b], { transposeA, transposeB, alpha, beta });
}

/** Stacks of matrices: […, rows, inner] × […, inner, columns]; the leading axes are equal. */
export function matmul(a: Value, b: Value): Value {
  return applyRule("matmul", matrixRules.matmul, [a, b], {});
}

/** The sum of a matrix's rows, [rows, columns] → [columns], as a product with ones: quicker than ReduceSum down columns. */
export function sumRows(x: Value): Value {
  const rows = axisSize(x.shape, 0);
  const ones = constant(new Float32Array(rows).fill(1), [1, rows]);
  return reshape(gemm(ones, x), [axisSize(x.shape, 1)]);
}

export const matrixRules: OpRules<"gemm" | "matmul"> = {
  gemm: {
    shape: (inputs, { transposeA, transposeB }) => {
      const [a, b, bias] = inputs;
      expect(a?.shape.length === 2 && b?.shape.length === 2, "gemm", inputs, "takes two matrices");
      const [rows, innerA] = transposeA ? [...a.shape].reverse() : a.shape;
      const [innerB, columns] = transposeB ? [...b.shape].reverse() : b.shape;
      expect(innerA === innerB, "gemm", inputs, `inner sizes ${innerA} and ${innerB} differ (transposeA ${transposeA}, transposeB ${transposeB})`);
      expect(bias === undefined || isSameShape(bias.shape, [columns ?? 0]), "gemm", inputs, `the bias must be [${columns}]`);
      return float([rows ?? 0, columns ?? 0]);
    },
    // Y = αAB + βc: dA = α G Bᵀ, dB = α Aᵀ G, dc = β Σ rows of G; with Aᵀ or Bᵀ in place, the same laws transposed.
    gradient: (g, { inputs, attributes: { transposeA, transposeB, alpha, beta } }) => {
      const [a, b] = inputsOf("gemm", inputs.slice(0, 2), 2);
      const toA = transposeA
        ? gemm(b, g, { transposeA: transposeB, transposeB: true, alpha })
        : gemm(g, b, { transposeB: !transposeB, alpha });
      const toB = transposeB
        ? gemm(g, a, { transposeA: true, transposeB: transposeA, alpha })
        : gemm(a, g, { transposeA: !transposeA, alpha });
      if (inputs.length === 2) return [toA, toB];
      const ones = constant(new Float32Array(axisSize(g.shape, 0)).fill(1), [1, axisSize(g.shape, 0)]);
      return [toA, toB, reshape(gemm(ones, g, { alpha: beta }), [axisSize(g.shape, 1)])];
    },
    emit: ({ attributes: { transposeA, transposeB, alpha, beta } }, { inputs }) => ({
      opType: "Gemm",
      inputs,
      attributes: { transA: Number(transposeA), transB: Number(transposeB), alpha: { float: alpha }, beta: { float: beta } },
    }),
  },
  matmul: {
    shape: (inputs) => {
      const [a, b] = inputsOf("matmul", inputs, 2);
      const rank = a.shape.length;
      const isStack = rank >= 2 && rank === b.shape.length && isSameShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
      expect(isStack, "matmul", inputs, "takes two stacks of matrices with equal leading axes");
      expect(axisSize(a.shape, -1) === axisSize(b.shape, -2), "matmul", inputs, "inner sizes differ");
      return float([...a.shape.slice(0, -1), axisSize(b.shape, -1)]);
    },
    // Y = AB: dA = G Bᵀ, dB = Aᵀ G
    gradient: (g, { inputs }) => {
      const [a, b] = inputsOf("matmul", inputs, 2);
      return [matmul(g, swapLast(b)), matmul(swapLast(a), g)];
    },
    emit: (_, { inputs }) => ({ opType: "MatMul", inputs }),
  },
};
