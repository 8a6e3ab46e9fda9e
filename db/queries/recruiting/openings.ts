/** @file Openings as recruiters work on them: the list, one, its settings, its members, corrections of what it asks for. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { RequirementChange, RequirementView, ScoreVersionsView } from "../../../lib/contracts/recruiting";
import type { OpeningState, OpenStage, Stage } from "../../../lib/contracts/recruiting-words";
import { newId } from "../../../lib/core/ids";
import type { ActorScope, Scope } from "../../../lib/core/scope";
import type { DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applications, documents, openingMembers, openings, requirementCorrections, users } from "../../schema";
import { readableDocuments } from "../readable";
import { workedOn } from "./access";

export type OpeningRow = typeof openings.$inferSelect & { readonly title: string };

export interface NewOpening {
  readonly documentId: DocumentId;
  readonly requirements: readonly RequirementView[];
  readonly createdBy: UserId | null;
  readonly openedAt: Date;
  readonly seats?: number;
  readonly state?: OpeningState;
  readonly blindUntil?: OpenStage | null;
  readonly closedAt?: Date | null;
}

/** @returns false when somebody recruits for it already: then nothing was changed */
export async function insertOpening(db: Database, _scope: Scope, opening: NewOpening): Promise<boolean> {
  const requirements = [...opening.requirements];
  const rows = await db
    .insert(openings)
    .values({ ...opening, state: opening.state ?? "open", suggested: requirements, requirements })
    .onConflictDoNothing()
    .returning({ id: openings.documentId });
  return rows.length === 1;
}

/** Every one that the scope works on. */
export async function listWork(db: Database, scope: Scope): Promise<OpeningRow[]> {
  const rows = await db
    .select({ opening: openings, title: documents.title })
    .from(openings)
    .innerJoin(documents, eq(documents.id, openings.documentId))
    .where(and(workedOn(scope), readableDocuments(scope)))
    .orderBy(asc(documents.title));
  return rows.map(({ opening, title }) => ({ ...opening, title }));
}

/** Null when nobody recruits for it, or the scope does not work on it: the caller cannot tell which. */
export async function findWork(db: Database, scope: Scope, id: string): Promise<OpeningRow | null> {
  const [row] = await db
    .select({ opening: openings, title: documents.title })
    .from(openings)
    .innerJoin(documents, eq(documents.id, openings.documentId))
    .where(and(eq(openings.documentId, id as DocumentId), workedOn(scope), readableDocuments(scope)));
  return row ? { ...row.opening, title: row.title } : null;
}

/** Openings that somebody recruits for, whoever that is; for telling "not begun" from "not yours". */
export async function listTaken(db: Database, _scope: Scope): Promise<Set<DocumentId>> {
  return new Set((await db.select({ id: openings.documentId }).from(openings)).map(({ id }) => id));
}

export interface StageCount {
  readonly openingId: DocumentId;
  readonly stage: Stage;
  readonly n: number;
  readonly latest: Date;
}

/** Applications by opening and stage, of openings that the scope works on. */
export async function countStages(db: Database, scope: Scope): Promise<StageCount[]> {
  const rows = await db
    .select({ openingId: applications.openingId, stage: applications.stage, n: sql<number>`count(*)::int`, latest: sql<string>`max(${applications.appliedAt})` })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .where(workedOn(scope))
    .groupBy(applications.openingId, applications.stage);
  return rows.map((row) => ({ ...row, latest: new Date(row.latest) }));
}

export interface OpeningChange {
  readonly state?: OpeningState;
  readonly seats?: number;
  readonly blindUntil?: OpenStage | null;
  readonly closedAt?: Date | null;
  readonly pinned?: ScoreVersionsView;
  readonly runId?: string;
}

export async function updateOpening(db: Database, scope: Scope, id: DocumentId, change: OpeningChange): Promise<boolean> {
  const rows = await db.update(openings).set(change).where(and(eq(openings.documentId, id), workedOn(scope))).returning({ id: openings.documentId });
  return rows.length === 1;
}

/**
 * Stores corrected requirements, when nobody corrected them since.
 * @returns false when the revision is no longer `expected`
 */
export async function putRequirements(db: Database, scope: ActorScope, edit: { openingId: DocumentId; expected: number; requirements: readonly RequirementView[]; changes: readonly RequirementChange[]; at: Date }): Promise<boolean> {
  const { openingId, expected, requirements, changes, at } = edit;
  const mine = and(eq(openings.documentId, openingId), eq(openings.revision, expected), workedOn(scope));
  const rows = await db.update(openings).set({ requirements: [...requirements], revision: expected + 1 }).where(mine).returning({ id: openings.documentId });
  if (rows.length === 0) return false;
  if (changes.length > 0) await db.insert(requirementCorrections).values(changes.map((change) => ({ id: newId<string>(), openingId, revision: expected + 1, change, byId: scope.userId, at })));
  return true;
}

export type CorrectionRow = typeof requirementCorrections.$inferSelect & { readonly by: string | null };

/** Oldest first. */
export async function listCorrections(db: Database, _scope: Scope, openingId: DocumentId): Promise<CorrectionRow[]> {
  const rows = await db
    .select({ row: requirementCorrections, by: users.name })
    .from(requirementCorrections)
    .leftJoin(users, eq(users.id, requirementCorrections.byId))
    .where(eq(requirementCorrections.openingId, openingId))
    .orderBy(asc(requirementCorrections.revision), asc(requirementCorrections.id));
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export interface Named {
  readonly userId: UserId;
  readonly name: string;
}

/** By opening. */
export async function listMembers(db: Database, _scope: Scope, openingIds: readonly DocumentId[]): Promise<Map<DocumentId, Named[]>> {
  if (openingIds.length === 0) return new Map();
  const rows = await db
    .select({ openingId: openingMembers.openingId, userId: users.id, name: users.name })
    .from(openingMembers)
    .innerJoin(users, eq(users.id, openingMembers.userId))
    .where(inArray(openingMembers.openingId, [...openingIds]))
    .orderBy(asc(users.name));
  const byOpening = new Map<DocumentId, Named[]>();
  for (const { openingId, ...member } of rows) byOpening.set(openingId, [...(byOpening.get(openingId) ?? []), member]);
  return byOpening;
}

/** Accounts that may be let in (recruiters), or all of them; disabled ones left out. */
export async function listNamable(db: Database, _scope: Scope, role: "recruiter" | null): Promise<Named[]> {
  const open = eq(users.disabled, false);
  return db
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(role === null ? open : and(open, sql`${role} = any(${users.roles})`))
    .orderBy(asc(users.name));
}

export async function putMember(db: Database, _scope: Scope, member: { openingId: DocumentId; userId: UserId; addedBy: UserId | null; at: Date }): Promise<void> {
  const { at, ...row } = member;
  await db.insert(openingMembers).values({ ...row, addedAt: at }).onConflictDoNothing();
}

export async function removeMember(db: Database, _scope: Scope, member: { openingId: DocumentId; userId: UserId }): Promise<boolean> {
  const rows = await db.delete(openingMembers).where(and(eq(openingMembers.openingId, member.openingId), eq(openingMembers.userId, member.userId))).returning({ id: openingMembers.userId });
  return rows.length === 1;
}

