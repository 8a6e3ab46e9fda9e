/**
 * @file Answers that HR has verified. Who may be served which is decided here with the reader's scope: a passage is readable
 * with its document, words alone by their audience. Text, not rows, leaves for people only through lib/server.
 */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { Scope } from "../../lib/core/scope";
import type { DocumentId, VerifiedAnswerId } from "../../lib/core/types";
import type { Database } from "../client";
import { documents, documentTerms, documentTexts, documentVersions, hrAsks, hrItems, verifiedAnswers } from "../schema";

export type VerifiedRow = typeof verifiedAnswers.$inferSelect;
export type NewVerified = Omit<typeof verifiedAnswers.$inferInsert, "id" | "createdAt" | "updatedAt" | "timesServed">;

export async function addVerified(db: Database, _scope: Scope, answer: NewVerified): Promise<VerifiedRow> {
  const [row] = await db.insert(verifiedAnswers).values({ id: newId<VerifiedAnswerId>(), ...answer }).returning();
  if (!row) throw new Error("an insert returned no row");
  return row;
}

export async function changeVerified(db: Database, _scope: Scope, id: VerifiedAnswerId, change: Partial<NewVerified>): Promise<void> {
  await db.update(verifiedAnswers).set({ ...change, updatedAt: new Date() }).where(eq(verifiedAnswers.id, id));
}

export async function countServe(db: Database, _scope: Scope, id: VerifiedAnswerId): Promise<void> {
  await db.update(verifiedAnswers).set({ timesServed: sql`${verifiedAnswers.timesServed} + 1` }).where(eq(verifiedAnswers.id, id));
}

export async function findVerifiedById(db: Database, _scope: Scope, id: string): Promise<VerifiedRow | null> {
  const [row] = await db.select().from(verifiedAnswers).where(eq(verifiedAnswers.id, id as VerifiedAnswerId));
  return row ?? null;
}

/** All that are not retired, or those of one state; the last changed first. */
export async function listVerified(db: Database, _scope: Scope, state?: VerifiedRow["state"]): Promise<VerifiedRow[]> {
  const where = state === undefined ? inArray(verifiedAnswers.state, ["serving", "suspended"]) : eq(verifiedAnswers.state, state);
  return db.select().from(verifiedAnswers).where(where).orderBy(desc(verifiedAnswers.updatedAt), desc(verifiedAnswers.id));
}

/** Ids and last change of those that serve everybody: the matcher's list is read again when these differ. */
export async function servingStamp(db: Database, _scope: Scope): Promise<string> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int`, last: sql<string | null>`max(${verifiedAnswers.updatedAt})::text` })
    .from(verifiedAnswers)
    .where(and(eq(verifiedAnswers.state, "serving"), eq(verifiedAnswers.shared, true)));
  const [asks] = await db.select({ n: sql<number>`count(*)::int` }).from(hrAsks);
  return `${row?.n ?? 0}|${row?.last ?? ""}|${asks?.n ?? 0}`;
}

/** Every phrasing that an answer was given to: HR's, and those of people who sent the question, where that was not private. */
export async function listServingPhrasings(db: Database, _scope: Scope): Promise<{ id: VerifiedAnswerId; text: string }[]> {
  const serving = and(eq(verifiedAnswers.state, "serving"), eq(verifiedAnswers.shared, true));
  const own = await db.select({ id: verifiedAnswers.id, text: verifiedAnswers.question }).from(verifiedAnswers).where(serving);
  const asked = await db
    .select({ id: verifiedAnswers.id, text: hrAsks.question })
    .from(verifiedAnswers)
    .innerJoin(hrItems, eq(hrItems.answerId, verifiedAnswers.id))
    .innerJoin(hrAsks, eq(hrAsks.itemId, hrItems.id))
    .where(serving);
  return [...own, ...asked];
}

/** What a source is now. Its text is asked for apart: it may be long. */
export interface SourceNow {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: (typeof documents.$inferSelect)["kind"];
  readonly sha256: string;
  readonly isReady: boolean;
  /** Its last day, `YYYY-MM-DD`. */
  readonly validUntil: string | null;
}

export async function findSources(db: Database, _scope: Scope, ids: readonly DocumentId[]): Promise<Map<DocumentId, SourceNow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: documents.id, title: documents.title, kind: documents.kind, sha256: documents.sha256, status: documents.status, validUntil: documentTerms.validUntil })
    .from(documents)
    .leftJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .where(inArray(documents.id, [...ids]));
  return new Map(rows.map(({ status, ...row }) => [row.id, { ...row, isReady: status === "ready" }]));
}

/** For the server's own checks; what people read goes through findDocumentText with their scope. */
export async function sourceText(db: Database, _scope: Scope, id: DocumentId): Promise<string | null> {
  const [row] = await db.select({ text: documentTexts.text }).from(documentTexts).where(eq(documentTexts.documentId, id));
  return row?.text ?? null;
}

export interface Successor {
  readonly id: DocumentId;
  /** changed: the same document with a newer file · replaced: another document that supersedes it. */
  readonly as: "changed" | "replaced";
}

/** Document that took another's place, by that other; only where it is ready. */
export async function findSuccessors(db: Database, _scope: Scope, ids: readonly DocumentId[]): Promise<Map<DocumentId, Successor>> {
  if (ids.length === 0) return new Map();
  const isReady = eq(documents.status, "ready");
  const superseding = await db
    .select({ id: documentTerms.documentId, old: documentTerms.supersedesId })
    .from(documentTerms)
    .innerJoin(documents, eq(documents.id, documentTerms.documentId))
    .where(and(isReady, inArray(documentTerms.supersedesId, [...ids])));
  const newer = await db
    .select({ id: documentVersions.documentId, old: documentVersions.formerId })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(isReady, inArray(documentVersions.formerId, [...ids])));
  return new Map<DocumentId, Successor>([
    ...superseding.flatMap(({ id, old }) => (old === null ? [] : [[old, { id, as: "replaced" as const }] as const])),
    ...newer.map(({ id, old }) => [old, { id, as: "changed" as const }] as const),
  ]);
}
