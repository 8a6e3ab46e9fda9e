/**
 * @file What `cadre insights … --json` and `cadre train classifier --json` print (DESIGN section 5).
 */
import { z } from "zod";

const unit = z.number().min(0).max(1);
/** A figure and its 95 % interval. */
export const insightInterval = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const metrics = z.record(z.string(), insightInterval);

const calibration = z.object({
  slope: z.number(),
  intercept: z.number(),
  error: z.number().nonnegative(),
  method: z.enum(["none", "platt", "isotonic"]),
  /** Reliability diagram: mean predicted and observed share of ten equally large groups. */
  bins: z.array(z.object({ predicted: unit, observed: unit, low: unit, high: unit, n: z.number().int().positive() })),
});
const importance = z.array(z.object({ feature: z.string(), importance: insightInterval, metric: z.string(), direction: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }));
const rivals = z.array(z.object({ model: z.string(), metrics, how: z.string() }));
const apart = z.object({ columns: z.array(z.string()), used: z.boolean(), withThem: metrics.nullable() });
const fairness = z.array(z.object({ column: z.string(), suppressed: z.number().int(), groups: z.array(z.object({ value: z.string(), n: z.number().int(), observed: insightInterval, predicted: insightInterval })), concerns: z.array(z.string()) }));

/** `folds` 0 and `tooFewData` set: the table cannot carry a model; exit code 1. */
export const insightsOutput = z.object({
  target: z.string(),
  n: z.number().int().nonnegative(),
  folds: z.number().int().nonnegative(),
  metrics,
  calibration: calibration.nullable(),
  importance,
  /** Sentences; leaks first, each beginning with "Leak". */
  warnings: z.array(z.string()),
  repeats: z.number().int().nonnegative().optional(),
  model: z.string().optional(),
  models: rivals.optional(),
  protected: apart.optional(),
  fairness: fairness.optional(),
  /** Attrition: value that means "left", how many, tenure. */
  event: z.string().optional(),
  events: z.number().int().optional(),
  survival: z.object({ time: z.string(), metrics, horizons: z.array(z.object({ at: z.number(), predicted: unit, observed: insightInterval, brier: z.number() })), hazards: z.array(z.object({ feature: z.string(), ratio: insightInterval })) }).nullable().optional(),
  deletion: z.object({ deleted: z.number().int(), top: insightInterval, random: insightInterval }).nullable().optional(),
  /** Performance. */
  task: z.enum(["classification", "regression"]).optional(),
  classes: z.array(z.string()).optional(),
  confusion: z.array(z.array(z.number().int().nonnegative())).optional(),
  tooFewData: z.object({ have: z.object({ rows: z.number(), events: z.number() }), need: z.object({ rows: z.number(), events: z.number() }) }).optional(),
});
export type InsightsOutput = z.infer<typeof insightsOutput>;

const month = z.object({ naive: insightInterval, seasonal: insightInterval, linear: insightInterval, gru: insightInterval });
/** `cadre insights forecast`: mean absolute errors by months ahead; ratio = GRU's error / the line's, usual = GRU's / the better of last value and year before, paired by person. */
export const insightsForecastOutput = z.object({
  measure: z.string(),
  people: z.number().int().positive(),
  months: z.number().int().positive(),
  horizons: z.array(z.object({ horizon: z.number().int().positive(), mae: month })),
  ratio: insightInterval,
  usual: insightInterval,
  better: z.enum(["gru", "linear", "naive", "seasonal", "tie"]),
  /** Share of true values within the 80 % interval. */
  coverage: insightInterval,
  drift: z.array(z.object({ measure: z.string(), index: z.number(), drifted: z.boolean() })),
  words: z.object({ en: z.string(), zh: z.string() }),
});

/** `cadre train classifier`. */
export const trainClassifierOutput = z.object({
  labels: z.array(z.string()),
  n: z.object({ train: z.number().int().positive(), test: z.number().int().positive() }),
  model: z.enum(["encoder-head", "text-cnn", "both"]),
  metrics,
  models: z.array(z.object({ model: z.string(), metrics })),
  /** [truth][predicted], held-out. */
  confusion: z.array(z.array(z.number().int().nonnegative())),
  calibration,
  learning: z.array(z.object({ n: z.number().int().positive(), macroF1: insightInterval })),
  warnings: z.array(z.string()),
  files: z.array(z.string()),
});

/** `cadre insights synthetic`. */
export const insightsSyntheticOutput = z.object({
  n: z.object({ real: z.number(), held: z.number(), synthetic: z.number() }),
  target: z.string(),
  utility: z.object({ real: insightInterval, synthetic: insightInterval, augmented: insightInterval, metric: z.string() }),
  gain: insightInterval,
  helps: z.boolean(),
  nearest: z.object({ synthetic: z.number(), held: z.number(), copies: z.number() }),
  membership: insightInterval,
  likeness: z.object({ columns: z.number(), correlations: z.number() }),
});
