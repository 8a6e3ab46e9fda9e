/** @file People insights: the words that database, server and screens share (uses of tables, roles of columns, states, verdicts). */

/** What a table is for; decides which roles its columns need. */
export const TABLE_USES = ["attrition", "performance", "clusters", "comments", "series"] as const;
export type TableUse = (typeof TABLE_USES)[number];

/** What is trained on tables. Synthetic profiles learn from an attrition or performance table. */
export const INSIGHT_KINDS = ["attrition", "performance", "clusters", "text", "synthetic"] as const;
export type InsightKind = (typeof INSIGHT_KINDS)[number];

/** Which uses of a table a kind is trained on. */
export const USES_OF_KIND: Readonly<Record<InsightKind, readonly TableUse[]>> = {
  attrition: ["attrition"],
  performance: ["performance", "series"],
  clusters: ["clusters"],
  text: ["comments"],
  synthetic: ["attrition", "performance"],
};

/**
 * key: who a row is about (e-mail address or personnel number), never learned from · target: what is foreseen · time: how long
 * (tenure) or when (period) · group: shown by, and audited by · protected: held apart, for audits only · text: words of a
 * comment · feature: learned from · ignore: left out
 */
export const COLUMN_ROLES = ["key", "target", "time", "group", "protected", "text", "feature", "ignore"] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const COLUMN_TYPES = ["number", "category", "text"] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What is done where a value is missing. */
export const MISSING_RULES = ["fill", "category", "drop-row"] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

export const INSIGHT_RUN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type InsightRunState = (typeof INSIGHT_RUN_STATES)[number];
export const INSIGHT_STAGES = ["read", "validate", "explain", "store"] as const;
export type InsightStage = (typeof INSIGHT_STAGES)[number];

export const INSIGHT_EVENTS = ["promoted", "rolled-back"] as const;
export type InsightEventKind = (typeof INSIGHT_EVENTS)[number];

/** kept: looked at, nothing changed · corrected: the table is put right and imported anew · removed: the person's row was taken out */
export const CONTEST_OUTCOMES = ["kept", "corrected", "removed"] as const;
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number];
