/** @file What recruiters decided, with the scorecard that stood before them: what suggested weights are learned from. */
import { eq, sql } from "drizzle-orm";
import type { ScorecardView } from "../../../lib/contracts/recruiting";
import type { Stage } from "../../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applications, applicationScores, openings, shortlistEntries } from "../../schema";
import { reachedInterview } from "./reached";

export interface Decided {
  readonly id: ApplicationId;
  readonly code: string;
  readonly openingId: DocumentId;
  readonly stage: Stage;
  /** Came to an interview, whatever became of it. */
  readonly reached: boolean;
  readonly appliedAt: Date;
  readonly shortlisted: boolean;
  /** When they were first chosen for a shortlist from a list of the run that is shown; null: never, or from another list. */
  readonly chosenAt: Date | null;
  readonly card: ScorecardView;
}

/** Every application with a score of the run that is shown; in a fixed order. */
export async function listDecided(db: Database, _scope: SystemScope): Promise<Decided[]> {
  return db
    .select({ id: applications.id, code: applications.code, openingId: applications.openingId, stage: applications.stage, reached: reachedInterview(), appliedAt: applications.appliedAt, chosenAt: sql<Date | null>`(select min(${shortlistEntries.at}) from ${shortlistEntries} where ${shortlistEntries.applicationId} = ${applications.id} and ${shortlistEntries.runId} = ${openings.runId} and ${shortlistEntries.rank} is not null)`.mapWith(applications.appliedAt), shortlisted: sql<boolean>`exists (select 1 from ${shortlistEntries} where ${shortlistEntries.applicationId} = ${applications.id})`, card: applicationScores.card })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .innerJoin(applicationScores, sql`${applicationScores.applicationId} = ${applications.id} and ${applicationScores.runId} = ${openings.runId}`)
    .orderBy(applications.openingId, applications.id);
}
