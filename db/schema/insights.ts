/**
 * @file People insights: approvals, imported tables, runs, versions, what serves, what was said of a row's person, contests,
 * channel plans. Nothing here refers to chats, ratings or learning plans: they never feed insights. When insights are switched
 * off every table but approvals and contests is emptied.
 */
import { sql } from "drizzle-orm";
import { customType, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { InsightGate } from "../../lib/contracts/insights-gate";
import type { ContestOutcome, InsightEventKind, InsightKind, InsightRunState, InsightStage, LabelField, TableUse } from "../../lib/contracts/insights-words";
import type { GateVerdict } from "../../lib/contracts/gate";
import type { UserId } from "../../lib/core/types";
import { employees, users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Raw bytes. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Why insights may be on, and who said so; the one without an end is in force. Never deleted. */
export const insightApprovals = pgTable(
  "insight_approvals",
  {
    id: text("id").primaryKey(),
    place: text("place").$type<"company">().notNull(),
    purpose: text("purpose").notNull(),
    legalBasis: text("legal_basis").notNull(),
    /** Whom it was discussed with: works council, data protection officer. */
    consultation: text("consultation").notNull(),
    /** Who decided; a name as written. */
    approvedBy: text("approved_by").notNull(),
    /** `YYYY-MM-DD` */
    approvedOn: text("approved_on").notNull(),
    enabledBy: text("enabled_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    enabledAt: instant("enabled_at").notNull().defaultNow(),
    endedBy: text("ended_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    endedAt: instant("ended_at"),
  },
  (t) => [uniqueIndex("insight_approvals_in_force").on(t.place).where(sql`${t.endedAt} is null`)],
);

/** A table as it was imported: its cells as CSV, what its columns mean, and what the checks found. */
export const insightDatasets = pgTable(
  "insight_datasets",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    fileName: text("file_name").notNull(),
    use: text("use").$type<TableUse>().notNull(),
    /** 1, 2, 3 … of tables with this name. */
    number: integer("number").notNull(),
    /** Over cells and mapping; null until the columns are mapped. */
    sha256: text("sha256"),
    rows: integer("rows").notNull(),
    /** Taken out since, because a person contested or left. */
    removedRows: integer("removed_rows").notNull().default(0),
    mapping: jsonb("mapping").$type<unknown>().notNull(),
    report: jsonb("report").$type<unknown>(),
    /** UTF-8 CSV with a header. */
    content: bytea("content").notNull(),
    importedBy: text("imported_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    mappedAt: instant("mapped_at"),
  },
  (t) => [uniqueIndex("insight_datasets_number").on(t.name, t.number)],
);

/** Whom of the directory a row is about: what a person is shown and can contest. */
export const insightDatasetPeople = pgTable(
  "insight_dataset_people",
  {
    datasetId: text("dataset_id")
      .notNull()
      .references(() => insightDatasets.id, { onDelete: "cascade" }),
    rowKey: text("row_key").notNull(),
    employeeId: text("employee_id")
      .notNull()
      .references(() => employees.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.rowKey] }), index("insight_dataset_people_employee").on(t.employeeId)],
);

export const insightRuns = pgTable(
  "insight_runs",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<InsightKind>().notNull(),
    datasetId: text("dataset_id")
      .notNull()
      .references(() => insightDatasets.id, { onDelete: "cascade" }),
    state: text("state").$type<InsightRunState>().notNull(),
    requestedBy: text("requested_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    stage: text("stage").$type<InsightStage>(),
    step: integer("step").notNull().default(0),
    steps: integer("steps"),
    failure: jsonb("failure").$type<{ code: string; message: string }>(),
    attempts: integer("attempts").notNull().default(0),
    /** Process that runs it; the claim lapses at `leaseUntil`. */
    claimedBy: text("claimed_by"),
    leaseUntil: instant("lease_until"),
    versionId: text("version_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [index("insight_runs_state").on(t.state, t.createdAt), index("insight_runs_dataset").on(t.datasetId)],
);

export const insightVersions = pgTable(
  "insight_versions",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<InsightKind>().notNull(),
    /** 1, 2, 3 … within its kind. */
    number: integer("number").notNull(),
    datasetId: text("dataset_id")
      .notNull()
      .references(() => insightDatasets.id, { onDelete: "cascade" }),
    /** What served when it was trained. */
    parentId: text("parent_id"),
    verdict: text("verdict").$type<GateVerdict>().notNull(),
    gate: jsonb("gate").$type<InsightGate>().notNull(),
    /** Everything that its page shows, as lib/contracts/insights-reports.ts has it for the kind. */
    report: jsonb("report").$type<unknown>().notNull(),
    /** The fitted model as JSON, as lib/insights gives it; null where a kind has none. */
    artefact: jsonb("artefact").$type<unknown>(),
    recipe: jsonb("recipe").$type<Record<string, string | number | boolean>>().notNull(),
    /** Of the report: equal tables and recipes give an equal hash. */
    sha256: text("sha256").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("insight_versions_number").on(t.kind, t.number), index("insight_versions_dataset").on(t.datasetId)],
);

/** What a version says about one row's person. */
export const insightPeople = pgTable(
  "insight_people",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => insightVersions.id, { onDelete: "cascade" }),
    rowKey: text("row_key").notNull(),
    employeeId: text("employee_id").references(() => employees.id, { onDelete: "cascade" }),
    group: text("group_name").notNull().default(""),
    /** "low" | "middle" | "raised" for attrition; a cluster's name; a result's class. */
    band: text("band").notNull(),
    /** 0–1 for attrition; in the target's unit for performance. */
    value: real("value").notNull(),
    detail: jsonb("detail").$type<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.rowKey] }), index("insight_people_employee").on(t.employeeId)],
);

