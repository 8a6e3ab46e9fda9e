/**
 * @file The audit log: appending a line to the chain, reading lines, and what verification needs. There is no query that
 * changes or deletes a line, and triggers refuse both. What is recorded when is lib/server/audit's.
 */
import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, like, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { AUDIT_FACTS, type AuditEvent, type AuditLine } from "../../lib/contracts/audit";
import { hashAuditLine } from "../../lib/core/audit-chain";
import { AppError } from "../../lib/core/errors";
import type { Scope } from "../../lib/core/scope";
import type { DocumentId, Role, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { auditEvents, auditHead, documents, users } from "../schema";
import { readableDocuments } from "./readable";

/** Who did it: a person with the roles of that moment, a part of Cadre, or nobody known (before sign-in). */
export type AuditActor =
  | { readonly type: "person"; readonly id: string; readonly roles: readonly Role[] }
  | { readonly type: "system"; readonly id: string }
  | { readonly type: "nobody" };

export interface NewAuditLine {
  readonly at: Date;
  readonly actor: AuditActor;
  /** Coarse; null when unknown. */
  readonly address: string | null;
  readonly event: AuditEvent;
}

/**
 * Adds one line at the end of the chain. Writers take turns on the head row, so that any number of processes keep one
 * chain. Within a caller's transaction it belongs to it: both or neither. Call it last there, because the head stays
 * locked until the transaction ends.
 *
 * @returns the line's place
 * @throws ZodError when facts do not fit the action; whatever the database throws
 */
export async function appendAuditLine(db: Database, _scope: Scope, line: NewAuditLine): Promise<{ seq: number; hash: string }> {
  const { action, object } = line.event;
  const facts = AUDIT_FACTS[action].parse(line.event.facts);
  const { actor } = line;
  return db.transaction(async (tx) => {
    const [head] = await tx.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead).for("update");
    if (!head) throw new AppError("data/unavailable", "the audit log has lost its head row; run: cadre audit verify");
    const next = {
      seq: head.seq + 1,
      at: line.at.toISOString(),
      actor: { type: actor.type, id: actor.type === "nobody" ? null : actor.id, roles: actor.type === "person" ? [...actor.roles] : [] },
      action,
      object: { kind: object.kind, id: object.id },
      facts,
      address: line.address,
      previousHash: head.hash,
    };
    const hash = hashAuditLine(next);
    await tx.insert(auditEvents).values({
      seq: next.seq,
      at: line.at,
      actorType: actor.type,
      actorId: next.actor.id,
      actorRoles: next.actor.roles,
      action,
      objectKind: object.kind,
      objectId: object.id,
      facts,
      address: line.address,
      previousHash: head.hash,
      hash,
    });
    await tx.update(auditHead).set({ seq: next.seq, hash }).where(eq(auditHead.id, 1));
    return { seq: next.seq, hash };
  });
}

export interface AuditFilter {
  readonly person?: string | undefined;
  /** A whole action, or what stands before its dot. */
  readonly action?: string | undefined;
  /** Lines about any of these documents, or that list one of them. */
  readonly documents?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/**
 * Lines that the scope may read, newest first.
 *
 * @param page.before only lines with a smaller number  @param page.limit how many at most
 * @throws AppError "policy/forbidden" for a person who is neither hr_lead nor admin
 */
export async function listAuditLines(db: Database, scope: Scope, filter: AuditFilter, page: { before?: number | undefined; limit: number }): Promise<AuditLine[]> {
  const where = and(legibleLines(scope), matching(filter), page.before === undefined ? undefined : lt(auditEvents.seq, page.before));
  const rows = await db.select().from(auditEvents).where(where).orderBy(desc(auditEvents.seq)).limit(page.limit);
  return rows.map(toLine);
}

/** The same lines oldest first, for exports: those after `page.after`, up to and with `page.last`. @throws as listAuditLines */
export async function listAuditLinesForward(db: Database, scope: Scope, filter: AuditFilter, page: { after: number; last: number; limit: number }): Promise<AuditLine[]> {
  const where = and(legibleLines(scope), matching(filter), gt(auditEvents.seq, page.after), lte(auditEvents.seq, page.last));
  const rows = await db.select().from(auditEvents).where(where).orderBy(asc(auditEvents.seq)).limit(page.limit);
  return rows.map(toLine);
}

/** @throws as listAuditLines */
export async function countAuditLines(db: Database, scope: Scope, filter: AuditFilter = {}): Promise<number> {
  const [row] = await db.select({ n: count() }).from(auditEvents).where(and(legibleLines(scope), matching(filter)));
  return row?.n ?? 0;
}

/** Ids of all people who have a line that the scope may read. @throws as listAuditLines */
export async function listAuditPeople(db: Database, scope: Scope): Promise<string[]> {
  const rows = await db.selectDistinct({ id: auditEvents.actorId }).from(auditEvents).where(and(legibleLines(scope), eq(auditEvents.actorType, "person"), isNotNull(auditEvents.actorId)));
  return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
}

/** Ids of documents that the scope may read whose title or file name has the words; `limit` at most. */
export async function findDocumentsTitled(db: Database, scope: Scope, words: string, limit: number): Promise<string[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(readableDocuments(scope), or(sql`${documents.title} ilike ${pattern}`, sql`${documents.source} ilike ${pattern}`, sql`${documents.personName} ilike ${pattern}`)))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Names for ids, as they are now. An id that is missing belongs to someone erased, or to a document that is gone or that
 * the scope may not read: the two look alike. @throws as listAuditLines
 */
export async function resolveAuditNames(db: Database, scope: Scope, ids: { accounts: readonly string[]; documents: readonly string[] }): Promise<{ accounts: Record<string, string>; documents: Record<string, string> }> {
  assertReader(scope);
  const accounts = ids.accounts.length === 0 ? [] : await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids.accounts as UserId[]));
  const titles =
    ids.documents.length === 0
      ? []
      : await db
          .select({ id: documents.id, kind: documents.kind, title: documents.title, person: documents.personName })
          .from(documents)
          .where(and(readableDocuments(scope), inArray(documents.id, ids.documents as DocumentId[])));
  return {
    accounts: Object.fromEntries(accounts.map((row) => [row.id, row.name])),
    documents: Object.fromEntries(titles.map((row) => [row.id, row.kind === "resume" ? (row.person ?? row.title) : row.title])),
  };
}

