/**
 * @file What the gate says about a trained insight: challenger against champion (or against knowing nothing but the average) on
 * the same held-out rows, with reasons in both languages. Same verdicts as for the answering model (gate.ts).
 */
import { z } from "zod";
import { gateReason, gateVerdict, pairedResult } from "./gate";

export const insightGate = z.strictObject({
  verdict: gateVerdict,
  /** What is compared, smaller is better: "brier" (squared error of probabilities), "squared-error", "log-loss"; "none": nothing can be compared row by row. */
  measure: z.enum(["brier", "squared-error", "log-loss", "none"]),
  /** Against what: a version's number, 0: the average of the table. */
  against: z.number().int().nonnegative(),
  /** Mean over the rows that both know. */
  before: z.number(),
  after: z.number(),
  result: pairedResult.nullable(),
  reasons: z.array(gateReason),
});
export type GateReport = z.infer<typeof insightGate>;