/** Which version a kind's page shows. */
export const insightServing = pgTable("insight_serving", {
  kind: text("kind").$type<InsightKind>().primaryKey(),
  versionId: text("version_id").references(() => insightVersions.id, { onDelete: "cascade" }),
  previousId: text("previous_id").references(() => insightVersions.id, { onDelete: "set null" }),
  since: instant("since").notNull().defaultNow(),
});

export const insightEvents = pgTable(
  "insight_events",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<InsightKind>().notNull(),
    event: text("event").$type<InsightEventKind>().notNull(),
    version: integer("version").notNull(),
    /** 0: nothing. */
    from: integer("from_version").notNull(),
    byId: text("by_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    reason: text("reason").notNull().default(""),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("insight_events_kind").on(t.kind, t.at)],
);

/** What a person objects to, and what came of it. Stays when insights are switched off. */
export const insightContests = pgTable(
  "insight_contests",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    datasetId: text("dataset_id").references(() => insightDatasets.id, { onDelete: "set null" }),
    /** The table's name when it was contested. */
    tableName: text("table_name").notNull(),
    rowKey: text("row_key").notNull(),
    reason: text("reason").notNull(),
    outcome: text("outcome").$type<ContestOutcome>(),
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("insight_contests_user").on(t.userId, t.createdAt), index("insight_contests_open").on(t.answeredAt)],
);

/** What an HR lead said a comment of a table is about or how it sounds. Goes with the table, and with the comment's row. */
export const insightLabels = pgTable(
  "insight_labels",
  {
    datasetId: text("dataset_id")
      .notNull()
      .references(() => insightDatasets.id, { onDelete: "cascade" }),
    field: text("field").$type<LabelField>().notNull(),
    /** SHA-256 of the comment's cleaned text: equal comments have one label, and rows may move. */
    comment: text("comment").notNull(),
    label: text("label").notNull(),
    labelledBy: text("labelled_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.field, t.comment] })],
);

/** A channel budget with its plan; several of them are scenarios side by side. */
export const insightPlans = pgTable("insight_plans", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  input: jsonb("input").$type<unknown>().notNull(),
  result: jsonb("result").$type<unknown>().notNull(),
  createdBy: text("created_by")
    .$type<UserId>()
    .references(() => users.id, { onDelete: "set null" }),
  createdAt: instant("created_at").notNull().defaultNow(),
});
