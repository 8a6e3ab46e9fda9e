/**
 * @file Trained versions and which of them serves. Promotion and rollback change one row in one statement, with the event
 * beside it in the caller's transaction.
 */
import { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, max, sql } from "drizzle-orm";
import type { ModelEventKind } from "../../lib/contracts/learning";
import { newId } from "../../lib/core/ids";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { ModelVersionId, ReviewItemId } from "../../lib/core/types";
import type { Database } from "../client";
import { feedback, messages, modelComparisons, modelEvents, modelServing, modelVersions, reviewItems } from "../schema";
import { openItems } from "./review-queue";

const { artefact: _artefact, layers: _layers, ...withoutBytes } = getTableColumns(modelVersions);
const columns = { ...withoutBytes, sizeBytes: sql<number>`length(${modelVersions.artefact}) + coalesce(length(${modelVersions.layers}), 0)` };

/** Without the bytes themselves; `sizeBytes` counts both. */
export type ModelVersionRow = Omit<typeof modelVersions.$inferSelect, "artefact" | "layers"> & { sizeBytes: number };
export type NewModelVersion = Omit<typeof modelVersions.$inferInsert, "number" | "createdAt">;

export interface Comparison {
  readonly itemId: ReviewItemId;
  /** Place of the first right passage, from 1; null: not in the list. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Stores a version with its comparisons, numbered on from the last. Call it in the transaction that ends its run. */
export async function insertVersion(db: Database, _scope: SystemScope, version: NewModelVersion, comparisons: readonly Comparison[]): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('model_versions'))`);
  const [last] = await db.select({ number: max(modelVersions.number) }).from(modelVersions);
  const number = (last?.number ?? 0) + 1;
  await db.insert(modelVersions).values({ ...version, number });
  const there = comparisons.length === 0 ? [] : await db.select({ id: reviewItems.id }).from(reviewItems).where(inArray(reviewItems.id, comparisons.map(({ itemId }) => itemId)));
  const known = new Set(there.map(({ id }) => id));
  const rows = comparisons.filter(({ itemId }) => known.has(itemId)).map((row) => ({ ...row, versionId: version.id }));
  if (rows.length > 0) await db.insert(modelComparisons).values(rows);
  return number;
}

/** Newest first. */
export async function listVersions(db: Database, _scope: Scope): Promise<ModelVersionRow[]> {
  return db.select(columns).from(modelVersions).orderBy(desc(modelVersions.number));
}

/** @param id the version's id, or its number as people write it */
export async function findVersion(db: Database, _scope: Scope, id: string): Promise<ModelVersionRow | null> {
  const which = /^\d{1,6}$/.test(id) ? eq(modelVersions.number, Number(id)) : eq(modelVersions.id, id as ModelVersionId);
  const [row] = await db.select(columns).from(modelVersions).where(which);
  return row ?? null;
}

/** @returns a copy; null when there is no such version */
export async function readArtefact(db: Database, _scope: SystemScope, id: ModelVersionId): Promise<{ bytes: Uint8Array; sha256: string; number: number } | null> {
  const [row] = await db.select({ bytes: modelVersions.artefact, sha256: modelVersions.sha256, number: modelVersions.number }).from(modelVersions).where(eq(modelVersions.id, id));
  return row ? { ...row, bytes: Uint8Array.from(row.bytes) } : null;
}

export interface ServingRow {
  /** Null: as shipped. */
  readonly versionId: ModelVersionId | null;
  readonly previousId: ModelVersionId | null;
  readonly onTrial: boolean;
  /** Null: nothing was ever promoted. */
  readonly since: Date | null;
}

const PLACE = "answers";

export async function readServing(db: Database, _scope: Scope): Promise<ServingRow> {
  const [row] = await db.select().from(modelServing).where(eq(modelServing.place, PLACE));
  return row ?? { versionId: null, previousId: null, onTrial: false, since: null };
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockServing(db: Database, scope: SystemScope): Promise<ServingRow> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('model_serving'))`);
  return readServing(db, scope);
}

export interface ServingChange {
  readonly kind: ModelEventKind;
  readonly versionId: ModelVersionId | null;
  readonly previousId: ModelVersionId | null;
  readonly onTrial: boolean;
  readonly reason: string;
}

/** Changes what serves and writes the event. Call it in a transaction, after `lockServing`. */
export async function putServing(db: Database, scope: Scope, { kind, reason, ...serving }: ServingChange, from: ServingRow): Promise<void> {
  const since = new Date();
  // A trial that passed goes on serving: since when does not change.
  const values = { ...serving, since: kind === "trial-passed" && from.since ? from.since : since };
  await db.insert(modelServing).values({ place: PLACE, ...values }).onConflictDoUpdate({ target: modelServing.place, set: values });
  await db.insert(modelEvents).values({ id: newId(), kind, versionId: serving.versionId, fromId: from.versionId, byId: scope.type === "actor" ? scope.userId : null, reason, at: since });
}

/** Newest first. */
export async function listModelEvents(db: Database, _scope: Scope, limit: number): Promise<(typeof modelEvents.$inferSelect)[]> {
  return db.select().from(modelEvents).orderBy(desc(modelEvents.at), desc(modelEvents.id)).limit(limit);
}

export interface Rated {
  readonly answers: number;
  readonly rated: number;
  readonly down: number;
}

