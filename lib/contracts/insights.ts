/**
 * @file People insights over HTTP: approval, imported tables and their mapping, runs and versions, what is said of a person,
 * contests, channel plans. The reports themselves: insights-reports.ts.
 */
import { z } from "zod";
import { gateVerdict } from "./gate";
import { insightGate, interval } from "./insights-gate";
import { CONTEST_OUTCOMES, INSIGHT_EVENTS, INSIGHT_KINDS, INSIGHT_RUN_STATES, INSIGHT_STAGES, TABLE_USES } from "./insights-words";

export * from "./insights-words";
export * from "./insights-gate";

const whole = z.number().int().nonnegative();
const instant = z.iso.datetime();
const day = z.iso.date();
const name = z.string().trim().min(1).max(120);

/** Body of POST /api/insights/approval: what somebody decided, and why they may. */
export const approvalRequest = z.strictObject({
  purpose: z.string().trim().min(20).max(1000),
  legalBasis: z.string().trim().min(10).max(1000),
  /** Whom it was discussed with, and what came of it. */
  consultation: z.string().trim().min(10).max(1000),
  approvedBy: name,
  approvedOn: day,
});
export type ApprovalRequest = z.infer<typeof approvalRequest>;
/** Body of DELETE /api/insights/approval. */
export const disableRequest = z.strictObject({ confirm: z.literal(true) });

export const approvalView = z.strictObject({
  id: z.string(),
  ...approvalRequest.shape,
  enabledBy: z.string().nullable(),
  enabledAt: instant,
  endedBy: z.string().nullable(),
  endedAt: instant.nullable(),
});
export type ApprovalView = z.infer<typeof approvalView>;

/** Kinds of columns and their roles, as lib/insights has them; "group": a feature that results are shown by. */
export const COLUMN_KINDS = ["number", "boolean", "category", "date", "text"] as const;
export const COLUMN_ROLES = ["feature", "protected", "target", "time", "id", "constant", "ignored"] as const;

export const columnMapping = z.strictObject({ name: z.string().max(300), role: z.enum(COLUMN_ROLES), kind: z.enum(COLUMN_KINDS), unit: z.string().trim().max(30).nullable() });
export const tableMapping = z.strictObject({
  use: z.enum(TABLE_USES),
  /** Column that says whom a row is about: e-mail address or personnel number; null: nobody can see their own row. */
  key: z.string().max(300).nullable(),
  /** Column that results are grouped by (department); null: only as a whole. */
  group: z.string().max(300).nullable(),
  columns: z.array(columnMapping).max(2000),
});
export type TableMapping = z.infer<typeof tableMapping>;

export const notice = z.object({ code: z.string(), level: z.enum(["info", "warning", "alarm"]), columns: z.array(z.string()), values: z.record(z.string(), z.union([z.number(), z.string()])), message: z.string() });
export type NoticeView = z.infer<typeof notice>;

export const columnReport = z.object({
  name: z.string(),
  kind: z.enum(COLUMN_KINDS),
  role: z.enum(COLUMN_ROLES),
  unit: z.string().nullable(),
  missing: whole,
  distinct: whole,
  range: z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
  examples: z.array(z.string()),
});
export type ColumnReport = z.infer<typeof columnReport>;

export const tableView = z.strictObject({
  id: z.string(),
  name: z.string(),
  number: whole,
  fileName: z.string(),
  use: z.enum(TABLE_USES),
  rows: whole,
  /** Rows taken out since it was imported. */
  removedRows: whole,
  isMapped: z.boolean(),
  sha256: z.string().nullable(),
  importedBy: z.string().nullable(),
  createdAt: instant,
  /** Versions trained on it. */
  versions: whole,
  /** Alarms that its checks raised. */
  alarms: whole,
});
export type TableView = z.infer<typeof tableView>;
export const tableList = z.strictObject({ tables: z.array(tableView), demo: z.array(z.strictObject({ id: z.string(), use: z.enum(TABLE_USES), name: z.strictObject({ en: z.string(), zh: z.string() }) })) });
export type TableList = z.infer<typeof tableList>;

export const tableDetail = z.strictObject({
  table: tableView,
  mapping: tableMapping,
  columns: z.array(columnReport),
  notices: z.array(notice),
  /** Why it cannot be used as mapped; null: it can. */
  problem: z.string().nullable(),
  /** Rows whose key names somebody in the directory. */
  matched: whole,
  /** That people, leavers or ratings are too few for its use, with the number it would take; null: enough. */
  tooFew: z.string().nullable(),
});
export type TableDetail = z.infer<typeof tableDetail>;
/** Multipart: `file` and `meta` (JSON of this). */
export const importFields = z.strictObject({ name, use: z.enum(TABLE_USES) });
/** A table of the demo company by its id, or "all": then mapped and trained as well. language: of the table's name. */
export const demoImport = z.strictObject({ demo: z.string().max(60), language: z.enum(["en", "zh"]).default("en") });
export const mappingRequest = z.strictObject({ mapping: tableMapping, save: z.boolean() });

