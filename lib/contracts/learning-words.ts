/** @file The learning loop's words that database, server and screens share: states of runs and versions, verdicts, receipts. */

export const RUN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Who asked for a run: an HR lead on the page, the schedule, `cadre train`. */
export const RUN_TRIGGERS = ["page", "schedule", "command"] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/** ranking: weights, memory, adapter · encoder: its last layers, then those · index: a promoted version's own index, before it takes over. */
export const RUN_KINDS = ["ranking", "encoder", "index"] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** What can be asked for; an index comes with a promotion. */
export const TRAINING_KINDS = ["ranking", "encoder"] as const;
export type TrainingKind = (typeof TRAINING_KINDS)[number];

/** What a run is at. */
export const RUN_STAGES = ["read", "train", "embed", "gate", "store"] as const;
export type RunStage = (typeof RUN_STAGES)[number];

/** Where a question of a snapshot goes; paraphrases go together. test is never trained on. */
export const SPLITS = ["train", "dev", "test"] as const;
export type Split = (typeof SPLITS)[number];

/** What happened to what is serving. */
export const MODEL_EVENTS = ["promoted", "put-on-trial", "trial-passed", "rolled-back", "rolled-back-by-itself"] as const;
export type ModelEventKind = (typeof MODEL_EVENTS)[number];

/** trained: its label trained the version · tested: it was kept to test the version · answered, unfair, waiting: why it was not used. */
export const RECEIPT_USES = ["trained", "tested", "unanswerable", "unfair"] as const;
export type ReceiptUse = (typeof RECEIPT_USES)[number];
