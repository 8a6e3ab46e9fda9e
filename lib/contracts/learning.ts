/**
 * @file The learning loop over HTTP: runs, versions with their gate, what is serving, comparisons, schedule, receipts. Numbers
 * travel as they are; screens put them into words.
 */
import { z } from "zod";
import { DOCUMENT_KINDS } from "../core/types";
import { gateReport, gateVerdict } from "./gate";
import { MODEL_EVENTS, RECEIPT_USES, RUN_KINDS, RUN_STAGES, RUN_STATES, RUN_TRIGGERS, TRAINING_KINDS } from "./learning-words";

export * from "./learning-words";

const whole = z.number().int().nonnegative();
const instant = z.iso.datetime();
const language = z.enum(["en", "zh"]);

/** One point of a learning curve: a recipe of the search after so many steps; `dev` is its mean reciprocal rank on held-out questions. */
export const curvePoint = z.strictObject({ recipe: whole, step: whole, loss: z.number(), dev: z.number() });
export type CurvePoint = z.infer<typeof curvePoint>;

export const runFailure = z.strictObject({ code: z.string(), message: z.string() });
export type RunFailure = z.infer<typeof runFailure>;

/** What a snapshot held when it was made. */
export const snapshotFacts = z.strictObject({
  questions: whole,
  groups: whole,
  reviewers: whole,
  unanswerable: whole,
  /** Questions that no document could answer; 0 in snapshots from before they were counted. */
  unfair: whole.default(0),
  split: z.strictObject({ train: whole, dev: whole, test: whole }),
  languages: z.strictObject({ en: whole, zh: whole }),
});
export type SnapshotFacts = z.infer<typeof snapshotFacts>;

