/** @file The SQL form of "came to an interview, whatever became of it": what fairness, outcomes and learned weights count as selected. */
import { sql } from "drizzle-orm";
import { applicationEvents, applications } from "../../schema";

/** Of a row of `applications`, which must be in the query's `from`. */
export const reachedInterview = () => sql<boolean>`exists (select 1 from ${applicationEvents} where ${applicationEvents.applicationId} = ${applications.id} and ${applicationEvents.toStage} in ('interview', 'offer', 'hired'))`;
