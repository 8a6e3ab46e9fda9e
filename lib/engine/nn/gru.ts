/**
 * @file GRU, unrolled over a fixed number of steps; batches are bucketed by length, masked steps keep the state.
 * Weights in PyTorch's layout: the three gates reset, update, new lie one after the other.
 * @source Cho et al. 2014, arXiv:1406.1078; torch.nn.GRU
 */
import { axisSize, type Value } from "../graph/value";
import { add, multiply, sigmoid, subtract, tanh } from "../ops/elementwise";
import { constant } from "../ops/leaves";
import { gemm } from "../ops/matrix";
import { concat, reshape, slice, transpose } from "../ops/movement";
import type { Weights } from "./weights";

export function gruDims({ width, hidden }: { width: number; hidden: number }): ReadonlyMap<string, readonly number[]> {
  return new Map([
    ["weight_ih", [3 * hidden, width]],
    ["bias_ih", [3 * hidden]],
    ["weight_hh", [3 * hidden, hidden]],
    ["bias_hh", [3 * hidden]],
  ]);
}

/**
 * @param x [rows, steps, width]
 * @param options.mask float32 [rows, steps], 1 = a step, 0 = padding
 * @param options.reverse reads from the last step to the first
 * @returns the state after every step, [rows, steps, hidden], in the order of `x`
 */
export function gru(x: Value, weights: Weights, { mask, reverse = false }: { mask: Value; reverse?: boolean }): Value {
  const [rows, steps, width] = [axisSize(x.shape, 0), axisSize(x.shape, 1), axisSize(x.shape, 2)];
  const hidden = axisSize(weights("weight_hh").shape, 1);
  // The inputs' share of all gates and steps in one product, step by step afterwards only the state's.
  const byStep = reshape(transpose(x, [1, 0, 2]), [steps * rows, width]);
  const fromInput = add(gemm(byStep, weights("weight_ih"), { transposeB: true }), weights("bias_ih"));
  let state: Value = constant(new Float32Array(rows * hidden), [rows, hidden]);
  const states: Value[] = [];
  for (let at = 0; at < steps; at++) {
    const step = reverse ? steps - 1 - at : at;
    const gates = slice(fromInput, 0, step * rows, (step + 1) * rows);
    const next = cell(gates, state, weights);
    const isStep = slice(mask, 1, step, step + 1); // [rows, 1]
    state = add(state, multiply(isStep, subtract(next, state)));
    states[step] = reshape(state, [rows, 1, hidden]);
  }
  return concat(states, 1);
}

/** r = σ(xr + hr), z = σ(xz + hz), n = tanh(xn + r hn), h′ = n + z (h − n). @param gates [rows, 3 hidden] from the input */
function cell(gates: Value, state: Value, weights: Weights): Value {
  const hidden = axisSize(state.shape, 1);
  const fromState = add(gemm(state, weights("weight_hh"), { transposeB: true }), weights("bias_hh"));
  const gate = (source: Value, which: number): Value => slice(source, 1, which * hidden, (which + 1) * hidden);
  const reset = sigmoid(add(gate(gates, 0), gate(fromState, 0)));
  const update = sigmoid(add(gate(gates, 1), gate(fromState, 1)));
  const fresh = tanh(add(gate(gates, 2), multiply(reset, gate(fromState, 2))));
  return add(fresh, multiply(update, subtract(state, fresh)));
}
