/** @file Shortlists: who is on them and why, whom they are shared with until when, and what those say. */
import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Verdict } from "../../../lib/contracts/recruiting-words";
import { newId } from "../../../lib/core/ids";
import type { ActorScope, Scope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { shortlistAnswers, shortlistEntries, shortlistLinks, shortlists, users } from "../../schema";

export type ShortlistRow = typeof shortlists.$inferSelect;
export type EntryRow = typeof shortlistEntries.$inferSelect & { readonly by: string | null };
export type LinkRow = typeof shortlistLinks.$inferSelect & { readonly name: string };
export type AnswerRow = typeof shortlistAnswers.$inferSelect;

export async function insertShortlist(db: Database, _scope: Scope, list: { openingId: DocumentId; name: string; createdBy: UserId | null; at: Date }): Promise<string> {
  const id = newId<string>();
  const { at, ...row } = list;
  await db.insert(shortlists).values({ id, ...row, createdAt: at });
  return id;
}

/** Oldest first. The caller has asked whether the opening is theirs to work on. */
export const listShortlists = (db: Database, _scope: Scope, openingId: DocumentId): Promise<ShortlistRow[]> => db.select().from(shortlists).where(eq(shortlists.openingId, openingId)).orderBy(asc(shortlists.createdAt), asc(shortlists.id));

export async function findShortlist(db: Database, _scope: Scope, id: string): Promise<ShortlistRow | null> {
  const [row] = await db.select().from(shortlists).where(eq(shortlists.id, id));
  return row ?? null;
}

export async function deleteShortlist(db: Database, _scope: Scope, id: string): Promise<void> {
  await db.delete(shortlists).where(eq(shortlists.id, id));
}

/** Adds people, or changes the reason of who is on it. */
export async function putEntries(db: Database, _scope: Scope, put: { shortlistId: string; entries: readonly { applicationId: ApplicationId; reason: string; rank: number | null }[]; runId: string | null; byId: UserId | null; at: Date }): Promise<void> {
  const { shortlistId, runId, byId, at } = put;
  for (const { applicationId, reason, rank } of put.entries) {
    // What stood before whoever chose first stays: a reason that is worded anew is no new choice.
    await db.insert(shortlistEntries).values({ shortlistId, applicationId, reason, byId, at, runId: rank === null ? null : runId, rank }).onConflictDoUpdate({ target: [shortlistEntries.shortlistId, shortlistEntries.applicationId], set: { reason, byId, at } });
  }
}

export async function removeEntry(db: Database, _scope: Scope, entry: { shortlistId: string; applicationId: ApplicationId }): Promise<boolean> {
  const rows = await db.delete(shortlistEntries).where(and(eq(shortlistEntries.shortlistId, entry.shortlistId), eq(shortlistEntries.applicationId, entry.applicationId))).returning({ id: shortlistEntries.applicationId });
  return rows.length === 1;
}

/** In the order in which they were added. */
export async function listEntries(db: Database, _scope: Scope, shortlistIds: readonly string[]): Promise<EntryRow[]> {
  if (shortlistIds.length === 0) return [];
  const rows = await db.select({ row: shortlistEntries, by: users.name }).from(shortlistEntries).leftJoin(users, eq(users.id, shortlistEntries.byId)).where(inArray(shortlistEntries.shortlistId, [...shortlistIds])).orderBy(asc(shortlistEntries.at), asc(shortlistEntries.applicationId));
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export async function insertLink(db: Database, _scope: Scope, link: { shortlistId: string; userId: UserId; masked: boolean; createdBy: UserId | null; at: Date; expiresAt: Date }): Promise<string> {
  const id = newId<string>();
  const { at, ...row } = link;
  await db.insert(shortlistLinks).values({ id, ...row, createdAt: at });
  return id;
}

/** Newest first, also those that have lapsed. */
export async function listLinks(db: Database, _scope: Scope, shortlistIds: readonly string[]): Promise<LinkRow[]> {
  if (shortlistIds.length === 0) return [];
  const rows = await db.select({ row: shortlistLinks, name: users.name }).from(shortlistLinks).innerJoin(users, eq(users.id, shortlistLinks.userId)).where(inArray(shortlistLinks.shortlistId, [...shortlistIds])).orderBy(desc(shortlistLinks.createdAt), desc(shortlistLinks.id));
  return rows.map(({ row, name }) => ({ ...row, name }));
}

/** One's own, while it holds. */
export async function findOwnLink(db: Database, scope: ActorScope, id: string, at: Date): Promise<typeof shortlistLinks.$inferSelect | null> {
  const [row] = await db.select().from(shortlistLinks).where(and(eq(shortlistLinks.id, id), eq(shortlistLinks.userId, scope.userId), isNull(shortlistLinks.revokedAt), gt(shortlistLinks.expiresAt, at)));
  return row ?? null;
}

export async function endLink(db: Database, _scope: Scope, id: string, at: Date): Promise<boolean> {
  const rows = await db.update(shortlistLinks).set({ revokedAt: at }).where(and(eq(shortlistLinks.id, id), isNull(shortlistLinks.revokedAt))).returning({ id: shortlistLinks.id });
  return rows.length === 1;
}

export async function markOpened(db: Database, _scope: Scope, id: string, at: Date): Promise<void> {
  await db.update(shortlistLinks).set({ firstOpenedAt: at }).where(and(eq(shortlistLinks.id, id), isNull(shortlistLinks.firstOpenedAt)));
}

export async function putAnswer(db: Database, _scope: Scope, answer: { linkId: string; applicationId: ApplicationId; verdict: Verdict; note: string; at: Date }): Promise<void> {
  const { linkId: _link, applicationId: _application, ...set } = answer;
  await db.insert(shortlistAnswers).values(answer).onConflictDoUpdate({ target: [shortlistAnswers.linkId, shortlistAnswers.applicationId], set });
}

export async function listAnswers(db: Database, _scope: Scope, linkIds: readonly string[]): Promise<AnswerRow[]> {
  if (linkIds.length === 0) return [];
  return db.select().from(shortlistAnswers).where(inArray(shortlistAnswers.linkId, [...linkIds]));
}

/** The lists that one application stands on, with the reason, and what holders of links said of it; oldest first. */
export async function listOpinions(db: Database, _scope: Scope, id: ApplicationId): Promise<{ lists: { name: string; reason: string; at: Date }[]; answers: { verdict: Verdict; note: string; at: Date }[] }> {
  const lists = await db
    .select({ name: shortlists.name, reason: shortlistEntries.reason, at: shortlistEntries.at })
    .from(shortlistEntries)
    .innerJoin(shortlists, eq(shortlists.id, shortlistEntries.shortlistId))
    .where(eq(shortlistEntries.applicationId, id))
    .orderBy(asc(shortlistEntries.at));
  const answers = await db.select({ verdict: shortlistAnswers.verdict, note: shortlistAnswers.note, at: shortlistAnswers.at }).from(shortlistAnswers).where(eq(shortlistAnswers.applicationId, id)).orderBy(asc(shortlistAnswers.at));
  return { lists, answers };
}
