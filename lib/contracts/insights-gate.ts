/**
 * @file What the gate says about a trained insight: the challenger's cross-validated figure against the champion's, or against
 * knowing nothing but the average; with reasons in both languages. Same verdicts as for the answering model (gate.ts).
 */
import { z } from "zod";
import { gateReason, gateVerdict } from "./gate";

/** A figure and its 95 % interval. */
export const interval = z.object({ mean: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof interval>;

export const insightGate = z.strictObject({
  verdict: gateVerdict,
  /** "auc", "macroF1", "r2", "mae", "stability" … */
  metric: z.string(),
  higherIsBetter: z.boolean(),
  /** What is told: labels, classes, the measure. Missing where a kind always tells the same. */
  of: z.string().optional(),
  /** Number of the version that it is compared with; 0: knowing nothing but the average. */
  against: z.number().int().nonnegative(),
  before: interval,
  after: interval,
  reasons: z.array(gateReason),
});
export type InsightGate = z.infer<typeof insightGate>;
