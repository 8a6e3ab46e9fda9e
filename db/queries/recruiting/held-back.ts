/** @file Résumés that may not be ranked for an opening, and why: they applied already, their term is over, or they agreed to another application only. */
import { eq, sql } from "drizzle-orm";
import type { Consent } from "../../../lib/contracts/recruiting-words";
import type { DocumentId } from "../../../lib/core/types";
import type { SystemScope } from "../../../lib/core/scope";
import type { Database } from "../../client";
import { applications } from "../../schema";

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
  return held;
}

/** Why one résumé may not be ranked for any opening that it has not applied for; null: it may. */
export async function findHeldBack(db: Database, _scope: SystemScope, { documentId, now }: { documentId: DocumentId; now: Date }): Promise<Exclude<HeldBack, "applied"> | null> {
  return heldByTerms(await db.select(columns).from(applications).where(eq(applications.documentId, documentId)), now);
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
