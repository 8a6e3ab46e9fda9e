/**
 * @file Pooling: token states → one vector per text.
 */
import { axisSize, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { divide, multiply, shift, sqrt } from "../ops/elementwise";
import { matmul } from "../ops/matrix";
import { reshape, slice } from "../ops/movement";

/** Mean of the states of real tokens. @param states [B · S, H] @param mask float32 [B, S], at least one 1 per row @returns [B, H] */
export function meanPool(states: Value, mask: Value): Value {
  const [rows, length, width] = [axisSize(mask.shape, 0), axisSize(mask.shape, 1), axisSize(states.shape, 1)];
  const shares = divide(mask, sum(mask, [1])); // [B, S], each row adds up to 1
  return reshape(matmul(reshape(shares, [rows, 1, length]), reshape(states, [rows, length, width])), [rows, width]);
}

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