/** False for a database from before there was an audit log. */
export async function auditLogExists(db: Database): Promise<boolean> {
  const [found] = await db.select({ there: sql<boolean>`to_regclass('audit_head') is not null` }).from(sql`(select 1) as one`);
  return found?.there === true;
}

/** Where the chain ends; null when the head row is missing. */
export async function findAuditHead(db: Database): Promise<{ seq: number; hash: string } | null> {
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead);
  return head ?? null;
}

/** Stored lines after a number, in the order of their numbers, whoever may read them: for verification. */
export async function scanAuditLines(db: Database, page: { after: number; last: number; limit: number }): Promise<AuditLine[]> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(and(gt(auditEvents.seq, page.after), lte(auditEvents.seq, page.last)))
    .orderBy(asc(auditEvents.seq))
    .limit(page.limit);
  return rows.map(toLine);
}

/** Numbers outside of 1 … head, as of one moment; empty in a sound log. `limit` at most. */
export async function findAuditLinesOutside(db: Database, limit: number): Promise<number[]> {
  const rows = await db
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(or(lt(auditEvents.seq, 1), sql`${auditEvents.seq} > coalesce((select max(${auditHead.seq}) from ${auditHead}), 0)`))
    .orderBy(asc(auditEvents.seq))
    .limit(limit);
  return rows.map((row) => row.seq);
}

/** The hr_lead reads every line, an admin those about accounts. */
function legibleLines(scope: Scope): SQL | undefined {
  assertReader(scope);
  const all = scope.type === "system" || scope.principals.includes("role:hr_lead");
  return all ? undefined : eq(auditEvents.objectKind, "account");
}

function assertReader(scope: Scope): void {
  const reads = scope.type === "system" || scope.principals.includes("role:hr_lead") || scope.principals.includes("role:admin");
  if (!reads) throw new AppError("policy/forbidden", "the audit log is for HR leads, its account lines for administrators");
}

function matching(filter: AuditFilter): SQL | undefined {
  const { person, action, documents: ids, from, until } = filter;
  return and(
    person === undefined ? undefined : eq(auditEvents.actorId, person),
    action === undefined ? undefined : action.includes(".") ? eq(auditEvents.action, action) : like(auditEvents.action, `${action.replace(/[\\%_]/g, "")}.%`),
    ids === undefined ? undefined : aboutDocuments(ids),
    from === undefined ? undefined : gte(auditEvents.at, from),
    until === undefined ? undefined : lt(auditEvents.at, until),
  );
}

function aboutDocuments(ids: readonly string[]): SQL {
  if (ids.length === 0) return sql`false`;
  const list = sql.join(ids.map((id) => sql`${id}`), sql`, `);
  return sql`(${auditEvents.objectId} in (${list}) or exists (
    select 1 from jsonb_array_elements_text(case when jsonb_typeof(${auditEvents.facts} -> 'documents') = 'array' then ${auditEvents.facts} -> 'documents' else '[]'::jsonb end) as shown(id)
    where shown.id in (${list})))`;
}

function toLine(row: typeof auditEvents.$inferSelect): AuditLine {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: { type: row.actorType, id: row.actorId, roles: row.actorRoles },
    action: row.action,
    object: { kind: row.objectKind, id: row.objectId },
    facts: row.facts,
    address: row.address,
    previousHash: row.previousHash,
    hash: row.hash,
  };
}
