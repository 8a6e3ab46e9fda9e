/** @file What `cadre train`, `cadre train encoder` and `cadre models …` print with --json. */
import { z } from "zod";
import { gateReport, gateVerdict } from "./gate";

const figures = z.strictObject({ questions: z.number().int().nonnegative(), hit1: z.number(), hit5: z.number(), mrr: z.number() });

export const versionStatus = z.enum(["candidate", "trial", "promoted", "retired"]);

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
      /** False: learned with another encoder than the one that is set. */
      isUsable: z.boolean(),
    }),
  ),
});
export type ModelsListOutput = z.infer<typeof modelsListOutput>;

export const modelsChangeOutput = z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), action: z.enum(["promote", "trial", "override", "rollback"]) });
export type ModelsChangeOutput = z.infer<typeof modelsChangeOutput>;

/** `cadre train`: the version that the run made, and what its gate found on so many questions of the frozen test. */
export const trainRunOutput = z.strictObject({
  run: z.string(),
  version: z.string(),
  verdict: gateVerdict,
  reasons: z.array(z.string()),
  hit1: z.strictObject({ before: z.number(), after: z.number() }),
  questions: z.number().int().nonnegative(),
});
export type TrainRunOutput = z.infer<typeof trainRunOutput>;
