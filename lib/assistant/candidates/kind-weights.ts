/**
 * @file Weights of request-kind.ts, fitted by `npx tsx lib/bench/tuning/request-kind.ts --data <folder> --write`.
 */
import type { KindFeature } from "./request-kind";

export const KIND_BIAS = -1.898;

export const KIND_WEIGHTS: Readonly<Record<KindFeature, number>> = {
  asks: -1.522,
  ownAffair: -0.664,
  aboutRules: -0.422,
  request: 3.134,
  description: 1.942,
  role: 1.510,
  requirements: 0.709,
  termShare: 2.867,
  unknown: 1.862,
  coverage: 2.795,
  cosine: 4.728,
};
