/**
 * @file Similarity ranking: people scored pairs of sentences; the cosines of the pairs should stand in the same order.
 * What Spearman's correlation measures, made smooth: no target values, so the level of the cosines stays free.
 */
import { axisSize, type Value } from "../graph/value";
import { add, scale, subtract } from "../ops/elementwise";
import { constant } from "../ops/leaves";
import { concat, reshape, slice, swapLast } from "../ops/movement";
import { logSoftmax } from "../ops/normalise";
import { expand } from "../ops/broadcast";
import { rowProducts } from "./regression";

/** Added where two pairs have no order: their share of the sum becomes 0. */
const NO_ORDER = -1e4;

/**
 * log(1 + Σ exp(scale · (cos_j − cos_i))) over all pairs of pairs (i, j) of which i was scored higher than j.
 *
 * @param first float32 [B, H], rows of length 1
 * @param second float32 [B, H], rows of length 1; row i is compared with row i of `first`
 * @param order float32 [B, B]: 1 where pair i was scored higher than pair j (`rankOrder`), else 0
 * @param factor multiplies cosines, > 0, usual 20
 * @returns scalar, nats
 * @source Su Jianlin 2022, "CoSENT", kexue.fm/archives/8847, eq. 8
 */
export function similarityRankingLoss(first: Value, second: Value, { order, factor }: { order: Value; factor: number }): Value {
  const count = axisSize(first.shape, 0);
  const square = [count, count];
  const cosines = scale(rowProducts(first, second), factor); // [B, 1]
  const wrongness = subtract(expand(swapLast(cosines), square), expand(cosines, square)); // [i, j] = cos_j − cos_i
  const unordered = scale(subtract(expand(constant(Float32Array.of(1), [1, 1]), square), order), NO_ORDER);
  const all = concat([reshape(add(wrongness, unordered), [1, count * count]), constant(Float32Array.of(0), [1, 1])], 1);
  // The last score is 0, so its log-softmax is −log(1 + Σ exp(the others)).
  return scale(reshape(slice(logSoftmax(all), 1, count * count, count * count + 1), []), -1);
}

/** @param scores B human scores @returns B × B, 1 where score i > score j */
export function rankOrder(scores: ArrayLike<number>): Float32Array {
  const count = scores.length;
  const order = new Float32Array(count * count);
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) order[i * count + j] = (scores[i] as number) > (scores[j] as number) ? 1 : 0;
  return order;
}
