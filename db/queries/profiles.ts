/**
 * @file Profiles of résumés, the keys of persons in them, and what people decided about pairs. Reads take a scope and
 * see only résumés that it may read.
 */
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ProfileOutput } from "../../lib/contracts/profile";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { DocumentId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { documents, documentTexts, personLinks, resumeKeys, resumeProfiles, users } from "../schema";
import { readableDocuments } from "./readable";

export interface NewProfile {
  readonly version: string;
  readonly profile: ProfileOutput;
  readonly keys: readonly { readonly kind: "email" | "phone" | "name"; readonly key: string }[];
}

/** Replaces what is kept of a résumé. Does nothing when the document is gone. */
export async function putProfile(db: Database, _scope: SystemScope, id: DocumentId, { version, profile, keys }: NewProfile): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, id)).for("key share");
    if (!row) return;
    const values = { version, profile, updatedAt: new Date() };
    await tx.insert(resumeProfiles).values({ documentId: id, ...values }).onConflictDoUpdate({ target: resumeProfiles.documentId, set: values });
    await tx.delete(resumeKeys).where(eq(resumeKeys.documentId, id));
    if (keys.length > 0) await tx.insert(resumeKeys).values(keys.map((key) => ({ documentId: id, ...key })));
  });
}

/** Null when there is none yet or the résumé may not be read. */
export async function findProfile(db: Database, scope: Scope, id: string): Promise<{ version: string; profile: ProfileOutput } | null> {
  const [row] = await db
    .select({ version: resumeProfiles.version, profile: resumeProfiles.profile })
    .from(resumeProfiles)
    .innerJoin(documents, eq(documents.id, resumeProfiles.documentId))
    .where(and(readableDocuments(scope), eq(resumeProfiles.documentId, id as DocumentId)));
  return row ?? null;
}

/** Profiles of several résumés by document; those that are missing or may not be read are left out. */
export async function findProfiles(db: Database, scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<DocumentId, ProfileOutput>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: resumeProfiles.documentId, profile: resumeProfiles.profile })
    .from(resumeProfiles)
    .innerJoin(documents, eq(documents.id, resumeProfiles.documentId))
    .where(and(readableDocuments(scope), inArray(resumeProfiles.documentId, ids as DocumentId[])));
  return new Map(rows.map((row) => [row.id, row.profile]));
}

export interface StoredResume {
  readonly id: DocumentId;
  readonly source: string;
  readonly language: "en" | "zh" | null;
  readonly warnings: string[];
  readonly text: string;
  readonly pages: { page: number; start: number; end: number }[];
  readonly blocks: (typeof documentTexts.$inferSelect)["blocks"];
}

/** Résumés that are ready and whose profile is missing or of another version, oldest first. */
export async function listStale(db: Database, _scope: SystemScope, version: string, limit: number): Promise<StoredResume[]> {
  return db
    .select({ id: documents.id, source: documents.source, language: documents.language, warnings: documents.warnings, text: documentTexts.text, pages: documentTexts.pages, blocks: documentTexts.blocks })
    .from(documents)
    .innerJoin(documentTexts, eq(documentTexts.documentId, documents.id))
    .leftJoin(resumeProfiles, eq(resumeProfiles.documentId, documents.id))
    .where(and(eq(documents.kind, "resume"), eq(documents.status, "ready"), or(sql`${resumeProfiles.version} is null`, ne(resumeProfiles.version, version))))
    .orderBy(documents.createdAt)
    .limit(limit);
}

/** Ids of other résumés that share a key with this one or that someone decided about, as far as the scope may read them. */
export async function listRelated(db: Database, scope: Scope, id: string): Promise<DocumentId[]> {
  const own = alias(resumeKeys, "own");
  const shared = db
    .select({ id: resumeKeys.documentId })
    .from(own)
    .innerJoin(resumeKeys, and(eq(resumeKeys.kind, own.kind), eq(resumeKeys.key, own.key), ne(resumeKeys.documentId, own.documentId)))
    .where(eq(own.documentId, id as DocumentId));
  const linked = sql`select case when ${personLinks.a} = ${id} then ${personLinks.b} else ${personLinks.a} end from ${personLinks} where ${personLinks.a} = ${id} or ${personLinks.b} = ${id}`;
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(readableDocuments(scope), eq(documents.kind, "resume"), eq(documents.status, "ready"), or(inArray(documents.id, shared), sql`${documents.id} in (${linked})`)))
    .orderBy(documents.createdAt);
  return rows.map((row) => row.id);
}

export interface PersonLinkRow {
  readonly other: DocumentId;
  readonly verdict: "same" | "different";
  readonly by: string | null;
  readonly at: Date;
}

export async function listLinks(db: Database, _scope: Scope, id: string): Promise<PersonLinkRow[]> {
  const rows = await db
    .select({ a: personLinks.a, b: personLinks.b, verdict: personLinks.verdict, by: users.name, at: personLinks.at })
    .from(personLinks)
    .leftJoin(users, eq(users.id, personLinks.byId))
    .where(or(eq(personLinks.a, id as DocumentId), eq(personLinks.b, id as DocumentId)));
  return rows.map(({ a, b, ...row }) => ({ ...row, other: a === id ? b : a }));
}

/** @param verdict null takes back what was decided. @returns false when nothing changed */
export async function putLink(db: Database, _scope: Scope, pair: { one: DocumentId; other: DocumentId; verdict: "same" | "different" | null; byId: UserId }): Promise<boolean> {
  const [a, b] = pair.one < pair.other ? [pair.one, pair.other] : [pair.other, pair.one];
  if (pair.verdict === null) {
    const gone = await db.delete(personLinks).where(and(eq(personLinks.a, a), eq(personLinks.b, b))).returning({ a: personLinks.a });
    return gone.length > 0;
  }
  const values = { verdict: pair.verdict, byId: pair.byId, at: new Date() };
  const rows = await db.insert(personLinks).values({ a, b, ...values }).onConflictDoUpdate({ target: [personLinks.a, personLinks.b], set: values, setWhere: ne(personLinks.verdict, pair.verdict) }).returning({ a: personLinks.a });
  return rows.length > 0;
}
