/**
 * @file Earlier texts of a document: kept when a newer file takes its place, read through the document's own readers.
 */
import { and, count, desc, eq, inArray, max, ne, sql } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { DocumentId } from "../../lib/core/types";
import type { Database } from "../client";
import { applications, applicationScores, openingMembers, openings, requirementCorrections, scoreRuns, shortlists, documents, documentTasks, documentTerms, documentTexts, documentVersions, watchedFiles } from "../schema";
import { readableDocuments } from "./readable";

export type VersionRow = typeof documentVersions.$inferSelect;

interface Replacement {
  readonly from: DocumentId;
  readonly to: DocumentId;
}

/** The text of a document that is about to be replaced becomes a version of its successor; one without text leaves none. */
export async function keepVersion(db: Database, _scope: SystemScope, { from, to }: Replacement): Promise<void> {
  await db.update(documentVersions).set({ documentId: to }).where(eq(documentVersions.documentId, from));
  const [old] = await db
    .select({ title: documents.title, sha256: documents.sha256, addedAt: documents.createdAt, text: documentTexts.text, blocks: documentTexts.blocks })
    .from(documents)
    .innerJoin(documentTexts, eq(documentTexts.documentId, documents.id))
    .where(eq(documents.id, from));
  if (!old) return;
  const [last] = await db.select({ number: max(documentVersions.number) }).from(documentVersions).where(eq(documentVersions.documentId, to));
  await db.insert(documentVersions).values({ id: newId<string>(), documentId: to, formerId: from, number: (last?.number ?? 0) + 1, replacedAt: new Date(), ...old });
}

/** Terms (where the successor has none), tasks, successors and the watched file of a document that is about to be replaced. */
export async function moveReferences(db: Database, _scope: SystemScope, { from, to }: Replacement): Promise<void> {
  await inheritTerms(db, { from, to });
  await db.update(documentTerms).set({ supersedesId: to }).where(and(eq(documentTerms.supersedesId, from), ne(documentTerms.documentId, to)));
  // A task's key names its documents: an occasion that is known stays known.
  const key = sql`replace(${documentTasks.key}, ${from}, ${to})`;
  await db.update(documentTasks).set({ documentId: to, key }).where(eq(documentTasks.documentId, from));
  await db.update(documentTasks).set({ otherId: to, key }).where(eq(documentTasks.otherId, from));
  await db.update(watchedFiles).set({ documentId: to }).where(eq(watchedFiles.documentId, from));
  await moveRecruiting(db, { from, to });
}

/** Applications follow the newer résumé and are scored again, because quotes point into its text; an opening's work follows its newer text. */
async function moveRecruiting(db: Database, { from, to }: Replacement): Promise<void> {
  const moved = await db.update(applications).set({ documentId: to }).where(eq(applications.documentId, from)).returning({ id: applications.id });
  if (moved.length > 0) await db.delete(applicationScores).where(inArray(applicationScores.applicationId, moved.map(({ id }) => id)));
  const [opening] = await db.select().from(openings).where(eq(openings.documentId, from));
  if (!opening) return;
  await db.insert(openings).values({ ...opening, documentId: to });
  for (const table of [openingMembers, requirementCorrections, applications, scoreRuns, shortlists]) await db.update(table).set({ openingId: to }).where(eq(table.openingId, from));
}

/** What was given for the new file stays; the rest is as it was. */
async function inheritTerms(db: Database, { from, to }: Replacement): Promise<void> {
  const [old] = await db.select().from(documentTerms).where(eq(documentTerms.documentId, from));
  if (!old) return;
  const [mine] = await db.select({ given: documentTerms.given }).from(documentTerms).where(eq(documentTerms.documentId, to));
  const inherited = Object.fromEntries(Object.entries(old).filter(([field]) => field !== "documentId" && field !== "given" && !mine?.given.includes(field))) as Partial<typeof old>;
  await db.insert(documentTerms).values({ ...inherited, documentId: to }).onConflictDoUpdate({ target: documentTerms.documentId, set: inherited });
}

/** How many earlier texts each document has; documents without any are left out. */
export async function countVersions(db: Database, _scope: Scope, documentIds: readonly DocumentId[]): Promise<Map<DocumentId, number>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: documentVersions.documentId, n: count() })
    .from(documentVersions)
    .where(inArray(documentVersions.documentId, [...documentIds]))
    .groupBy(documentVersions.documentId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Newest first; empty when there is none, or the document may not be read. */
export async function listVersions(db: Database, scope: Scope, documentId: string): Promise<VersionRow[]> {
  const rows = await db
    .select({ version: documentVersions })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(readableDocuments(scope), eq(documentVersions.documentId, documentId as DocumentId)))
    .orderBy(desc(documentVersions.number));
  return rows.map(({ version }) => version);
}
