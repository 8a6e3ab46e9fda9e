/**
 * @file Tasks of documents' owners: opened once per occasion, listed for whom they are for, done, put off, handed on. A
 * task is visible to who may read every document that it names, so that none tells of a document behind it.
 */
import { and, asc, desc, eq, gte, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { TaskKind } from "../../lib/contracts/tasks";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { DocumentId, FeedbackId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { documentAcl, documents, documentTasks, documentTerms, feedback, users, type TaskDetail } from "../schema";
import { readableDocuments } from "./readable";

export type TaskRow = typeof documentTasks.$inferSelect;

export interface TaskOccasion {
  readonly kind: TaskKind;
  readonly documentId: DocumentId;
  readonly otherId?: DocumentId | null;
  /** Names the occasion: while its task is open there is no second one. */
  readonly key: string;
  /** `YYYY-MM-DD` */
  readonly dueOn?: string | null;
  readonly detail?: TaskDetail;
}

/** Opens a task for the document's owner, or brings the open one up to date. @returns its id, and whether it is new */
export async function openTask(db: Database, scope: SystemScope, occasion: TaskOccasion): Promise<{ id: string; isNew: boolean; assigneeId: UserId | null }> {
  const [terms] = await db.select({ ownerId: documentTerms.ownerId }).from(documentTerms).where(eq(documentTerms.documentId, occasion.documentId));
  if (await isSettled(db, occasion)) return { id: "", isNew: false, assigneeId: null };
  const id = newId<string>();
  const fresh = { dueOn: occasion.dueOn ?? null, detail: occasion.detail ?? {} };
  const [row] = await db
    .insert(documentTasks)
    .values({ id, kind: occasion.kind, documentId: occasion.documentId, otherId: occasion.otherId ?? null, key: occasion.key, assigneeId: terms?.ownerId ?? null, status: "open", ...fresh })
    .onConflictDoUpdate({ target: documentTasks.key, targetWhere: sql`status = 'open'`, set: fresh })
    .returning({ id: documentTasks.id, assigneeId: documentTasks.assigneeId });
  return { id: row?.id ?? id, isNew: row?.id === id, assigneeId: row?.assigneeId ?? null };
}

/** Two documents that still disagree so long after somebody closed the task are a task again. */
const DISAGREES_AGAIN_MS = 30 * 86_400_000;

/** Somebody has done this very occasion. Ratings are counted since then, so they always make a new one. */
async function isSettled(db: Database, { kind, key }: TaskOccasion): Promise<boolean> {
  if (kind === "feedback" || kind === "file_removed") return false;
  const since = kind === "disagreement" ? new Date(Date.now() - DISAGREES_AGAIN_MS) : null;
  const done = and(eq(documentTasks.key, key), eq(documentTasks.status, "done"), isNotNull(documentTasks.closedBy), since ? gte(documentTasks.closedAt, since) : undefined);
  const rows = await db.select({ id: documentTasks.id }).from(documentTasks).where(done).limit(1);
  return rows.length > 0;
}

/** Open tasks of some kinds, whoever they are for. */
export async function listOpenTasks(db: Database, _scope: SystemScope, kinds: readonly TaskKind[]): Promise<TaskRow[]> {
  return db.select().from(documentTasks).where(and(eq(documentTasks.status, "open"), inArray(documentTasks.kind, [...kinds])));
}

/** Closes open tasks whose occasion is gone; nobody did them. */
export async function withdrawTasks(db: Database, _scope: SystemScope, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.update(documentTasks).set({ status: "done", closedAt: new Date(), note: "" }).where(and(inArray(documentTasks.id, [...ids]), eq(documentTasks.status, "open")));
}

const others = alias(documents, "other_documents");
const assignees = alias(users, "assignees");
const closers = alias(users, "closers");

export interface ListedTask {
  readonly task: TaskRow;
  readonly title: string;
  readonly otherTitle: string | null;
  readonly assigneeName: string | null;
  /** An owner who is named, but has no account. */
  readonly ownerName: string | null;
  readonly closerName: string | null;
}

/** Which tasks a list shows. */
export interface TaskFilter {
  /** False: only those that are this person's. */
  readonly all: boolean;
  readonly status: "open" | "done";
  readonly id?: string;
}

/** Open ones by due day, then age; done ones by when they were closed, at most 200. */
export async function listTasks(db: Database, scope: ActorScope, { all, status, id }: TaskFilter): Promise<ListedTask[]> {
  const order = status === "open" ? [sql`${documentTasks.dueOn} asc nulls last`, asc(documentTasks.createdAt)] : [desc(documentTasks.closedAt)];
  return db
    .select({ task: documentTasks, title: documents.title, otherTitle: others.title, assigneeName: assignees.name, ownerName: documentTerms.ownerName, closerName: closers.name })
    .from(documentTasks)
    .innerJoin(documents, eq(documents.id, documentTasks.documentId))
    .leftJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .leftJoin(others, eq(others.id, documentTasks.otherId))
    .leftJoin(assignees, eq(assignees.id, documentTasks.assigneeId))
    .leftJoin(closers, eq(closers.id, documentTasks.closedBy))
    .where(and(visible(scope), eq(documentTasks.status, status), all ? undefined : eq(documentTasks.assigneeId, scope.userId), id === undefined ? undefined : eq(documentTasks.id, id)))
    .orderBy(...order)
    .limit(status === "open" ? 1000 : 200);
}

/** Every document that the task names may be read. */
function visible(scope: ActorScope): SQL {
  const named = inArray(documentAcl.principal, [...scope.principals]);
  const other = sql`(${documentTasks.otherId} is null or (${inArray(others.kind, [...scope.kinds])} and exists (select 1 from ${documentAcl} where ${documentAcl.documentId} = ${others.id} and ${named})))`;
  return sql`(${readableDocuments(scope)} and ${other})`;
}

/** A task that this person may see, open or done; null otherwise. */
export async function findTask(db: Database, scope: ActorScope, which: { id: string; all: boolean }): Promise<ListedTask | null> {
  const [open] = await listTasks(db, scope, { ...which, status: "open" });
  const [done] = open ? [] : await listTasks(db, scope, { ...which, status: "done" });
  return open ?? done ?? null;
}

/** Changes an open task. @returns false when it is not open any more */
export async function changeTask(db: Database, _scope: Scope, id: string, change: Partial<Pick<TaskRow, "status" | "snoozedUntil" | "assigneeId" | "note" | "closedAt" | "closedBy">>): Promise<boolean> {
  const rows = await db.update(documentTasks).set(change).where(and(eq(documentTasks.id, id), eq(documentTasks.status, "open"))).returning({ id: documentTasks.id });
  return rows.length > 0;
}

/** True when this person owns a document that they may read, or has an open task. */
export async function hasTasks(db: Database, scope: ActorScope): Promise<boolean> {
  const owned = await db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .where(and(readableDocuments(scope), eq(documentTerms.ownerId, scope.userId)))
    .limit(1);
  return owned.length > 0 || (await listTasks(db, scope, { all: false, status: "open" })).length > 0;
}

/** The owner of a document has changed: its open tasks go along, those that were handed to a third person stay. */
export async function followOwner(db: Database, _scope: Scope, change: { documentId: DocumentId; from: UserId | null; to: UserId | null }): Promise<void> {
  const held = change.from === null ? sql`${documentTasks.assigneeId} is null` : eq(documentTasks.assigneeId, change.from);
  await db.update(documentTasks).set({ assigneeId: change.to }).where(and(eq(documentTasks.documentId, change.documentId), eq(documentTasks.status, "open"), held));
}

/** When the last task of a key's kind about a document was done; null when none was. */
export async function lastClosed(db: Database, _scope: SystemScope, of: { kind: TaskKind; documentId: DocumentId }): Promise<Date | null> {
  const [row] = await db
    .select({ at: documentTasks.closedAt })
    .from(documentTasks)
    .where(and(eq(documentTasks.kind, of.kind), eq(documentTasks.documentId, of.documentId), eq(documentTasks.status, "done")))
    .orderBy(desc(documentTasks.closedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Thumbs down on answers that cited a document, since an instant; no comment and no name leaves here. */
export async function listRatingsOf(db: Database, _scope: SystemScope, of: { documentId: DocumentId; since: Date | null }) {
  const cites = sql`${feedback.snapshot} -> 'answer' -> 'citations' @> ${JSON.stringify([{ documentId: of.documentId }])}::jsonb`;
  const rows = await db
    .select({ targetType: feedback.targetType, targetId: feedback.targetId, reasons: feedback.reasons, snapshot: feedback.snapshot })
    .from(feedback)
    .where(and(eq(feedback.verdict, "down"), cites, of.since ? gte(feedback.updatedAt, of.since) : undefined))
    .orderBy(desc(feedback.updatedAt))
    .limit(500);
  return rows.map(({ snapshot, ...row }) => ({ ...row, question: snapshot.question, understoodAs: snapshot.answer.understoodAs, citations: snapshot.answer.citations }));
}

/** The documents that a rated answer cites. */
export async function listRatedDocuments(db: Database, _scope: SystemScope, feedbackId: FeedbackId): Promise<DocumentId[]> {
  const [row] = await db.select({ snapshot: feedback.snapshot }).from(feedback).where(eq(feedback.id, feedbackId));
  return [...new Set((row?.snapshot.answer.citations ?? []).map(({ documentId }) => documentId as DocumentId))];
}

/** Documents with a rhythm of review or a last day: what the daily look goes through. */
export async function listAgeing(db: Database, _scope: SystemScope) {
  const successor = alias(documentTerms, "successor");
  return db
    .select({ id: documents.id, createdAt: documents.createdAt, reviewMonths: documentTerms.reviewMonths, reviewedOn: documentTerms.reviewedOn, validFrom: documentTerms.validFrom, validUntil: documentTerms.validUntil, successorId: successor.documentId })
    .from(documentTerms)
    .innerJoin(documents, eq(documents.id, documentTerms.documentId))
    .leftJoin(successor, eq(successor.supersedesId, documents.id))
    .where(and(eq(documents.status, "ready"), or(sql`${documentTerms.reviewMonths} is not null`, sql`${documentTerms.validUntil} is not null`)));
}

/** Deletes tasks that were done long ago. @returns how many */
export async function forgetTasks(db: Database, _scope: SystemScope, closedBefore: Date): Promise<number> {
  const rows = await db.delete(documentTasks).where(and(eq(documentTasks.status, "done"), lt(documentTasks.closedAt, closedBefore))).returning({ id: documentTasks.id });
  return rows.length;
}