/** Answers by version, and how those who asked rated them as a whole; key null: as shipped. */
export async function ratingsByVersion(db: Database, _scope: SystemScope, since: Date): Promise<ReadonlyMap<ModelVersionId | null, Rated>> {
  const ratings = { answers: sql<number>`count(distinct ${messages.id})::int`, rated: sql<number>`count(${feedback.id})::int`, down: sql<number>`(count(${feedback.id}) filter (where ${feedback.verdict} = 'down'))::int` };
  const rows = await db
    .select({ version: messages.modelVersion, ...ratings })
    .from(messages)
    .leftJoin(feedback, and(eq(feedback.messageId, messages.id), eq(feedback.targetType, "answer")))
    .where(and(eq(messages.role, "assistant"), gte(messages.createdAt, since)))
    .groupBy(messages.modelVersion);
  return new Map(rows.map(({ version, ...rated }) => [version, rated]));
}

/** Thumbs on one version's answers of a time; null: as shipped. */
export async function ratingsOf(db: Database, _scope: SystemScope, version: ModelVersionId | null | "any", span: { from: Date; until: Date }): Promise<{ rated: number; down: number }> {
  const [row] = await db
    .select({ rated: sql<number>`count(*)::int`, down: sql<number>`(count(*) filter (where ${feedback.verdict} = 'down'))::int` })
    .from(feedback)
    .innerJoin(messages, eq(messages.id, feedback.messageId))
    .where(and(eq(feedback.targetType, "answer"), version === "any" ? undefined : version === null ? isNull(messages.modelVersion) : eq(messages.modelVersion, version), gte(messages.createdAt, span.from), sql`${messages.createdAt} < ${span.until.toISOString()}`));
  return row ?? { rated: 0, down: 0 };
}

/** Thumbs on whole answers by week (Monday, UTC), oldest first. */
export async function ratingsByWeek(db: Database, _scope: SystemScope, since: Date): Promise<{ from: Date; rated: number; down: number }[]> {
  const week = sql<string>`to_char(date_trunc('week', ${feedback.createdAt} at time zone 'UTC'), 'YYYY-MM-DD')`;
  const rows = await db
    .select({ week, rated: sql<number>`count(*)::int`, down: sql<number>`(count(*) filter (where ${feedback.verdict} = 'down'))::int` })
    .from(feedback)
    .where(and(eq(feedback.targetType, "answer"), gte(feedback.createdAt, since)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return rows.map(({ week: day, rated, down }) => ({ from: new Date(`${day}T00:00:00Z`), rated, down }));
}

/** Answers to questions about documents, and those that found none; whatever served. */
export interface Answered {
  readonly answers: number;
  readonly unanswered: number;
}

const answerCounts = {
  answers: sql<number>`count(*)::int`,
  unanswered: sql<number>`(count(*) filter (where ${messages.answer}->>'outcome' in ('closest', 'none')))::int`,
};
const isAboutDocuments = sql`${messages.role} = 'assistant' and ${messages.state} = 'complete' and ${messages.answer}->>'outcome' in ('answered', 'closest', 'none')`;

export async function answersOf(db: Database, _scope: SystemScope, span: { from: Date; until: Date }): Promise<Answered> {
  const [row] = await db.select(answerCounts).from(messages).where(and(isAboutDocuments, gte(messages.createdAt, span.from), sql`${messages.createdAt} < ${span.until.toISOString()}`));
  return row ?? { answers: 0, unanswered: 0 };
}

/** The same by week (Monday, UTC), oldest first. */
export async function answersByWeek(db: Database, _scope: SystemScope, since: Date): Promise<(Answered & { from: Date })[]> {
  const week = sql<string>`to_char(date_trunc('week', ${messages.createdAt} at time zone 'UTC'), 'YYYY-MM-DD')`;
  const rows = await db.select({ week, ...answerCounts }).from(messages).where(and(isAboutDocuments, gte(messages.createdAt, since))).groupBy(sql`1`).orderBy(sql`1`);
  return rows.map(({ week: day, ...counts }) => ({ ...counts, from: new Date(`${day}T00:00:00Z`) }));
}

/** wins: the right passage moved up. */
export async function countComparisons(db: Database, _scope: Scope): Promise<ReadonlyMap<ModelVersionId, { wins: number; losses: number; ties: number }>> {
  const place = (column: typeof modelComparisons.before | typeof modelComparisons.after) => sql`coalesce(${column}, 1000000)`;
  const [before, after] = [place(modelComparisons.before), place(modelComparisons.after)];
  const n = (test: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${test}))::int`;
  const rows = await db
    .select({ id: modelComparisons.versionId, wins: n(sql`${after} < ${before}`), losses: n(sql`${after} > ${before}`), ties: n(sql`${after} = ${before}`) })
    .from(modelComparisons)
    .groupBy(modelComparisons.versionId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Questions of a version's frozen test that somebody still stands behind and that the reader may open. */
export async function listComparisons(db: Database, scope: Scope, id: ModelVersionId): Promise<(Comparison & { question: string; language: "en" | "zh" })[]> {
  const rows = await db
    .select({ itemId: modelComparisons.itemId, before: modelComparisons.before, after: modelComparisons.after, question: reviewItems.question, language: reviewItems.language })
    .from(modelComparisons)
    .innerJoin(reviewItems, eq(reviewItems.id, modelComparisons.itemId))
    .where(and(eq(modelComparisons.versionId, id), openItems(db, scope)))
    .orderBy(asc(modelComparisons.itemId));
  return rows;
}
