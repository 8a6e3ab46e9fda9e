/**
 * @file Reports of people insights as screens get them: one schema per kind, the parts of lib/insights/types.ts that are shown.
 * Numbers travel as they are; screens put them into words.
 */
import { z } from "zod";
import { notice } from "./insights";
import { interval } from "./insights-gate";

const count = z.number().int().nonnegative();
const metrics = z.record(z.string(), interval);
const both = z.object({ en: z.string(), zh: z.string() });

export const calibration = z.object({
  slope: z.number(),
  intercept: z.number(),
  error: z.number(),
  method: z.string(),
  bins: z.array(z.object({ predicted: z.number(), observed: z.number(), low: z.number(), high: z.number(), n: count })),
});
export type CalibrationView = z.infer<typeof calibration>;

export const featureImportance = z.object({ feature: z.string(), importance: interval, metric: z.string(), direction: z.number() });

const fairnessGroup = z.object({
  value: z.string(),
  n: count,
  observed: interval,
  predicted: interval,
  flagged: interval,
  ratio: interval.nullable(),
  found: interval.nullable(),
  falseAlarms: interval.nullable(),
  auc: interval.nullable(),
});
export const fairnessColumn = z.object({
  column: z.string(),
  groups: z.array(fairnessGroup),
  smallest: count,
  suppressed: count,
  concerns: z.array(z.object({ value: z.string(), kind: z.enum(["flagged-more", "over-predicted", "under-predicted"]), message: z.string() })),
});
export type FairnessView = z.infer<typeof fairnessColumn>;

const rival = z.object({ model: z.string(), metrics, how: z.string() });
const deletion = z.object({ deleted: count, people: count, top: interval, random: interval });
const heldApart = z.object({ columns: z.array(z.string()), used: z.boolean(), withThem: metrics.nullable() });

const paired = z.object({ without: interval, with: interval, gain: interval });
export const attritionReport = z.object({
  target: z.string(),
  event: z.string(),
  n: count,
  events: count,
  folds: count,
  repeats: count,
  model: z.string(),
  metrics,
  calibration,
  importance: z.array(featureImportance),
  models: z.array(rival),
  protected: heldApart,
  fairness: z.array(fairnessColumn),
  causes: z.array(z.object({ column: z.string(), value: z.string(), n: count, observed: interval, predicted: z.number(), causes: z.array(z.object({ feature: z.string(), amount: interval })) })),
  survival: z
    .object({
      time: z.string(),
      unit: z.string().nullable(),
      curve: z.object({ name: z.string(), points: z.array(z.object({ x: z.number(), y: z.number(), low: z.number().optional(), high: z.number().optional() })) }),
      hazards: z.array(z.object({ feature: z.string(), ratio: interval })),
    })
    .nullable(),
  deletion: deletion.nullable(),
  warnings: z.array(notice),
  bands: z.object({ raised: z.number(), high: z.number() }),
  baseRate: z.number(),
  /** With and without invented rows, where some had been made of the table: the same held-out people, fold by fold. Missing in versions before 23 November 2026. */
  augmentation: z.object({ folds: count, auc: paired, brier: paired, isTaken: z.boolean() }).nullish(),
  /** By the survival model, of who is still here: mean risk by group (the whole company first) and month of `months`. Null without a column of tenure, or when too many left for one period; missing in versions before 23 November 2026. */
  horizons: z
    .object({
      tenure: z.string(),
      monthsPerUnit: z.number(),
      /** Over which the table is taken to count leavers. */
      tableMonths: count,
      months: z.array(count),
      /** Over the table's own period, held out. */
      check: z.object({ auc: interval, brier: interval, predicted: z.number(), observed: z.number() }),
      groups: z.array(z.object({ group: z.string(), n: count, risks: z.array(interval) })),
      suppressed: count,
      smallest: count,
    })
    .nullish(),
});
export type AttritionView = z.infer<typeof attritionReport>;

