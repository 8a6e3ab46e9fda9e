/**
 * @file Judgements: a reviewer's own, one per item, drafted, closed, reopened; and the reference that adjudication leaves.
 * Grades are written as a whole with their judgement, in one transaction.
 */
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Grade, JudgementKind, JudgementState, ReviewAction, ReviewVerdict } from "../../lib/contracts/review";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope } from "../../lib/core/scope";
import type { ChunkId, DocumentId, ReviewItemId, ReviewJudgementId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { chunks, reviewAssignments, reviewGrades, reviewItems, reviewJudgements, reviewPreferences } from "../schema";

/** Judgements that undo can reach: the last ones that a reviewer closed, reopened ones included. */
export const UNDO_DEPTH = 10;

export type JudgementRow = typeof reviewJudgements.$inferSelect & { readonly grades: readonly Grade[] };

export interface NewJudgement {
  readonly itemId: ReviewItemId;
  readonly kind: JudgementKind;
  readonly state: JudgementState;
  readonly verdict: ReviewVerdict | null;
  readonly grades: readonly Grade[];
  readonly note: string;
  readonly flagged: boolean;
  readonly durationMs: number | null;
}

/**
 * Writes this person's judgement of an item, over what they had written before. A reference takes the place of whoever's.
 *
 * @param options.at when it was closed, for the demo company's past; @param options.demo marks it as invented
 */
export async function putJudgement(db: Database, scope: ActorScope, judgement: NewJudgement, options: { at?: Date; demo?: boolean } = {}): Promise<JudgementRow> {
  const { itemId, kind, state, grades } = judgement;
  const now = options.at ?? new Date();
  const fields = { state, verdict: judgement.verdict, note: judgement.note, flagged: judgement.flagged, updatedAt: now, ...(state === "draft" ? {} : { closedAt: now, durationMs: judgement.durationMs }) };
  return db.transaction(async (tx) => {
    if (kind === "reference") await tx.delete(reviewJudgements).where(and(eq(reviewJudgements.itemId, itemId), eq(reviewJudgements.kind, "reference")));
    const [row] = await tx
      .insert(reviewJudgements)
      .values({ id: newId<ReviewJudgementId>(), itemId, reviewerId: scope.userId, kind, demo: options.demo ?? false, createdAt: now, ...fields })
      .onConflictDoUpdate({ target: [reviewJudgements.itemId, reviewJudgements.reviewerId, reviewJudgements.kind], set: fields })
      .returning();
    if (!row) throw new Error("an upsert returned no row");
    await tx.delete(reviewGrades).where(eq(reviewGrades.judgementId, row.id));
    await insertGrades(tx, row.id, grades);
    const [stored] = await withGrades(tx, [row]);
    return stored ?? { ...row, grades: [] };
  });
}

/** A passage that has gone meanwhile is left out. */
async function insertGrades(db: Database, judgementId: ReviewJudgementId, grades: readonly Grade[]): Promise<void> {
  if (grades.length === 0) return;
  const rows = await db.select({ id: chunks.id, documentId: chunks.documentId }).from(chunks).where(inArray(chunks.id, grades.map((grade) => grade.chunkId as ChunkId)));
  const documentOf = new Map<string, DocumentId>(rows.map((row) => [row.id, row.documentId]));
  const values = grades.flatMap(({ chunkId, relevance, span, found }) => {
    const documentId = documentOf.get(chunkId);
    return documentId === undefined ? [] : [{ judgementId, chunkId: chunkId as ChunkId, documentId, relevance, spanStart: span?.start ?? null, spanEnd: span?.end ?? null, found }];
  });
  if (values.length > 0) await db.insert(reviewGrades).values(values);
}

/** This person's own judgement of an item; null when they have not begun. */
export async function findOwnJudgement(db: Database, scope: ActorScope, itemId: string): Promise<JudgementRow | null> {
  const rows = await db.select().from(reviewJudgements).where(and(eq(reviewJudgements.itemId, itemId as ReviewItemId), eq(reviewJudgements.reviewerId, scope.userId), eq(reviewJudgements.kind, "own")));
  return (await withGrades(db, rows))[0] ?? null;
}

/** The reference of an item; null when it has none. */
export async function findReference(db: Database, _scope: Scope, itemId: ReviewItemId): Promise<JudgementRow | null> {
  const rows = await db.select().from(reviewJudgements).where(and(eq(reviewJudgements.itemId, itemId), eq(reviewJudgements.kind, "reference")));
  return (await withGrades(db, rows))[0] ?? null;
}

/** Closed own judgements of some items, or of all, in the order in which they were closed. */
export async function listClosedJudgements(db: Database, _scope: Scope, itemIds?: readonly ReviewItemId[]): Promise<JudgementRow[]> {
  if (itemIds?.length === 0) return [];
  const rows = await db
    .select()
    .from(reviewJudgements)
    .where(and(eq(reviewJudgements.kind, "own"), eq(reviewJudgements.state, "done"), itemIds ? inArray(reviewJudgements.itemId, [...itemIds]) : undefined))
    .orderBy(asc(reviewJudgements.closedAt), asc(reviewJudgements.id));
  return withGrades(db, rows);
}

/** The references of all items. */
export async function listReferences(db: Database, _scope: Scope): Promise<JudgementRow[]> {
  return withGrades(db, await db.select().from(reviewJudgements).where(eq(reviewJudgements.kind, "reference")).orderBy(asc(reviewJudgements.itemId)));
}

async function withGrades(db: Database, rows: readonly (typeof reviewJudgements.$inferSelect)[]): Promise<JudgementRow[]> {
  if (rows.length === 0) return [];
  const grades = await db
    .select()
    .from(reviewGrades)
    .where(inArray(reviewGrades.judgementId, rows.map((row) => row.id)))
    .orderBy(asc(reviewGrades.judgementId), asc(reviewGrades.chunkId));
  const byJudgement = new Map<string, Grade[]>();
  for (const { judgementId, chunkId, relevance, spanStart, spanEnd, found } of grades) {
    const span = spanStart !== null && spanEnd !== null ? { start: spanStart, end: spanEnd } : null;
    byJudgement.set(judgementId, [...(byJudgement.get(judgementId) ?? []), { chunkId, relevance, span, found }]);
  }
  return rows.map((row) => ({ ...row, grades: byJudgement.get(row.id) ?? [] }));
}

/** The last judgements that this person closed, newest first; reopened ones keep their place, so undo goes back ten and no more. */
export async function listUndoable(db: Database, scope: ActorScope): Promise<{ id: ReviewJudgementId; itemId: ReviewItemId; state: JudgementState }[]> {
  const rows = await db
    .select({ id: reviewJudgements.id, itemId: reviewJudgements.itemId, state: reviewJudgements.state })
    .from(reviewJudgements)
    .where(and(eq(reviewJudgements.reviewerId, scope.userId), eq(reviewJudgements.kind, "own"), sql`${reviewJudgements.closedAt} is not null`))
    .orderBy(desc(reviewJudgements.closedAt), desc(reviewJudgements.id))
    .limit(UNDO_DEPTH);
  return rows.filter((row) => row.state !== "draft");
}

/** Makes a closed judgement of this person a draft again, grades kept. */
export async function reopenJudgement(db: Database, scope: ActorScope, id: ReviewJudgementId): Promise<void> {
  await db.update(reviewJudgements).set({ state: "draft", updatedAt: new Date() }).where(and(eq(reviewJudgements.id, id), eq(reviewJudgements.reviewerId, scope.userId)));
}

export interface OwnWork {
  readonly today: number;
  readonly total: number;
  readonly skipped: number;
  /** Of the last closed items, newest first, milliseconds. */
  readonly durationsMs: readonly number[];
}

/** @param window.since start of "today"; @param window.last how many durations */
export async function findOwnWork(db: Database, scope: ActorScope, window: { since: Date; last: number }): Promise<OwnWork> {
  const mine = and(eq(reviewJudgements.reviewerId, scope.userId), eq(reviewJudgements.kind, "own"));
  const [counts] = await db
    .select({
      total: sql<number>`(count(*) filter (where ${reviewJudgements.state} = 'done'))::int`,
      today: sql<number>`(count(*) filter (where ${reviewJudgements.state} = 'done' and ${reviewJudgements.closedAt} >= ${window.since.toISOString()}::timestamptz))::int`,
      skipped: sql<number>`(count(*) filter (where ${reviewJudgements.state} = 'skipped'))::int`,
    })
    .from(reviewJudgements)
    .where(mine);
  const last = await db
    .select({ durationMs: reviewJudgements.durationMs })
    .from(reviewJudgements)
    .where(and(mine, eq(reviewJudgements.state, "done"), eq(reviewJudgements.demo, false), sql`${reviewJudgements.durationMs} > 0`))
    .orderBy(desc(reviewJudgements.closedAt))
    .limit(window.last);
  return { today: counts?.today ?? 0, total: counts?.total ?? 0, skipped: counts?.skipped ?? 0, durationsMs: last.flatMap((row) => row.durationMs ?? []) };
}

/** Makes an item a gold item, or an ordinary one again. */
export async function setGold(db: Database, _scope: Scope, itemId: ReviewItemId, gold: boolean): Promise<void> {
  await db.update(reviewItems).set({ gold }).where(eq(reviewItems.id, itemId));
}

/** Gives an item to a reviewer, or takes it back. */
export async function assignItem(db: Database, scope: ActorScope, assignment: { itemId: ReviewItemId; reviewerId: UserId; assigned: boolean }): Promise<void> {
  const { itemId, reviewerId, assigned } = assignment;
  if (assigned) await db.insert(reviewAssignments).values({ itemId, reviewerId, assignedBy: scope.userId }).onConflictDoNothing();
  else await db.delete(reviewAssignments).where(and(eq(reviewAssignments.itemId, itemId), eq(reviewAssignments.reviewerId, reviewerId)));
}

/** Reviewers that an item was given to. */
export async function listAssigned(db: Database, _scope: Scope, itemId: ReviewItemId): Promise<UserId[]> {
  const rows = await db.select({ id: reviewAssignments.reviewerId }).from(reviewAssignments).where(eq(reviewAssignments.itemId, itemId)).orderBy(reviewAssignments.createdAt);
  return rows.map((row) => row.id);
}

/** This person's keys; empty when they changed none. */
export async function findReviewKeys(db: Database, scope: ActorScope): Promise<Partial<Record<ReviewAction, string>>> {
  const [row] = await db.select({ keys: reviewPreferences.keys }).from(reviewPreferences).where(eq(reviewPreferences.userId, scope.userId));
  return row?.keys ?? {};
}

export async function putReviewKeys(db: Database, scope: ActorScope, keys: Partial<Record<ReviewAction, string>>): Promise<void> {
  const updatedAt = new Date();
  await db.insert(reviewPreferences).values({ userId: scope.userId, keys, updatedAt }).onConflictDoUpdate({ target: reviewPreferences.userId, set: { keys, updatedAt } });
}
