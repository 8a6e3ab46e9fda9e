/** @file What fairness figures are counted from: code, furthest stage and score of every application, without any person. */
import { eq, sql } from "drizzle-orm";
import type { Stage } from "../../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../../lib/core/scope";
import type { DocumentId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applicationEvents, applications, applicationScores, openings } from "../../schema";

export interface Counted {
  readonly code: string;
  readonly openingId: DocumentId;
  readonly stage: Stage;
  /** Came to an interview, whatever became of it. */
  readonly selected: boolean;
  readonly score: number | null;
}

/** Of the company as a whole; whoever asks sees sums only. */
export async function listCounted(db: Database, _scope: SystemScope): Promise<Counted[]> {
  const reached = sql<boolean>`exists (select 1 from ${applicationEvents} where ${applicationEvents.applicationId} = ${applications.id} and ${applicationEvents.toStage} in ('interview', 'offer', 'hired'))`;
  return db
    .select({ code: applications.code, openingId: applications.openingId, stage: applications.stage, selected: reached, score: applicationScores.score })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .leftJoin(applicationScores, sql`${applicationScores.applicationId} = ${applications.id} and ${applicationScores.runId} = ${openings.runId}`);
}

export interface ChannelOutcome {
  readonly channel: string;
  readonly applied: number;
  readonly interviewed: number;
  readonly hired: number;
  /** Mean days from applying to being hired; null without a hire. */
  readonly daysToHire: number | null;
}

/** What the channels brought: for the channel planner. */
export async function listChannelOutcomes(db: Database, _scope: SystemScope): Promise<ChannelOutcome[]> {
  const reached = sql`exists (select 1 from ${applicationEvents} where ${applicationEvents.applicationId} = ${applications.id} and ${applicationEvents.toStage} in ('interview', 'offer', 'hired'))`;
  const hired = sql`${applications.stage} = 'hired'`;
  const days = sql<number | null>`avg(extract(epoch from ${applications.stageSince} - ${applications.appliedAt}) / 86400) filter (where ${hired})`;
  const rows = await db
    .select({ channel: applications.channel, applied: sql<number>`count(*)::int`, interviewed: sql<number>`(count(*) filter (where ${reached}))::int`, hired: sql<number>`(count(*) filter (where ${hired}))::int`, days })
    .from(applications)
    .groupBy(applications.channel)
    .orderBy(applications.channel);
  return rows.map(({ days: mean, ...row }) => ({ ...row, daysToHire: mean === null ? null : Number(mean) }));
}