export const performanceReport = z.object({
  target: z.string(),
  task: z.enum(["classification", "regression"]),
  classes: z.array(z.string()),
  n: count,
  folds: count,
  repeats: count,
  model: z.string(),
  metrics,
  calibration: calibration.nullable(),
  importance: z.array(featureImportance),
  confusion: z.array(z.array(z.number())),
  models: z.array(rival),
  protected: heldApart,
  fairness: z.array(fairnessColumn),
  warnings: z.array(notice),
  /** Held-out means by group (of the last class, or the number), the whole company first; missing in versions before 23 November 2026. coverage: of true results within the ranges of persons. */
  outlook: z.object({ groups: z.array(z.object({ group: z.string(), n: count, foreseen: interval, observed: interval })), suppressed: count, smallest: count, coverage: z.number() }).optional(),
});
export type PerformanceView = z.infer<typeof performanceReport>;

const forecastMonth = z.object({ month: z.string(), value: z.number(), low: z.number(), high: z.number() });
/** Of the mean of all months ahead: base (the average person's) + sum of the parts = value. Missing in versions before 23 November 2026. */
const groupReasons = z.object({ base: z.number(), value: z.number(), parts: z.array(z.object({ measure: z.string(), amount: interval })) });
export const forecastReport = z.object({
  measure: z.string(),
  people: count,
  months: count,
  horizons: z.array(z.object({ horizon: count, mae: z.record(z.string(), interval) })),
  ratio: interval,
  /** Missing in versions before 22 November 2026. */
  usual: interval.optional(),
  better: z.enum(["gru", "linear", "naive", "seasonal", "tie"]),
  coverage: interval,
  drift: z.array(z.object({ measure: z.string(), index: z.number(), drifted: z.boolean() })),
  words: both,
  /** The group's mean so far, and what is forecast for it: whole company first. */
  outlook: z.array(z.object({ group: z.string(), people: count, past: z.array(z.object({ month: z.string(), value: z.number() })), months: z.array(forecastMonth), reasons: groupReasons.optional() })),
  /** Mean movement of a person's forecast by measure ("": time of the year) and by months back, of all people; gap: largest miss of the sums, in the measure's unit. */
  rests: z.object({ measures: z.array(z.object({ measure: z.string(), move: interval })), back: z.array(z.object({ monthsAgo: count, move: interval })), gap: z.number() }).optional(),
});
export type ForecastView = z.infer<typeof forecastReport>;

export const clusterReport = z.object({
  n: count,
  k: count,
  choices: z.array(z.object({ k: count, silhouette: z.number(), stability: interval })),
  why: both,
  clusters: z.array(z.object({ index: count, size: count, name: z.string(), distinguishing: z.array(z.object({ feature: z.string(), here: z.number(), elsewhere: z.number(), lift: z.number() })), stability: z.number() })),
  /** Without names: a place on the map and a cluster. */
  points: z.array(z.object({ x: z.number(), y: z.number(), cluster: count, probability: z.number() })),
  explained: z.tuple([z.number(), z.number()]),
  /** Against the version before: sizes (null: too few to tell), and moves of at least `smallest` people; those parts are missing in versions before 23 November 2026. */
  change: z
    .object({
      agreement: z.number(),
      moved: count,
      shared: count.optional(),
      sizes: z.array(z.object({ name: z.string(), before: count.nullable(), now: count.nullable() })).default([]),
      flows: z.array(z.object({ from: z.string(), to: z.string(), n: count })).default([]),
      suppressed: count.default(0),
      smallest: count.default(5),
    })
    .nullable(),
});
export type ClusterView = z.infer<typeof clusterReport>;

export const textReport = z.object({
  labels: z.array(z.string()),
  n: z.object({ train: count, test: count }),
  model: z.string(),
  metrics,
  models: z.array(z.object({ model: z.string(), metrics })),
  confusion: z.array(z.array(z.number())),
  calibration,
  learning: z.array(z.object({ n: count, macroF1: interval })),
  warnings: z.array(z.string()),
  /** By column of the table and its values; n null: suppressed. */
  groups: z.array(z.object({ column: z.string(), group: z.string(), n: count.nullable(), shares: z.record(z.string(), interval).nullable() })),
  smallest: count,
});
export type TextView = z.infer<typeof textReport>;

