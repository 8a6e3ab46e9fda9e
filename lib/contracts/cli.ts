/**
 * @file What `cadre … --json` prints, exactly (DESIGN section 5). The commands and their tests parse with these.
 */
import { z } from "zod";
import { DOCUMENT_KINDS, DOCUMENT_STATUSES } from "../core/types";

const unit = z.number().min(0).max(1);
const span = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };

/** Each file once: in `documents` when it is ready or needs_ocr (why is then a warning), else in `failed`. */
export const ingestOutput = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.string(),
      /** Path as given on the command line; for a member of a zip `archive.zip/member.md`. */
      source: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      status: z.enum(DOCUMENT_STATUSES),
      /** Null where the format has no pages. */
      pages: z.number().int().positive().nullable(),
      chunks: z.number().int().nonnegative(),
      warnings: z.array(z.string()),
    }),
  ),
  failed: z.array(z.strictObject({ source: z.string(), code: z.string(), message: z.string() })),
});
export type IngestOutput = z.infer<typeof ingestOutput>;

export const askCitation = z.strictObject({
  document: z.string(),
  page: z.number().int().positive().nullable(),
  ...span,
  quote: z.string().min(1),
});

export const askCandidate = z.strictObject({
  document: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  score: unit,
  matches: z.array(z.strictObject({ part: z.string(), met: z.boolean(), evidence: z.array(askCitation) })),
});

export const askOutput = z.strictObject({
  answer: z.string(),
  abstained: z.boolean(),
  confidence: unit,
  citations: z.array(askCitation),
  candidates: z.array(askCandidate),
  latencyMs: z.number().nonnegative(),
});
export type AskOutput = z.infer<typeof askOutput>;

export const evalAnswersOutput = z.strictObject({
  n: z.number().int().positive(),
  /** Share of answerable questions whose right document is first / among the first five. */
  hit1: unit,
  hit5: unit,
  /** Share of answerable questions whose gold quote lies in the cited quotes. */
  quote: unit,
  /** Share of answerable questions with one of the short gold answers in the cited quotes. */
  answer: unit,
  /** Share of answerable questions that were answered (not abstained). */
  coverage: unit,
  /** Share of unanswerable questions on which it abstained. */
  abstain: unit,
  /** Area under the ROC curve of confidence, answerable against unanswerable; null when one kind is missing. */
  auroc: unit.nullable(),
  /** Mean per question. */
  latencyMs: z.number().nonnegative(),
  /**
   * Overlap of the worded answer with the short gold answers, only when a language model is configured and a question
   * has `answers`: means over those questions (BLEU: of the corpus). An abstention counts as an empty answer.
   */
  tokenF1: unit.optional(),
  rougeL: unit.optional(),
  bleu: unit.optional(),
});
export type EvalAnswersOutput = z.infer<typeof evalAnswersOutput>;

export const evalAnswersDetail = z.strictObject({
  id: z.string(),
  abstained: z.boolean(),
  confidence: unit,
  answer: z.string(),
  citations: z.array(z.strictObject({ document: z.string(), quote: z.string() })),
  /** Up to 10 distinct documents, best first, also when it abstains. */
  retrieved: z.array(z.string()).max(10),
});
export type EvalAnswersDetail = z.infer<typeof evalAnswersDetail>;

/** One line of a question file (`--questions`). Unknown fields are allowed and ignored. */
export const evalQuestion = z.object({
  id: z.string(),
  question: z.string().min(1),
  answerable: z.boolean(),
  document: z.string().nullish(),
  quote: z.string().nullish(),
  answers: z.array(z.string()).default([]),
  also: z.array(z.string()).default([]),
  style: z.string().nullish(),
});
export type EvalQuestion = z.infer<typeof evalQuestion>;

/** One line of a file of requests for people. Unknown fields are allowed and ignored. */
export const evalRequest = z.object({
  id: z.string(),
  question: z.string().min(1),
  /** File below --docs → grade 1–3; a résumé that is not named has grade 0. Empty: nobody fits. */
  gold: z.record(z.string(), z.number().int().min(1).max(3)),
  /** For résumés of grade 3: per thing asked for, the pieces of text any of which shows it. */
  quotes: z.record(z.string(), z.array(z.array(z.string().min(1)).min(1))).default({}),
});
export type EvalRequest = z.infer<typeof evalRequest>;

