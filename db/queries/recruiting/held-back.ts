/** @file Résumés that may not be ranked for an opening, and why: they applied already, their term is over, or they agreed to another application only. */
import { and, eq, inArray, isNotNull, lt, notExists, sql } from "drizzle-orm";
import type { Consent } from "../../../lib/contracts/recruiting-words";
import type { DocumentId } from "../../../lib/core/types";
import type { Scope, SystemScope } from "../../../lib/core/scope";
import type { Database } from "../../client";
import { applications, documents } from "../../schema";

export type HeldBack = "applied" | "term" | "consent";

interface Terms {
  readonly consent: Consent;
  readonly keepUntil: Date | null;
}

/**
 * Of one résumé's applications one that still holds and was made for later openings too is enough. Whoever never applied is
 * not held back: no term and no consent is recorded for them.
 */
function heldByTerms(own: readonly Terms[], now: Date): Exclude<HeldBack, "applied"> | null {
  const running = own.filter(({ keepUntil }) => keepUntil === null || keepUntil >= now);
  if (own.length > 0 && running.length === 0) return "term";
  return own.length > 0 && !running.some(({ consent }) => consent === "talent-pool") ? "consent" : null;
}

const columns = { documentId: applications.documentId, openingId: applications.openingId, consent: applications.consent, keepUntil: applications.keepUntil };

/** Of people who applied for nothing: until when they are kept, as agreed with them. */
const ownTerm = (): ReturnType<typeof and> => and(eq(documents.kind, "resume"), isNotNull(documents.keepUntil), notExists(sql`(select 1 from ${applications} where ${applications.documentId} = ${documents.id})`));

/** Every résumé that may not be ranked for this opening. */
export async function listHeldBack(db: Database, _scope: SystemScope, { openingId, now }: { openingId: DocumentId; now: Date }): Promise<Map<DocumentId, HeldBack>> {
  const rows = await db.select(columns).from(applications);
  const byResume = new Map<DocumentId, typeof rows>();
  for (const row of rows) byResume.set(row.documentId, [...(byResume.get(row.documentId) ?? []), row]);
  const held = new Map<DocumentId, HeldBack>();
  for (const [documentId, own] of byResume) {
    const why = own.some((one) => one.openingId === openingId) ? "applied" : heldByTerms(own, now);
    if (why !== null) held.set(documentId, why);
  }
  for (const { id } of await db.select({ id: documents.id }).from(documents).where(and(ownTerm(), lt(documents.keepUntil, now)))) held.set(id, "term");
  return held;
}

/** Why one résumé may not be ranked for any opening that it has not applied for; null: it may. */
export async function findHeldBack(db: Database, _scope: SystemScope, { documentId, now }: { documentId: DocumentId; now: Date }): Promise<Exclude<HeldBack, "applied"> | null> {
  const own = await db.select(columns).from(applications).where(eq(applications.documentId, documentId));
  if (own.length > 0) return heldByTerms(own, now);
  return (await db.$count(documents, and(eq(documents.id, documentId), ownTerm(), lt(documents.keepUntil, now)))) > 0 ? "term" : null;
}

/**
 * Until when people are kept as agreed: the last day of the terms of their applications, where each has one, else of their own
 * term. Whoever has no term is not among them, nor who was hired: their file is personnel's. @param ids these résumés only; undefined: all
 */
export async function listAgreedTerms(db: Database, _scope: Scope, ids?: readonly DocumentId[]): Promise<Map<DocumentId, Date>> {
  if (ids?.length === 0) return new Map();
  const applied = await db
    .select({ documentId: applications.documentId, until: sql<string>`max(${applications.keepUntil})` })
    .from(applications)
    .where(ids === undefined ? undefined : inArray(applications.documentId, [...ids]))
    .groupBy(applications.documentId)
    .having(sql`bool_and(${applications.keepUntil} is not null and ${applications.stage} <> 'hired')`);
  const own = await db.select({ id: documents.id, until: documents.keepUntil }).from(documents).where(and(ownTerm(), ids === undefined ? undefined : inArray(documents.id, [...ids])));
  return new Map([...applied.map(({ documentId, until }) => [documentId, new Date(until)] as const), ...own.flatMap(({ id, until }) => (until === null ? [] : [[id, until] as const]))]);
}

/** Says until when somebody who applied for nothing is kept; null: no term. @returns false when no such résumé is there */
export async function putOwnTerm(db: Database, _scope: Scope, id: DocumentId, until: Date | null): Promise<boolean> {
  return (await db.update(documents).set({ keepUntil: until }).where(and(eq(documents.id, id), eq(documents.kind, "resume"))).returning({ id: documents.id })).length > 0;
}

/** Résumés past every term that was agreed with the person, the longest over first. */
export async function listTermEnded(db: Database, scope: SystemScope, now: Date): Promise<DocumentId[]> {
  const over = [...(await listAgreedTerms(db, scope))].filter(([, until]) => until < now);
  return over.sort(([a, one], [b, other]) => one.getTime() - other.getTime() || (a < b ? -1 : 1)).map(([id]) => id);
}

/** Résumés whose every application is past its term. */
export async function listTermsOver(db: Database, _scope: SystemScope, now: Date): Promise<Set<DocumentId>> {
  const rows = await db
    .select({ documentId: applications.documentId })
    .from(applications)
    .groupBy(applications.documentId)
    .having(sql`bool_and(coalesce(${applications.keepUntil} < ${now.toISOString()}::timestamptz, false))`);
  const own = await db.select({ documentId: documents.id }).from(documents).where(and(ownTerm(), lt(documents.keepUntil, now)));
  return new Set([...rows, ...own].map(({ documentId }) => documentId));
}
