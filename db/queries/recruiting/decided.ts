/** @file What recruiters decided, with the scorecard that stood before them: what suggested weights are learned from. */
import { eq, sql } from "drizzle-orm";
import type { ScorecardView } from "../../../lib/contracts/recruiting";
import type { Stage } from "../../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../../lib/core/scope";
import type { ApplicationId, DocumentId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applications, applicationScores, openings } from "../../schema";
import { reachedInterview } from "./reached";

export interface Decided {
  readonly id: ApplicationId;
  readonly code: string;
  readonly openingId: DocumentId;
  readonly stage: Stage;
  /** Came to an interview, whatever became of it. */
  readonly reached: boolean;
  readonly card: ScorecardView;
}

/** Every application with a score of the run that is shown; in a fixed order. */
export async function listDecided(db: Database, _scope: SystemScope): Promise<Decided[]> {
  return db
    .select({ id: applications.id, code: applications.code, openingId: applications.openingId, stage: applications.stage, reached: reachedInterview(), card: applicationScores.card })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .innerJoin(applicationScores, sql`${applicationScores.applicationId} = ${applications.id} and ${applicationScores.runId} = ${openings.runId}`)
    .orderBy(applications.openingId, applications.id);
}
