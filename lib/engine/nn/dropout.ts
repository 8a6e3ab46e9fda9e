/**
 * @file Dropout whose mask is an input: a graph draws nothing, so a run repeats exactly when its masks do.
 */
import { createRng } from "../../core/rng";
import type { HostTensor } from "../executor";
import { sizeOf, type Shape, type Value } from "../graph/value";
import { multiply } from "../ops/elementwise";
import { input } from "../ops/leaves";

/** x times the input `name`, which `dropoutMask` fills; feed all ones to predict. */
export function dropout(x: Value, name: string): Value {
  return multiply(x, input(name, x.shape));
}

/**
 * @param rate share of elements dropped, [0, 1); the rest grow by 1 / (1 − rate), so that the mean stays
 * @param seed one per step and mask
 * @source Srivastava et al. 2014, JMLR 15 ("inverted" form)
 */
export function dropoutMask(shape: Shape, { rate, seed }: { rate: number; seed: number }): HostTensor {
  const random = createRng(seed);
  const kept = 1 / (1 - rate);
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => (random() < rate ? 0 : kept)) };
}
