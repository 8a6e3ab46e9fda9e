/**
 * @file The terms of documents: owner, validity, scope, succession, review. Reading goes with the document's row
 * (documents.ts); here is what writes them, and what resolves the names that a file or a person gives.
 */
import { and, arrayOverlaps, asc, eq, isNotNull, or, sql } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import { MANAGERS, NOBODY_KNOWN, type EmployeeFacts } from "../../lib/core/document-terms";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { DocumentId, DocumentKind, Language, Role, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { documents, documentTerms, employees, users } from "../schema";
import { readableDocuments } from "./readable";

export type TermsRow = typeof documentTerms.$inferSelect;

/** What may be set; a field that is left out stays as it is. */
export interface TermsChange {
  readonly ownerId?: UserId | null;
  readonly ownerName?: string | null;
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
  readonly supersedesId?: DocumentId | null;
  readonly sites?: readonly string[];
  readonly contracts?: readonly string[];
  readonly audience?: readonly string[];
  readonly languages?: readonly Language[];
  readonly reviewMonths?: number | null;
  readonly reviewedOn?: string | null;
  readonly given?: readonly string[];
}

/** Sets terms; a document without any gets a row. */
export async function putTerms(db: Database, _scope: Scope, documentId: DocumentId, change: TermsChange): Promise<void> {
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  const row = { ...set, updatedAt: new Date() } as Partial<typeof documentTerms.$inferInsert>;
  await db.insert(documentTerms).values({ ...row, documentId }).onConflictDoUpdate({ target: documentTerms.documentId, set: row });
}

/** Sets what a file declares, except for what a person gave when adding it. */
export async function putDeclaredTerms(db: Database, scope: SystemScope, documentId: DocumentId, change: TermsChange): Promise<void> {
  const given = (await findTerms(db, scope, documentId))?.given ?? [];
  await putTerms(db, scope, documentId, Object.fromEntries(Object.entries(change).filter(([field]) => !given.includes(field))));
}

/** @returns null for a document without terms */
export async function findTerms(db: Database, _scope: SystemScope, documentId: DocumentId): Promise<TermsRow | null> {
  const [row] = await db.select().from(documentTerms).where(eq(documentTerms.documentId, documentId));
  return row ?? null;
}

/**
 * Refuses a document that would take the place of itself, directly or around a corner.
 *
 * @throws AppError "request/invalid"
 */
export async function assertNoCycle(db: Database, _scope: Scope, link: { documentId: DocumentId; supersedesId: DocumentId }): Promise<void> {
  const seen = new Set<string>([link.documentId]);
  for (let at: DocumentId | null = link.supersedesId; at !== null; ) {
    if (seen.has(at)) {
      throw new AppError("request/invalid", `document ${link.documentId} would supersede itself`, {
        userMessage: "A document cannot take the place of itself. Choose the older one, or clear “replaces” on the other document first.",
      });
    }
    seen.add(at);
    const [row]: { next: DocumentId | null }[] = await db.select({ next: documentTerms.supersedesId }).from(documentTerms).where(eq(documentTerms.documentId, at));
    at = row?.next ?? null;
  }
}

/** Documents whose id, title or file is what somebody wrote, among those that the scope may read. */
export async function findByName(db: Database, scope: Scope, named: { name: string; kind: DocumentKind; except: DocumentId }): Promise<{ id: DocumentId; title: string }[]> {
  const wanted = named.name.trim().toLowerCase();
  const file = sql`lower(regexp_replace(${documents.source}, '^.*[/\\\\]', ''))`;
  const isNamed = or(eq(documents.id, named.name as DocumentId), eq(sql`lower(${documents.title})`, wanted), eq(sql`lower(${documents.source})`, wanted), eq(file, wanted));
  return db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(readableDocuments(scope), eq(documents.kind, named.kind), isNamed, sql`${documents.id} <> ${named.except}`))
    .orderBy(asc(documents.createdAt))
    .limit(2);
}

/** The account that an e-mail address or a whole name stands for; null when there is none, or more than one. */
export async function findPerson(db: Database, _scope: Scope, name: string): Promise<{ id: UserId; name: string } | null> {
  const wanted = name.trim().toLowerCase();
  const found = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.disabled, false), or(eq(users.email, wanted), eq(sql`lower(${users.name})`, wanted))))
    .limit(2);
  return found.length === 1 ? (found[0] ?? null) : null;
}

export interface DirectoryGroups {
  readonly sites: readonly string[];
  readonly contracts: readonly string[];
  readonly departments: readonly string[];
}

/** The words that the directory uses, each once, in order. Empty lists where it is not kept. */
export async function listDirectoryGroups(db: Database, _scope: Scope): Promise<DirectoryGroups> {
  const rows = await db.selectDistinct({ site: employees.site, contract: employees.contract, department: employees.department }).from(employees);
  const unique = (names: readonly string[]) => [...new Set(names)].filter(Boolean).sort((a, b) => a.localeCompare(b, "en"));
  return { sites: unique(rows.map(({ site }) => site)), contracts: unique(rows.map(({ contract }) => contract)), departments: unique(rows.map(({ department }) => department)) };
}

/** Accounts that can own a document: not disabled, by name. */
export async function listPossibleOwners(db: Database, _scope: Scope): Promise<{ id: UserId; name: string }[]> {
  return db.select({ id: users.id, name: users.name }).from(users).where(eq(users.disabled, false)).orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}

/**
 * Accounts that an access list may name: not disabled, by name.
 * @param roles only those with one of these; null: anyone
 */
export async function listPossibleReaders(db: Database, _scope: Scope, roles: readonly Role[] | null): Promise<{ id: UserId; name: string }[]> {
  const able = roles === null ? undefined : arrayOverlaps(users.roles, [...roles]);
  return db.select({ id: users.id, name: users.name }).from(users).where(and(eq(users.disabled, false), able)).orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}

/** What the directory says about the person of an account. */
export async function findEmployeeFacts(db: Database, _scope: SystemScope, userId: UserId): Promise<EmployeeFacts> {
  const [row] = await db.select().from(employees).where(eq(employees.userId, userId)).limit(1);
  if (!row) return NOBODY_KNOWN;
  const [report] = await db.select({ id: employees.id }).from(employees).where(and(isNotNull(employees.managerId), eq(employees.managerId, row.id))).limit(1);
  return { site: row.site, contract: row.contract, groups: [row.department, ...(report ? [MANAGERS] : [])], language: row.language === "zh" ? "zh" : "en" };
}
