/** @file What fairness figures are counted from: code, furthest stage and score of every application, without any person. */
import { eq, sql } from "drizzle-orm";
import type { Stage } from "../../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../../lib/core/scope";
import type { DocumentId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { applications, applicationScores, openings } from "../../schema";
import { reachedInterview } from "./reached";

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
  return db
    .select({ code: applications.code, openingId: applications.openingId, stage: applications.stage, selected: reachedInterview(), score: applicationScores.score })
    .from(applications)
    .innerJoin(openings, eq(openings.documentId, applications.openingId))
    .leftJoin(applicationScores, sql`${applicationScores.applicationId} = ${applications.id} and ${applicationScores.runId} = ${openings.runId}`);
}
