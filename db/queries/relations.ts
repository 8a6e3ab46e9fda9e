/**
 * @file Relations of people: what one person stands for now (read at every request), and naming and ending them.
 * Who manages whom is the directory's (employees.ts).
 */
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { DocumentId, LearningGroup, LearningGroupKind, Relations, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { documents, employees, hiringManagers, learningPartners, users } from "../schema";
import { readableDocuments } from "./readable";

interface RelationRow {
  readonly employee_id: string | null;
  readonly reports: string[];
  readonly openings: DocumentId[];
  readonly learning: LearningGroup[];
}

/** One statement, because every request asks. What has lapsed by `at` is left out. */
export async function findRelations(db: Database, _scope: SystemScope, { userId, at }: { userId: UserId; at: Date }): Promise<Relations> {
  const me = sql`select ${employees.id} from ${employees} where ${employees.userId} = ${userId} and ${employees.leftOn} is null`;
  const [row] = rowsOf<RelationRow>(
    await db.execute(sql`select
      (${me} order by 1 limit 1) as employee_id,
      coalesce((select array_agg(${employees.id} order by ${employees.id}) from ${employees} where ${employees.managerId} in (${me}) and ${employees.leftOn} is null), '{}') as reports,
      coalesce((select array_agg(${hiringManagers.openingId} order by ${hiringManagers.openingId}) from ${hiringManagers} where ${hiringManagers.userId} = ${userId} and ${hiringManagers.expiresAt} > ${at.toISOString()}::timestamptz), '{}') as openings,
      coalesce((select jsonb_agg(jsonb_build_object('kind', ${learningPartners.groupKind}, 'name', ${learningPartners.groupName}) order by ${learningPartners.groupKind}, ${learningPartners.groupName}) from ${learningPartners} where ${learningPartners.userId} = ${userId}), '[]') as learning`),
  );
  return { employeeId: row?.employee_id ?? null, reports: row?.reports ?? [], openings: row?.openings ?? [], learning: row?.learning ?? [] };
}

export interface HiringManager {
  readonly openingId: DocumentId;
  readonly userId: UserId;
  readonly name: string;
  readonly expiresAt: Date;
}

/** Present ones, of openings that the scope may read. */
export async function listHiringManagers(db: Database, scope: Scope, at: Date): Promise<HiringManager[]> {
  return db
    .select({ openingId: hiringManagers.openingId, userId: hiringManagers.userId, name: users.name, expiresAt: hiringManagers.expiresAt })
    .from(hiringManagers)
    .innerJoin(users, eq(users.id, hiringManagers.userId))
    .innerJoin(documents, eq(documents.id, hiringManagers.openingId))
    .where(and(gt(hiringManagers.expiresAt, at), readableDocuments(scope)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Openings that the scope may read, by title. */
export async function listOpeningTitles(db: Database, scope: Scope): Promise<{ id: DocumentId; title: string }[]> {
  return db.select({ id: documents.id, title: documents.title }).from(documents).where(and(eq(documents.kind, "job"), readableDocuments(scope))).orderBy(asc(documents.title));
}

/**
 * Names someone hiring manager of an opening until a moment, or changes that moment.
 * @throws AppError "request/not-found" when the scope may not read the opening, or there is no such enabled account
 */
export async function putHiringManager(db: Database, scope: ActorScope, grant: { openingId: DocumentId; userId: UserId; at: Date; expiresAt: Date }): Promise<void> {
  const [opening] = await db.select({ id: documents.id }).from(documents).where(and(eq(documents.id, grant.openingId), eq(documents.kind, "job"), readableDocuments(scope)));
  if (!opening) throw new AppError("request/not-found", "no such opening for this person");
  await requireAccount(db, grant.userId);
  const values = { openingId: grant.openingId, userId: grant.userId, grantedBy: scope.userId, grantedAt: grant.at, expiresAt: grant.expiresAt };
  const { openingId, userId, ...set } = values;
  await db.insert(hiringManagers).values({ openingId, userId, ...set }).onConflictDoUpdate({ target: [hiringManagers.openingId, hiringManagers.userId], set });
}

/** @throws AppError "request/not-found" */
export async function endHiringManager(db: Database, _scope: ActorScope, grant: { openingId: DocumentId; userId: UserId }): Promise<void> {
  const rows = await db.delete(hiringManagers).where(and(eq(hiringManagers.openingId, grant.openingId), eq(hiringManagers.userId, grant.userId))).returning({ id: hiringManagers.userId });
  if (rows.length === 0) throw new AppError("request/not-found", "not hiring manager of this opening");
}

export interface LearningPartner {
  readonly userId: UserId;
  readonly name: string;
  readonly kind: LearningGroupKind;
  readonly group: string;
}

export async function listLearningPartners(db: Database, _scope: Scope): Promise<LearningPartner[]> {
  return db
    .select({ userId: learningPartners.userId, name: users.name, kind: learningPartners.groupKind, group: learningPartners.groupName })
    .from(learningPartners)
    .innerJoin(users, eq(users.id, learningPartners.userId))
    .orderBy(asc(learningPartners.groupKind), asc(learningPartners.groupName), asc(users.name));
}

/** @returns false when they were already. @throws AppError "request/not-found" when there is no such enabled account */
export async function addLearningPartner(db: Database, scope: ActorScope, grant: { userId: UserId; group: LearningGroup; at: Date }): Promise<boolean> {
  await requireAccount(db, grant.userId);
  const values = { userId: grant.userId, groupKind: grant.group.kind, groupName: grant.group.name, grantedBy: scope.userId, grantedAt: grant.at };
  const rows = await db.insert(learningPartners).values(values).onConflictDoNothing().returning({ id: learningPartners.userId });
  return rows.length === 1;
}

/** @throws AppError "request/not-found" */
export async function endLearningPartner(db: Database, _scope: ActorScope, grant: { userId: UserId; group: LearningGroup }): Promise<void> {
  const theirs = and(eq(learningPartners.userId, grant.userId), eq(learningPartners.groupKind, grant.group.kind), eq(learningPartners.groupName, grant.group.name));
  const rows = await db.delete(learningPartners).where(theirs).returning({ id: learningPartners.userId });
  if (rows.length === 0) throw new AppError("request/not-found", "does no learning and development for this group");
}

/** Everything that was named for a person; for those who leave. */
export async function endRelationsOf(db: Database, _scope: Scope, userId: UserId): Promise<void> {
  await db.delete(hiringManagers).where(eq(hiringManagers.userId, userId));
  await db.delete(learningPartners).where(eq(learningPartners.userId, userId));
}

async function requireAccount(db: Database, id: UserId): Promise<void> {
  const [row] = await db.select({ id: users.id }).from(users).where(and(eq(users.id, id), eq(users.disabled, false)));
  if (!row) throw new AppError("request/not-found", "no such enabled account");
}
