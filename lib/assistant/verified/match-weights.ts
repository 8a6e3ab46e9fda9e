/**
 * @file Fitted numbers of question matching. Written by `npx tsx lib/bench/tuning/same-question.ts --write` from our own
 * questions only; README.md here has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { PairFeature } from "./pair-features";

export const BIAS = 2.125;

export const WEIGHTS: Readonly<Record<PairFeature, number>> = {
  swapped: -0.142,
  missing: -0.2,
  missingShare: -3.055,
  modal: -0.523,
};

/** Probabilities: from `serve` on an answer is served, from `group` on two questions wait in HR's inbox as one. */
export const MATCH_LIMITS: Readonly<Record<Language, { readonly serve: number; readonly group: number }>> = {
  en: { serve: 0.798, group: 0.756 },
  zh: { serve: 0.788, group: 0.776 },
};
