/** @file Saved searches: a person's own; those that are to look at newly read résumés; what they found. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { newId } from "../../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../../lib/core/scope";
import type { DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { documents, savedSearches, savedSearchHits } from "../../schema";
import { readableDocuments } from "../readable";

export type SavedSearchRow = typeof savedSearches.$inferSelect;

export async function insertSearch(db: Database, _scope: Scope, search: { userId: UserId; name: string; request: string; at: Date }): Promise<string> {
  const id = newId<string>();
  const { at, ...row } = search;
  await db.insert(savedSearches).values({ id, ...row, createdAt: at, lookedAt: at });
  return id;
}

/** One's own, oldest first, each with what it found and its owner has not seen. */
export async function listSearches(db: Database, scope: ActorScope): Promise<(SavedSearchRow & { readonly unseen: number; readonly hits: number })[]> {
  const rows = await db
    .select({ row: savedSearches, hits: sql<number>`(select count(*)::int from ${savedSearchHits} where ${savedSearchHits.searchId} = ${savedSearches.id})`, unseen: sql<number>`(select count(*)::int from ${savedSearchHits} where ${savedSearchHits.searchId} = ${savedSearches.id} and ${savedSearchHits.seenAt} is null)` })
    .from(savedSearches)
    .where(eq(savedSearches.userId, scope.userId))
    .orderBy(asc(savedSearches.createdAt));
  return rows.map(({ row, ...more }) => ({ ...row, ...more }));
}

export async function deleteSearch(db: Database, scope: ActorScope, id: string): Promise<boolean> {
  const rows = await db.delete(savedSearches).where(and(eq(savedSearches.id, id), eq(savedSearches.userId, scope.userId))).returning({ id: savedSearches.id });
  return rows.length === 1;
}

/** What it found, newest first, as far as its owner may read it; looking marks it as seen. */
export async function takeHits(db: Database, scope: ActorScope, id: string, at: Date): Promise<{ documentId: DocumentId; name: string | null; title: string | null; at: Date; fresh: boolean }[]> {
  const mine = and(eq(savedSearchHits.searchId, id), eq(savedSearches.userId, scope.userId), readableDocuments(scope));
  const rows = await db
    .select({ documentId: documents.id, name: documents.personName, title: documents.personTitle, at: savedSearchHits.at, seenAt: savedSearchHits.seenAt })
    .from(savedSearchHits)
    .innerJoin(savedSearches, eq(savedSearches.id, savedSearchHits.searchId))
    .innerJoin(documents, eq(documents.id, savedSearchHits.documentId))
    .where(mine)
    .orderBy(desc(savedSearchHits.at));
  await db.update(savedSearchHits).set({ seenAt: at }).where(and(eq(savedSearchHits.searchId, id), isNull(savedSearchHits.seenAt), inArray(savedSearchHits.documentId, rows.map(({ documentId }) => documentId))));
  return rows.map(({ seenAt, ...row }) => ({ ...row, fresh: seenAt === null }));
}

/** The newest moment at which a résumé became ready; null without any. */
export async function latestResume(db: Database, _scope: SystemScope): Promise<Date | null> {
  const [row] = await db.select({ at: documents.updatedAt }).from(documents).where(and(eq(documents.kind, "resume"), eq(documents.status, "ready"))).orderBy(desc(documents.updatedAt)).limit(1);
  return row?.at ?? null;
}

/** Takes the searches that have not looked since `upTo`: of several servers exactly one gets each. */
export async function takeSearches(db: Database, _scope: SystemScope, upTo: Date): Promise<(SavedSearchRow & { readonly since: Date })[]> {
  const before = await db.select().from(savedSearches).where(lt(savedSearches.lookedAt, upTo));
  const taken = [];
  for (const row of before) {
    const [mine] = await db.update(savedSearches).set({ lookedAt: upTo }).where(and(eq(savedSearches.id, row.id), eq(savedSearches.lookedAt, row.lookedAt))).returning();
    if (mine) taken.push({ ...mine, since: row.lookedAt });
  }
  return taken;
}

/** Résumés that became ready after a moment, with what the search's owner may read left to the caller. */
export async function listReadySince(db: Database, scope: Scope, since: Date): Promise<DocumentId[]> {
  const rows = await db.select({ id: documents.id }).from(documents).where(and(eq(documents.kind, "resume"), eq(documents.status, "ready"), gt(documents.updatedAt, since), readableDocuments(scope)));
  return rows.map(({ id }) => id);
}

export async function addHits(db: Database, _scope: SystemScope, hits: readonly { searchId: string; documentId: DocumentId; at: Date }[]): Promise<number> {
  if (hits.length === 0) return 0;
  return (await db.insert(savedSearchHits).values([...hits]).onConflictDoNothing().returning({ id: savedSearchHits.documentId })).length;
}
