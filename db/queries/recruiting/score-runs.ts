/** @file Runs of scoring: stored whole, never changed; an application that comes later joins the run that is shown. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { RequirementView, ScorecardView, ScoreVersionsView } from "../../../lib/contracts/recruiting";
import type { Scope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applicationScores, scoreRuns, users } from "../../schema";

export type RunRow = typeof scoreRuns.$inferSelect & { readonly by: string | null };

export interface NewRun {
  readonly id: string;
  readonly openingId: DocumentId;
  readonly versions: ScoreVersionsView;
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