const candidateFigures = {
  /** Requests that somebody fits; the next three are means over them. */
  n: z.number().int().nonnegative(),
  "ndcg@10": unit,
  "recall@10": unit,
  /** Share whose first candidate has grade 3. */
  first: unit,
  /** Share of the things asked for that a grade-3 candidate's card shows with a right quote; 0 where the candidate is missing. */
  quotes: unit,
  /** Requests that nobody fits, and the share of them for which somebody is shown as meeting every part. */
  nobody: z.number().int().nonnegative(),
  claimed: unit,
};
export const evalCandidatesOutput = z.strictObject({
  ...candidateFigures,
  latencyMs: z.number().nonnegative(),
  /** The halves told apart by a hash of the id: the rules were written looking at the first, never at the second. */
  tune: z.strictObject(candidateFigures),
  held: z.strictObject(candidateFigures),
});
export type EvalCandidatesOutput = z.infer<typeof evalCandidatesOutput>;
export type CandidateFigures = EvalCandidatesOutput["held"];

/** One line of --details. */
export const evalCandidatesDetail = z.strictObject({
  id: z.string(),
  half: z.enum(["tune", "held"]),
  "ndcg@10": unit.nullable(),
  quotesRight: z.number().int().nonnegative(),
  quotesWanted: z.number().int().nonnegative(),
  candidates: z.array(z.strictObject({ document: z.string(), score: unit, grade: z.number().int(), matches: z.array(z.strictObject({ part: z.string(), met: z.boolean(), quotes: z.array(z.string()) })) })),
});

const retrievalFigures = {
  n: z.number().int().positive(),
  "ndcg@10": unit,
  "recall@20": unit,
  "mrr@10": unit,
  "judged@10": unit,
  /** Of the ranking without documents that nobody judged. */
  "judged-ndcg@10": unit,
};

export const evalRetrievalOutput = z.strictObject({
  ...retrievalFigures,
  /** By the queries' `style`; left out where no query names one. */
  byStyle: z.record(z.string(), z.strictObject(retrievalFigures)).optional(),
});
export type RetrievalFigures = Omit<z.infer<typeof evalRetrievalOutput>, "byStyle">;
export type EvalRetrievalOutput = z.infer<typeof evalRetrievalOutput>;

export const evalStsOutput = z.strictObject({ spearman: z.number().min(-1).max(1), n: z.number().int().positive() });
export const evalBitextOutput = z.strictObject({ "accuracy@1": unit, n: z.number().int().positive() });

/** A mean over questions with its 95 % bootstrap interval; shares are 0–1, differences −1–1. */
const interval = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });
/** Share of questions whose right passage is first / among the first five. */
const passageFigures = { hit1: interval, hit5: interval };

export const evalPassagesOutput = z.strictObject({
  set: z.enum(["conditionalqa", "cmrc"]),
  /** Version of the encoder asked. */
  encoder: z.string(),
  n: z.number().int().positive(),
  passages: z.number().int().positive(),
  ...passageFigures,
  /** The encoder of --against on the same questions, and the paired difference (above 0: the first is better). */
  against: z.strictObject({ encoder: z.string(), ...passageFigures, difference: z.strictObject(passageFigures) }).nullable(),
});
export type EvalPassagesOutput = z.infer<typeof evalPassagesOutput>;

export const trainBaseOutput = z.strictObject({
  /** Name of the recipe. */
  run: z.string(),
  /** interrupted: a checkpoint is there, --resume goes on. */
  end: z.enum(["finished", "interrupted"]),
  steps: z.number().int().nonnegative(),
  /** Training time, without preparation and evaluation. */
  minutes: z.number().nonnegative(),
  pairs: z.number().int().positive(),
  /** The stage before: hidden words guessed. Perplexity of its held-out part; null: the recipe has no such stage. */
  pretrained: z.strictObject({ steps: z.number().int().nonnegative(), minutes: z.number().nonnegative(), perplexity: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }) }).nullable(),
  /** Mean of the dev figures that choose the weights, 0–1, at the start and of the chosen weights. */
  dev: z.strictObject({ before: z.number(), after: z.number() }),
  /** Held-out figures of the start weights and of the new ones, with the paired difference where there is one. */
  metrics: z.array(z.strictObject({ name: z.string(), before: z.number(), after: z.number(), difference: interval.nullable() })),
  files: z.array(z.string()),
});
export type TrainBaseOutput = z.infer<typeof trainBaseOutput>;

export const doctorOutput = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string(), fix: z.string().nullable() }),
  ),
  /** Hosts that the configuration lets the server reach; empty by default. */
  outboundHosts: z.array(z.string()),
});
export type DoctorOutput = z.infer<typeof doctorOutput>;

/** `cadre invite`: the link is shown once. */
export const inviteOutput = z.strictObject({ link: z.url(), email: z.string().nullable(), roles: z.array(z.string()), expiresAt: z.iso.datetime() });