export const insightRun = z.strictObject({
  id: z.string(),
  kind: z.enum(INSIGHT_KINDS),
  table: z.string(),
  state: z.enum(INSIGHT_RUN_STATES),
  stage: z.enum(INSIGHT_STAGES).nullable(),
  step: whole,
  steps: whole.nullable(),
  failure: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  version: whole.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type InsightRun = z.infer<typeof insightRun>;
export const runRequest = z.strictObject({ kind: z.enum(INSIGHT_KINDS), tableId: z.string().max(64) });
export const runReply = z.strictObject({ run: z.string() });

/** Where figures come from: said with every one of them. */
export const insightSource = z.strictObject({
  kind: z.enum(INSIGHT_KINDS),
  version: whole,
  table: z.string(),
  tableNumber: whole,
  rows: whole,
  removedRows: whole,
  sha256: z.string(),
  metric: z.string(),
  value: interval,
  trainedAt: instant,
});
export type InsightSource = z.infer<typeof insightSource>;

export const insightVersion = z.strictObject({
  id: z.string(),
  number: whole,
  verdict: gateVerdict,
  gate: insightGate,
  table: z.string(),
  tableNumber: whole,
  isServing: z.boolean(),
  recipe: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  sha256: z.string(),
  createdAt: instant,
});
export type InsightVersion = z.infer<typeof insightVersion>;

/** refused: versions that were trained, none of which has passed. */
export const kindSummary = z.strictObject({ kind: z.enum(INSIGHT_KINDS), source: insightSource.nullable(), refused: whole, run: insightRun.nullable(), tables: whole });
export const insightsView = z.strictObject({
  isOn: z.boolean(),
  approval: approvalView.nullable(),
  former: z.array(approvalView),
  kinds: z.array(kindSummary),
  tables: whole,
  openContests: whole,
});
export type InsightsView = z.infer<typeof insightsView>;

/** GET /api/insights/kinds/:kind; the report by its own schema. */
export const kindView = z.strictObject({
  kind: z.enum(INSIGHT_KINDS),
  source: insightSource.nullable(),
  /** False while nothing has passed the gate: then `source` and `report` are of the newest version, to be looked at only. */
  isServing: z.boolean(),
  previous: whole.nullable(),
  versions: z.array(insightVersion),
  runs: z.array(insightRun),
  tables: z.array(tableView),
  events: z.array(z.strictObject({ event: z.enum(INSIGHT_EVENTS), version: whole, from: whole, by: z.string().nullable(), reason: z.string(), at: instant })),
  report: z.unknown(),
});
export type KindView = z.infer<typeof kindView>;
export const promoteInsight = z.strictObject({ reason: z.string().trim().max(1000).default("") });
export const servingReply = z.strictObject({ serving: whole });

/** What the HR lead sees of a person too: the risk over horizons; the result, what it may well be, and which two it lies between. */
const saysMore = {
  horizons: z.array(z.strictObject({ months: whole, risk: interval })),
  result: z.strictObject({ foreseen: z.string(), range: z.array(z.string()), pair: z.tuple([z.string(), z.string()]).nullable() }).nullable(),
};

/** What is held about the person who asks, and what a version says of it. */
export const heldRow = z.strictObject({
  tableId: z.string(),
  table: z.string(),
  use: z.enum(TABLE_USES),
  importedAt: instant,
  rowKey: z.string(),
  /** Their own cells, as people write them, with what each is used for: one value where all of their lines say the same, else one a line, oldest first. */
  cells: z.array(z.strictObject({ column: z.string(), values: z.array(z.string()), role: z.enum(COLUMN_ROLES), unit: z.string().nullable() })),
  says: z.array(z.strictObject({ kind: z.enum(INSIGHT_KINDS), version: whole, band: z.string(), reasons: z.array(z.strictObject({ feature: z.string(), shown: z.string(), raises: z.boolean() })), ...saysMore })),
});
export type HeldRow = z.infer<typeof heldRow>;
export const contestView = z.strictObject({
  id: z.string(),
  table: z.string(),
  reason: z.string(),
  outcome: z.enum(CONTEST_OUTCOMES).nullable(),
  answer: z.string(),
  answeredBy: z.string().nullable(),
  createdAt: instant,
  answeredAt: instant.nullable(),
  /** Who contests; only for the HR lead. */
  person: z.string().nullable(),
  /** The row is still there to be taken out. */
  hasRow: z.boolean(),
});
export type ContestView = z.infer<typeof contestView>;
export const ownInsights = z.strictObject({ isOn: z.boolean(), approval: approvalView.nullable(), rows: z.array(heldRow), contests: z.array(contestView) });
export type OwnInsights = z.infer<typeof ownInsights>;
export const contestRequest = z.strictObject({ tableId: z.string().max(64), rowKey: z.string().max(300), reason: z.string().trim().min(10).max(2000) });
export const contestAnswer = z.strictObject({ outcome: z.enum(CONTEST_OUTCOMES), answer: z.string().trim().min(10).max(2000) });
export const contestList = z.strictObject({ contests: z.array(contestView) });
