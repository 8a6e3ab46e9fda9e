/**
 * @file Snapshots of labels: written once, row by row, never changed; deletions of questions, people and documents take
 * their rows out by themselves, and what is left is counted against what there was.
 */
import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { SnapshotFacts, Split } from "../../lib/contracts/learning";
import type { SystemScope } from "../../lib/core/scope";
import type { ChunkId, DocumentId, DocumentKind, Language, ReviewItemId, SnapshotId } from "../../lib/core/types";
import type { Database } from "../client";
import { chunks, documents, learningSnapshotRows, learningSnapshots, reviewItems, reviewSources } from "../schema";

export type SnapshotRecord = typeof learningSnapshots.$inferSelect;

export interface SnapshotRow {
  readonly itemId: ReviewItemId;
  /** Null: the documents do not answer the question, or could not. */
  readonly chunkId: ChunkId | null;
  /** 0–3; without a passage 0, or −1 where no document could answer (UNFAIR). */
  readonly relevance: number;
  /** 0–1 */
  readonly weight: number;
  readonly split: Split;
}

/** Relevance of a row without a passage whose question reviewers call none for the documents. */
export const UNFAIR = -1;

/** Rows of one INSERT; a statement takes 65,535 parameters at most. */
const BATCH = 2_000;

/** Stores a snapshot whole. Call it in a transaction. */
export async function insertSnapshot(db: Database, _scope: SystemScope, snapshot: { id: SnapshotId; sha256: string; facts: SnapshotFacts; demo: boolean; rows: readonly SnapshotRow[] }): Promise<void> {
  const { rows, ...record } = snapshot;
  await db.insert(learningSnapshots).values({ ...record, rows: rows.length });
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.insert(learningSnapshotRows).values(rows.slice(at, at + BATCH).map((row, i) => ({ ...row, snapshotId: snapshot.id, ordinal: at + i })));
  }
}

/** The newest snapshot of exactly these labels, if one was made. */
export async function findSnapshotByHash(db: Database, _scope: SystemScope, sha256: string): Promise<SnapshotRecord | null> {
  const [row] = await db.select().from(learningSnapshots).where(eq(learningSnapshots.sha256, sha256)).orderBy(desc(learningSnapshots.createdAt)).limit(1);
  return row ?? null;
}

/** A row with what it points at. */
export interface SnapshotLabel extends SnapshotRow {
  readonly query: string;
  readonly language: Language;
  /** Null with a row that has no passage. */
  readonly passage: { readonly text: string; readonly documentId: DocumentId; readonly kind: DocumentKind } | null;
}

/** An item whose askers are all gone is an orphan, though its row may still be there. */
const behind = sql`exists (select 1 from ${reviewSources} where ${reviewSources.itemId} = ${learningSnapshotRows.itemId})`;

/** What is left of a snapshot, in its order. */
export async function listSnapshotLabels(db: Database, _scope: SystemScope, id: SnapshotId): Promise<SnapshotLabel[]> {
  const rows = await db
    .select({ row: learningSnapshotRows, query: reviewItems.question, language: reviewItems.language, text: chunks.text, documentId: documents.id, kind: documents.kind })
    .from(learningSnapshotRows)
    .innerJoin(reviewItems, eq(reviewItems.id, learningSnapshotRows.itemId))
    .leftJoin(chunks, eq(chunks.id, learningSnapshotRows.chunkId))
    .leftJoin(documents, eq(documents.id, chunks.documentId))
    .where(and(eq(learningSnapshotRows.snapshotId, id), behind, or(isNull(learningSnapshotRows.chunkId), eq(documents.status, "ready"))))
    .orderBy(asc(learningSnapshotRows.ordinal));
  return rows.map(({ row, query, language, text, documentId, kind }) => ({
    itemId: row.itemId,
    chunkId: row.chunkId,
    relevance: row.relevance,
    weight: row.weight,
    split: row.split,
    query,
    language,
    passage: text !== null && documentId !== null && kind !== null ? { text, documentId, kind } : null,
  }));
}

/** Rows that are left, by snapshot; one without any is absent. */
export async function countSnapshotRows(db: Database, _scope: SystemScope): Promise<ReadonlyMap<SnapshotId, number>> {
  const rows = await db.select({ id: learningSnapshotRows.snapshotId, n: sql<number>`count(*)::int` }).from(learningSnapshotRows).where(behind).groupBy(learningSnapshotRows.snapshotId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export async function listSnapshots(db: Database, _scope: SystemScope): Promise<SnapshotRecord[]> {
  return db.select().from(learningSnapshots).orderBy(desc(learningSnapshots.createdAt), desc(learningSnapshots.id));
}

/** How a question took part in a snapshot: its items' split. */
export async function splitsOfItems(db: Database, _scope: SystemScope, id: SnapshotId): Promise<ReadonlyMap<ReviewItemId, Split>> {
  const rows = await db.selectDistinct({ itemId: learningSnapshotRows.itemId, split: learningSnapshotRows.split }).from(learningSnapshotRows).where(eq(learningSnapshotRows.snapshotId, id));
  return new Map(rows.map(({ itemId, split }) => [itemId, split]));
}

/** Every question that a snapshot ever placed, where its latest snapshot put it: it stays there. */
export async function listEarlierSplits(db: Database, _scope: SystemScope): Promise<{ itemId: ReviewItemId; question: string; split: Split }[]> {
  return db
    .selectDistinctOn([learningSnapshotRows.itemId], { itemId: learningSnapshotRows.itemId, question: reviewItems.question, split: learningSnapshotRows.split })
    .from(learningSnapshotRows)
    .innerJoin(learningSnapshots, eq(learningSnapshots.id, learningSnapshotRows.snapshotId))
    .innerJoin(reviewItems, eq(reviewItems.id, learningSnapshotRows.itemId))
    .orderBy(learningSnapshotRows.itemId, desc(learningSnapshots.createdAt));
}