export const syntheticReport = z.object({
  n: z.object({ real: count, held: count, synthetic: count }),
  target: z.string(),
  utility: z.object({ real: interval, synthetic: interval, augmented: interval, metric: z.string() }),
  gain: interval,
  helps: z.boolean(),
  nearest: z.object({ synthetic: z.number(), held: z.number(), copies: count }),
  membership: interval,
  likeness: z.object({ columns: z.number(), correlations: z.number() }),
  /** A few invented rows. */
  sample: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  /** Invented résumés as Markdown; none where the table tells no career, or by versions before. */
  resumes: z.array(both).default([]),
});
export type SyntheticView = z.infer<typeof syntheticReport>;

export const REPORTS = { attrition: attritionReport, performance: performanceReport, forecast: forecastReport, clusters: clusterReport, patterns: clusterReport, text: textReport, themes: textReport, synthetic: syntheticReport } as const;

const reason = z.object({ feature: z.string(), shown: z.string(), amount: z.number() });
/** Of leaving within so many months from now. */
const horizonRisk = z.object({ months: count, risk: interval });
/** What a version of attrition keeps of a person, to be opened with an audit line. */
export const riskDetail = z.object({
  probability: z.number(),
  low: z.number(),
  high: z.number(),
  base: z.number(),
  score: z.number(),
  scale: z.string(),
  reasons: z.array(reason),
  /** The smallest change found among things that a company can change; null: none found. */
  change: z.object({ changes: z.array(z.object({ feature: z.string(), fromShown: z.string(), toShown: z.string() })), before: z.number(), after: z.number() }).nullable(),
  /** By the survival model; empty without a column of tenure. */
  horizons: z.array(horizonRisk).default([]),
});
export type RiskDetail = z.infer<typeof riskDetail>;
/** The same of performance: by a model that did not learn from this person's own result. */
export const resultDetail = z.object({
  foreseen: z.string(),
  /** Share of the class; null for numbers. */
  chance: z.number().nullable(),
  /** What it may well be, four times of five: classes, or the two ends of a number. */
  range: z.array(z.string()),
  /** A positive part speaks for the second of the two; null: it raises the number. */
  pair: z.tuple([z.string(), z.string()]).nullable(),
  base: z.number(),
  score: z.number(),
  scale: z.string(),
  reasons: z.array(reason),
});
export type ResultDetail = z.infer<typeof resultDetail>;
export const personDetail = z.union([riskDetail, resultDetail]);
export type PersonDetail = z.infer<typeof personDetail>;

/** Support that the company's own policies and programmes offer, quoted. */
export const supportMeasure = z.object({ feature: z.string(), documentId: z.string(), title: z.string(), headings: z.array(z.string()), quote: z.string(), start: count, end: count });
export const personView = z.strictObject({
  rowKey: z.string(),
  name: z.string().nullable(),
  group: z.string(),
  band: z.string(),
  detail: personDetail,
  measures: z.array(supportMeasure),
});
export type PersonView = z.infer<typeof personView>;

export const bandCounts = z.object({ groups: z.array(z.object({ group: z.string(), n: count, bands: z.record(z.string(), count).nullable() })), smallest: count });
export type BandCounts = z.infer<typeof bandCounts>;
export const peopleQuery = z.strictObject({ group: z.string().max(300).optional(), band: z.string().max(60).optional() });
export const peopleList = z.strictObject({ people: z.array(z.strictObject({ rowKey: z.string(), name: z.string().nullable(), group: z.string(), band: z.string() })), more: z.boolean(), counts: bandCounts });
export type PeopleList = z.infer<typeof peopleList>;
