/**
 * @file What `cadre eval ner`, `eval skills`, `train tagger`, `train occupation`, `train page-kind` and `taxonomy import` print with --json.
 */
import { z } from "zod";

const unit = z.number().min(0).max(1);
const count = z.number().int().nonnegative();

/** Strict: start, end and label of a span must all be right. */
const figures = { precision: unit, recall: unit, f1: unit };

export const evalNerOutput = z.strictObject({
  ...figures,
  sentences: count,
  /** Version of the taggers that read them. */
  version: z.string(),
  labels: z.record(z.string(), z.strictObject({ ...figures, gold: count, found: count })),
});
export type EvalNerOutput = z.infer<typeof evalNerOutput>;

/** One line of --details per sentence, in the order of the file. Places are UTF-16 units of the joined characters. */
export const evalNerDetail = z.strictObject({ spans: z.array(z.strictObject({ start: count, end: count, label: z.string() })) });

export const evalSkillsOutput = z.strictObject({
  /** Skill and knowledge spans together. */
  ...figures,
  sentences: count,
  version: z.string(),
  skill: z.strictObject({ ...figures, gold: count, found: count }),
  knowledge: z.strictObject({ ...figures, gold: count, found: count }),
});
export type EvalSkillsOutput = z.infer<typeof evalSkillsOutput>;

export const trainTaggerOutput = z.strictObject({
  tagger: z.enum(["tagger-zh", "tagger-en-skills"]),
  sentences: count,
  seconds: z.number().nonnegative(),
  /** Mean negative log-likelihood per sentence of the last pass, nats. */
  loss: z.number(),
  files: z.array(z.strictObject({ path: z.string(), bytes: count })),
});
export type TrainTaggerOutput = z.infer<typeof trainTaggerOutput>;

/** `right` among guesses; told: those with at least the threshold's confidence. */
const reliability = z.strictObject({ accuracy: unit, ece: unit, coverage: unit, accuracyCovered: unit });

/** `cadre train occupation`. */
export const trainOccupationOutput = z.strictObject({
  trained: count,
  temperature: z.number().positive(),
  heldOut: reliability,
  odd: reliability.nullable(),
  threshold: unit,
  file: z.string(),
  bytes: count,
});

/** `cadre train page-kind`. */
export const trainPageKindOutput = z.strictObject({
  kinds: z.array(z.string()),
  /** Rows: true kinds; columns: told ones. */
  confusion: z.array(z.array(count)),
  accuracy: unit,
  file: z.string(),
  bytes: count,
});

/** One row of a company's table of skills and occupations. Lists are separated by ";". */
export const taxonomyRow = z.strictObject({
  name: z.string().trim().min(1, "the English name is missing").max(120),
  /** Empty: the same as the English one. */
  name_zh: z.string().trim().max(120).default(""),
  kind: z.enum(["technology", "method", "domain", "craft", "soft", "language", "licence", "occupation"]).default("technology"),
  aliases: z.string().default(""),
  aliases_zh: z.string().default(""),
  /** Id or name of a skill of the taxonomy or of this table. */
  parent: z.string().trim().default(""),
  /** Of an occupation: the skills that it asks for, "*" behind the essential ones. */
  related: z.string().default(""),
});
export type TaxonomyRow = z.infer<typeof taxonomyRow>;

export const taxonomyImportOutput = z.strictObject({
  /** Skills of the company now. */
  skills: count,
  added: count,
  changed: count,
  removed: count,
  /** Of the base taxonomy and the company's skills together. */
  version: z.string(),
  file: z.string(),
});
export type TaxonomyImportOutput = z.infer<typeof taxonomyImportOutput>;
