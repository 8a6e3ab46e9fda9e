/**
 * @file Pooling: token states → one vector per text.
 */
import { axisSize, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { add, divide, multiply, scale, shift, sqrt } from "../ops/elementwise";
import { gemm, matmul } from "../ops/matrix";
import { constant } from "../ops/leaves";
import { reshape, slice, swapLast } from "../ops/movement";
import { layerNorm, softmax } from "../ops/normalise";

/** Mean of the states of real tokens. @param states [B · S, H] @param mask float32 [B, S], at least one 1 per row @returns [B, H] */
export function meanPool(states: Value, mask: Value): Value {
  const [rows, length, width] = [axisSize(mask.shape, 0), axisSize(mask.shape, 1), axisSize(states.shape, 1)];
  const shares = divide(mask, sum(mask, [1])); // [B, S], each row adds up to 1
  return reshape(matmul(reshape(shares, [rows, 1, length]), reshape(states, [rows, length, width])), [rows, width]);
}

/**
 * Mean of the states of real tokens by shares, each head's part of the width by its own: softmax(states · importance / √H).
 * It is attention with one question for every text. What comes out is normed, as behind a layer's attention.
 *
 * @param states [B · S, H] @param mask float32 [B, S], at least one 1 per row @param importance [A, H], A a divisor of H @returns [B, H]
 * @source Z. Lin et al. 2017, "A structured self-attentive sentence embedding", arXiv:1703.03130 (a hop a head, linear scores)
 */
export function weightedPool(states: Value, mask: Value, { importance, epsilon }: { importance: Value; epsilon: number }): Value {
  const [rows, length, width, heads] = [axisSize(mask.shape, 0), axisSize(mask.shape, 1), axisSize(states.shape, 1), axisSize(importance.shape, 0)];
  const scores = reshape(gemm(states, importance, { transposeB: true, alpha: 1 / Math.sqrt(width) }), [rows, length, heads]);
  const shares = softmax(add(swapLast(scores), reshape(scale(shift(mask, -1), PADDING), [rows, 1, length]))); // [B, A, S]
  const perHead = matmul(shares, reshape(states, [rows, length, width])); // [B, A, H]
  const own = constant(Float32Array.from({ length: heads * width }, (_, at) => Number(Math.floor(((at % width) * heads) / width) === Math.floor(at / width))), [1, heads, width]);
  const mixed = reshape(sum(multiply(perHead, own), [1]), [rows, width]);
  return layerNorm(mixed, constant(new Float32Array(width).fill(1), [width]), constant(new Float32Array(width), [width]), epsilon);
}

/** Times (mask − 1): added to the scores of padding before the softmax. */
const PADDING = 1e4;

/** The state of each text's first token. @param states [B · S, H] @returns [B, H] */
export function firstTokenPool(states: Value, rows: number): Value {
  const [tokens, width] = [axisSize(states.shape, 0), axisSize(states.shape, 1)];
  return reshape(slice(reshape(states, [rows, tokens / rows, width]), 1, 0, 1), [rows, width]);
}

/** Rows scaled to length 1. @param x [rows, width] */
export function unitRows(x: Value): Value {
  const TINY = 1e-12;
  return divide(x, sqrt(shift(sum(multiply(x, x), [1]), TINY)));
}
