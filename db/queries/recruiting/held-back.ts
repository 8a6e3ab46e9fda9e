/** @file Résumés that may not be ranked for an opening, and why: they applied already, their term is over, or they agreed to another application only. */
import { sql } from "drizzle-orm";
import type { DocumentId } from "../../../lib/core/types";
import type { SystemScope } from "../../../lib/core/scope";
import type { Database } from "../../client";
import { applications } from "../../schema";

export type HeldBack = "applied" | "term" | "consent";

/**
 * Of one résumé's applications one that still holds and was made for later openings too is enough. Whoever never applied is
 * not held back: no term and no consent is recorded for them.
 */
export async function listHeldBack(db: Database, _scope: SystemScope, { openingId, now }: { openingId: DocumentId; now: Date }): Promise<Map<DocumentId, HeldBack>> {
  const rows = await db.select({ documentId: applications.documentId, openingId: applications.openingId, consent: applications.consent, keepUntil: applications.keepUntil }).from(applications);
  const byResume = new Map<DocumentId, typeof rows>();
  for (const row of rows) byResume.set(row.documentId, [...(byResume.get(row.documentId) ?? []), row]);
  const held = new Map<DocumentId, HeldBack>();
  for (const [documentId, own] of byResume) {
    const running = own.filter(({ keepUntil }) => keepUntil === null || keepUntil >= now);
    if (own.some((one) => one.openingId === openingId)) held.set(documentId, "applied");
    else if (running.length === 0) held.set(documentId, "term");
    else if (!running.some(({ consent }) => consent === "talent-pool")) held.set(documentId, "consent");
  }
  return held;
}

/** Résumés whose every application is past its term. */
export async function listTermsOver(db: Database, _scope: SystemScope, now: Date): Promise<Set<DocumentId>> {
  const rows = await db
    .select({ documentId: applications.documentId })
    .from(applications)
    .groupBy(applications.documentId)
    .having(sql`bool_and(coalesce(${applications.keepUntil} < ${now.toISOString()}::timestamptz, false))`);
  return new Set(rows.map(({ documentId }) => documentId));
}
