/** @file Labelling the comments of an imported table over HTTP: what waits, what counts, one label. */
import { z } from "zod";
import { LABEL_FIELDS } from "./insights-words";

const whole = z.number().int().nonnegative();

/** Letters of a label. */
export const LONGEST_LABEL = 40;
export const MOST_LABELS = 20;
/** Comments handed out at a time. */
export const LABELS_AT_ONCE = 20;

const commentId = z.string().regex(/^[0-9a-f]{64}$/);
/** after: begin behind this comment and come round to it, for somebody who skipped the ones before. */
export const labelQuery = z.strictObject({ field: z.enum(LABEL_FIELDS), after: commentId.optional() });

export const labelQueue = z.strictObject({
  table: z.string(),
  field: z.enum(LABEL_FIELDS),
  /** What can be chosen, in the order of the keys. */
  choices: z.array(z.string()),
  /** Different comments in all; labelled in the file; labelled here; still without a label. */
  total: whole,
  inFile: whole,
  here: whole,
  waiting: whole,
  /** Comments by label, file and here together. */
  counts: z.record(z.string(), whole),
  /** Comments that a label needs before it can be learned. */
  least: whole,
  /** Without labels, in an order that says nothing; names and addresses covered. `id`: hash of the text. */
  comments: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});
export type LabelQueue = z.infer<typeof labelQueue>;

/** label null: takes the label back. */
export const labelRequest = z.strictObject({ field: z.enum(LABEL_FIELDS), comment: commentId, label: z.string().trim().min(1).max(LONGEST_LABEL).nullable() });
export type LabelRequest = z.infer<typeof labelRequest>;
