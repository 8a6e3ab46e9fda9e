/**
 * @file What the gate says about a challenger: figures, verdict and reasons, as data. Stored with each model version,
 * printed by `cadre train encoder`, shown on the models page.
 */
import { z } from "zod";

/** Groups of the frozen test below which nothing is called better, whatever p says. */
export const FEWEST_OWN_GROUPS = 20;

const figure = z.number();
export const pairedResult = z.strictObject({
  n: z.number().int().nonnegative(),
  mean: figure,
  low: figure,
  high: figure,
  p: z.number().min(0).max(1),
  isExact: z.boolean(),
  effectSize: figure,
  smallestDetectable: figure,
  neededN: z.number().int().nullable(),
});

/** `better`: may be promoted. `provisional`: better so far, chance not excluded; on trial. `refused`: only with a written reason. */
export const gateVerdict = z.enum(["better", "provisional", "refused"]);
export type GateVerdict = z.infer<typeof gateVerdict>;

export const gateReason = z.strictObject({ code: z.string(), isAgainst: z.boolean(), en: z.string(), zh: z.string() });
export type GateReason = z.infer<typeof gateReason>;

export const gateSlice = z.strictObject({
  /** "general", "general en", "general zh", "general heading" … */
  name: z.string(),
  before: figure,
  after: figure,
  result: pairedResult,
});

export const gateReport = z.strictObject({
  verdict: gateVerdict,
  /** Points (0–1) of hit@1 that the general sets may lose. */
  margin: figure,
  own: z.strictObject({
    /** Questions of the frozen test. */
    questions: z.number().int().nonnegative(),
    hit1: z.strictObject({ before: figure, after: figure, result: pairedResult }),
    /** Reciprocal rank, on which superiority is tested: it sees moves that hit@1 does not. */
    reciprocalRank: z.strictObject({ before: figure, after: figure, result: pairedResult }),
  }),
  slices: z.array(gateSlice),
  guards: z.array(z.strictObject({ name: z.string(), before: figure, after: figure, limit: figure, isHeld: z.boolean() })),
  reasons: z.array(gateReason),
});
export type GateReport = z.infer<typeof gateReport>;