export const runView = z.strictObject({
  id: z.string(),
  state: z.enum(RUN_STATES),
  trigger: z.enum(RUN_TRIGGERS),
  kind: z.enum(RUN_KINDS),
  requestedBy: z.string().nullable(),
  stage: z.enum(RUN_STAGES).nullable(),
  step: whole,
  steps: whole.nullable(),
  etaSeconds: whole.nullable(),
  curve: z.array(curvePoint),
  failure: runFailure.nullable(),
  /** Number of the version it made; of an index the one that is to serve. */
  version: whole.nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type RunView = z.infer<typeof runView>;

export const versionView = z.strictObject({
  id: z.string(),
  number: whole,
  /** "encoder": it brought a trained encoder. */
  kind: z.enum(TRAINING_KINDS),
  /** Where it ranks with a trained encoder's vectors: the version that brought it, and the passages that have one, of all; null: the shipped. */
  space: z.strictObject({ version: whole, encoderVersion: z.string(), embedded: whole, of: whole }).nullable(),
  /** Number of the version that it was compared with; 0: as shipped. */
  parent: whole,
  state: z.enum(["candidate", "serving", "trial", "former"]),
  verdict: gateVerdict,
  gate: gateReport,
  recipe: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  curve: z.array(curvePoint),
  sizeBytes: whole,
  sha256: z.string(),
  encoderVersion: z.string(),
  /** Trained on vectors of another encoder than the one that serves: cannot be promoted. */
  usable: z.boolean(),
  snapshot: z.strictObject({ sha256: z.string(), rows: whole, left: whole, facts: snapshotFacts, demo: z.boolean(), at: instant }).nullable(),
  /** Questions of its frozen test, by how they fared. */
  wins: whole,
  losses: whole,
  ties: whole,
  /** Ratings of its answers. */
  live: z.strictObject({ answers: whole, rated: whole, down: whole }),
  createdAt: instant,
});
export type VersionView = z.infer<typeof versionView>;

/** A version on trial against what served before: share of thumbs down, Fisher's exact test, one-sided. */
export const trialView = z.strictObject({
  since: instant,
  before: z.strictObject({ rated: whole, down: whole }),
  now: z.strictObject({ rated: whole, down: whole }),
  p: z.number(),
  /** It is rolled back when p falls below this with at least so many ratings. */
  alpha: z.number(),
  least: whole,
});
export type TrialView = z.infer<typeof trialView>;

/** A share that has risen: of the last days against that of the time before, Fisher's exact test, one-sided. */
export const driftView = z.strictObject({
  kind: z.enum(["down", "unanswered"]),
  days: whole,
  beforeDays: whole,
  before: z.strictObject({ of: whole, n: whole }),
  now: z.strictObject({ of: whole, n: whole }),
  p: z.number(),
});
export type DriftView = z.infer<typeof driftView>;

export const eventView = z.strictObject({ kind: z.enum(MODEL_EVENTS), version: whole, from: whole, by: z.string().nullable(), reason: z.string(), at: instant });

export const schedule = z.strictObject({
  /** After so many new labels; null: not by number. */
  everyLabels: z.number().int().min(10).max(10_000).nullable(),
  /** Five fields, local time ("0 3 * * *"); null: not by the clock. */
  cron: z.string().trim().min(9).max(80).nullable(),
});
export type Schedule = z.infer<typeof schedule>;

export const modelsView = z.strictObject({
  /** Number of what is serving; 0: as shipped. */
  serving: whole,
  /** What one click goes back to; null: there is nothing before. */
  previous: whole.nullable(),
  trial: trialView.nullable(),
  encoderVersion: z.string(),
  versions: z.array(versionView),
  runs: z.array(runView),
  events: z.array(eventView),
  labels: z.strictObject({ questions: whole, passages: whole, sinceLast: whole, least: whole, demo: whole }),
  schedule: schedule.extend({ next: instant.nullable() }),
  /** Newest last: thumbs on answers; answers to questions about documents, and those that found none. */
  weeks: z.array(z.strictObject({ from: instant, rated: whole, down: whole, answers: whole, unanswered: whole })),
  /** What has become worse of late; empty: nothing that chance would not explain. */
  drift: z.array(driftView),
  /** May train, promote and roll back. */
  mayManage: z.boolean(),
});
export type ModelsView = z.infer<typeof modelsView>;

/** Body of POST /api/models/:id/promote. */
export const promoteRequest = z.strictObject({ reason: z.string().trim().max(1000).default("") });
/** `building`: its index is built first; it takes over by itself. */
export const promoteReply = z.strictObject({ serving: whole, onTrial: z.boolean(), receipts: whole, building: z.boolean() });
export const rollbackReply = z.strictObject({ serving: whole });
/** Body of POST /api/training; none: "ranking". */
export const trainRequest = z.strictObject({ kind: z.enum(TRAINING_KINDS).default("ranking") });
export const trainReply = z.strictObject({ run: z.string() });

/** GET /api/models/:id/questions: the frozen test's questions; those that the reader may not see are counted only. */
export const comparisonList = z.strictObject({
  questions: z.array(z.strictObject({ item: z.string(), question: z.string(), language, before: whole.nullable(), after: whole.nullable() })),
  gone: whole,
});
export type ComparisonList = z.infer<typeof comparisonList>;

const rankedView = z.strictObject({ chunkId: z.string(), documentId: z.string(), title: z.string(), heading: z.string(), kind: z.enum(DOCUMENT_KINDS), text: z.string(), right: z.boolean() });

/** GET /api/models/:id/questions/:item: both rankings, as the reader may see them, computed now. */
export const rankingsView = z.strictObject({ question: z.string(), before: z.array(rankedView), after: z.array(rankedView) });
export type RankingsView = z.infer<typeof rankingsView>;

export const receiptView = z.strictObject({
  feedbackId: z.string(),
  question: z.string(),
  verdict: z.enum(["up", "down"]),
  ratedAt: instant,
  /** waiting: nobody has judged it · reviewed: judged, in no version yet · private: stays with the person · else what became of it. */
  state: z.enum(["private", "waiting", "reviewed", "used", "unfair"]),
  use: z.enum(RECEIPT_USES).nullable(),
  version: whole.nullable(),
  /** That version is serving now. */
  serving: z.boolean(),
  passage: z.strictObject({ documentId: z.string(), title: z.string(), heading: z.string() }).nullable(),
  before: whole.nullable(),
  after: whole.nullable(),
  quoted: z.boolean(),
  at: instant.nullable(),
  /** The cited document was replaced, or its owner dealt with the rating. `changed`: it no longer says what was shown; `says`: what stands in that place now. */
  mended: z.strictObject({ documentId: z.string(), title: z.string(), at: instant, changed: z.boolean(), says: z.string().nullable() }).nullable(),
  /** HR verified an answer to this question since. */
  verified: z.strictObject({ at: instant, text: z.string() }).nullable(),
  conversationId: z.string(),
});
export type ReceiptView = z.infer<typeof receiptView>;
export const receiptList = z.strictObject({ receipts: z.array(receiptView) });
