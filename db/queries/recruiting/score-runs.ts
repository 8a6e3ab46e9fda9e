/** @file Runs of scoring: stored whole, never changed; an application that comes later joins the run that is shown. */
import { and, asc, desc, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { RequirementView, RunInputs, ScorecardView, ScoreVersionsView } from "../../../lib/contracts/recruiting";
import type { Scope, SystemScope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applications, applicationScores, documents, openings, scoreRuns, users } from "../../schema";

export type RunRow = typeof scoreRuns.$inferSelect & { readonly by: string | null };

export interface NewRun {
  readonly id: string;
  readonly openingId: DocumentId;
  readonly versions: ScoreVersionsView;
  readonly inputs: RunInputs;
  readonly revision: number;
  readonly requirements: readonly RequirementView[];
  readonly reason: string;
  readonly byId: UserId | null;
  readonly at: Date;
}

/** @returns its number within the opening */
export async function insertRun(db: Database, _scope: Scope, run: NewRun): Promise<number> {
  const [last] = await db.select({ n: sql<number>`coalesce(max(${scoreRuns.number}), 0)::int` }).from(scoreRuns).where(eq(scoreRuns.openingId, run.openingId));
  const number = (last?.n ?? 0) + 1;
  await db.insert(scoreRuns).values({ ...run, requirements: [...run.requirements], number });
  return number;
}

export interface NewScore {
  readonly applicationId: ApplicationId;
  readonly card: ScorecardView;
}

export async function insertScores(db: Database, _scope: Scope, runId: string, scores: readonly NewScore[]): Promise<void> {
  if (scores.length === 0) return;
  await db.insert(applicationScores).values(scores.map(({ applicationId, card }) => ({ runId, applicationId, score: card.score, card }))).onConflictDoNothing();
}

/** Newest first. */
export async function listRuns(db: Database, _scope: Scope, openingId: DocumentId): Promise<RunRow[]> {
  const rows = await db.select({ row: scoreRuns, by: users.name }).from(scoreRuns).leftJoin(users, eq(users.id, scoreRuns.byId)).where(eq(scoreRuns.openingId, openingId)).orderBy(desc(scoreRuns.number));
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export async function findRun(db: Database, _scope: Scope, openingId: DocumentId, id: string): Promise<RunRow | null> {
  const [row] = await db.select({ row: scoreRuns, by: users.name }).from(scoreRuns).leftJoin(users, eq(users.id, scoreRuns.byId)).where(and(eq(scoreRuns.id, id), eq(scoreRuns.openingId, openingId)));
  return row ? { ...row.row, by: row.by } : null;
}

/** Best first; equals by id, so that a rank is always the same. */
export async function listScores(db: Database, _scope: Scope, runId: string): Promise<{ applicationId: ApplicationId; card: ScorecardView }[]> {
  return db.select({ applicationId: applicationScores.applicationId, card: applicationScores.card }).from(applicationScores).where(eq(applicationScores.runId, runId)).orderBy(desc(applicationScores.score), asc(applicationScores.applicationId));
}

/** Every score that one application was ever given, oldest run first. */
export async function listScoresOf(db: Database, _scope: Scope, id: ApplicationId): Promise<{ run: number; at: Date; card: ScorecardView }[]> {
  return db
    .select({ run: scoreRuns.number, at: scoreRuns.at, card: applicationScores.card })
    .from(applicationScores)
    .innerJoin(scoreRuns, eq(scoreRuns.id, applicationScores.runId))
    .where(eq(applicationScores.applicationId, id))
    .orderBy(asc(scoreRuns.number));
}

/** Openings with somebody who could be scored and is not in the run that is shown: their résumé is read and their term is running. */
export async function listWaiting(db: Database, _scope: SystemScope, now: Date): Promise<Set<DocumentId>> {
  const unscored = sql`not exists (select 1 from ${applicationScores} where ${applicationScores.applicationId} = ${applications.id} and ${applicationScores.runId} = ${openings.runId})`;
  const rows = await db
    .selectDistinct({ id: applications.openingId })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .innerJoin(documents, eq(documents.id, applications.documentId))
    .where(and(eq(documents.status, "ready"), or(isNull(applications.keepUntil), gte(applications.keepUntil, now)), unscored));
  return new Set(rows.map(({ id }) => id));
}
