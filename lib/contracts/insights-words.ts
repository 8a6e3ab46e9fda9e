/** @file People insights: the words that database, server and screens share (uses of tables, roles of columns, states, verdicts). */

/**
 * What a table is for; decides what its columns must say. clusters: skills, one row per person · patterns: how each works (hours,
 * meetings, travel, shifts), one row per person · series: one row per person and month · hires: what was bought of a
 * recruiting channel and what came of it, one row per purchase.
 */
export const TABLE_USES = ["attrition", "performance", "series", "clusters", "patterns", "comments", "hires"] as const;
export type TableUse = (typeof TABLE_USES)[number];

/** What is trained on tables. clusters: of skills · patterns: clusters of how people work · text: how comments sound · themes: what they are about. Synthetic profiles learn from an attrition table. */
export const INSIGHT_KINDS = ["attrition", "performance", "forecast", "clusters", "patterns", "text", "themes", "synthetic"] as const;
export type InsightKind = (typeof INSIGHT_KINDS)[number];

/** Which uses of a table a kind is trained on. */
export const USES_OF_KIND: Readonly<Record<InsightKind, readonly TableUse[]>> = {
  attrition: ["attrition"],
  performance: ["performance"],
  forecast: ["series"],
  clusters: ["clusters"],
  patterns: ["patterns"],
  text: ["comments"],
  themes: ["comments"],
  synthetic: ["attrition"],
};

/** Rows are people to be grouped; nothing is foreseen. */
export const isGrouping = (use: TableUse): use is "clusters" | "patterns" => use === "clusters" || use === "patterns";

/** What a comment can be labelled with, in a table's column or here. */
export const LABEL_FIELDS = ["sentiment", "theme"] as const;
export type LabelField = (typeof LABEL_FIELDS)[number];
/** What is trained on labels of a field. */
export const kindOfField = (field: LabelField): InsightKind => (field === "theme" ? "themes" : "text");
/** What a kind's labels say of a comment; null: it learns from no comments. */
export const fieldOfKind = (kind: InsightKind): LabelField | null => LABEL_FIELDS.find((field) => kindOfField(field) === kind) ?? null;

export const INSIGHT_RUN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type InsightRunState = (typeof INSIGHT_RUN_STATES)[number];
export const INSIGHT_STAGES = ["read", "validate", "explain", "store"] as const;
export type InsightStage = (typeof INSIGHT_STAGES)[number];

export const INSIGHT_EVENTS = ["promoted", "rolled-back"] as const;
export type InsightEventKind = (typeof INSIGHT_EVENTS)[number];

/** kept: looked at, nothing changed · corrected: the table is put right and imported anew · removed: the person's row was taken out */
export const CONTEST_OUTCOMES = ["kept", "corrected", "removed"] as const;
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number];
