/**
 * @file Model versions: the entry of the registry, what `cadre train encoder` and `cadre models …` print with --json.
 */
import { z } from "zod";
import { gateReport, gateVerdict } from "./gate";

const figures = z.strictObject({ questions: z.number().int().nonnegative(), hit1: z.number(), hit5: z.number(), mrr: z.number() });

export const versionStatus = z.enum(["candidate", "trial", "promoted", "retired"]);

/** One file per version: `<registry>/<id>/version.json`. */
export const modelVersion = z.strictObject({
  /** "v1", "v2", … in the order of training. */
  id: z.string().regex(/^v\d+$/),
  createdAt: z.iso.datetime(),
  /** Version that served when it was trained; null: as shipped. */
  parent: z.string().nullable(),
  encoder: z.string(),
  /** Hash of the snapshot of labels. */
  data: z.string(),
  labels: z.number().int().nonnegative(),
  /** What was trained and how, for reproduction. */
  recipe: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  metrics: z.strictObject({ before: figures, after: figures }),
  gate: gateReport,
  /** Plain language, Markdown. */
  card: z.string(),
  /** Set when rows were deleted from its data: it should be trained again. */
  erased: z.strictObject({ at: z.iso.datetime(), rows: z.number().int().positive() }).nullable(),
});
export type ModelVersion = z.infer<typeof modelVersion>;

/** `<registry>/current.json`: what serves, and how it came to. Replaced whole. */
export const registryState = z.strictObject({
  /** Null: as shipped. */
  current: z.string().nullable(),
  /** Newest last. */
  history: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      action: z.enum(["promote", "trial", "override", "rollback"]),
      by: z.string(),
      /** Written reason; only with "override". */
      reason: z.string().nullable(),
    }),
  ),
});
export type RegistryState = z.infer<typeof registryState>;

export const trainEncoderOutput = z.strictObject({
  run: z.string(),
  metrics: z.strictObject({ before: figures, after: figures }),
  gate: gateReport,
  /** Labels read, questions learned from by split, labels whose passage is in no document. */
  data: z.strictObject({ snapshot: z.string(), labels: z.number().int(), train: z.number().int(), dev: z.number().int(), test: z.number().int(), lost: z.number().int() }),
  files: z.array(z.string()),
});
export type TrainEncoderOutput = z.infer<typeof trainEncoderOutput>;

export const modelsListOutput = z.strictObject({
  current: z.string().nullable(),
  versions: z.array(
    z.strictObject({
      id: z.string(),
      createdAt: z.iso.datetime(),
      parent: z.string().nullable(),
      status: versionStatus,
      verdict: gateVerdict,
      labels: z.number().int(),
      hit1: z.strictObject({ before: z.number(), after: z.number() }),
      isErased: z.boolean(),
    }),
  ),
});
export type ModelsListOutput = z.infer<typeof modelsListOutput>;

export const modelsChangeOutput = z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), action: z.enum(["promote", "trial", "override", "rollback"]) });
export type ModelsChangeOutput = z.infer<typeof modelsChangeOutput>;
