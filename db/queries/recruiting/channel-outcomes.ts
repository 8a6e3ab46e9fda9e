/** @file What each channel brought, over the whole company: sums only, for the channel planner of people insights. */
import { sql } from "drizzle-orm";
import type { Channel } from "../../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../../lib/core/scope";
import type { Database } from "../../client";
import { applications } from "../../schema";
import { reachedInterview } from "./reached";

export interface ChannelOutcome {
  readonly channel: Channel;
  readonly applied: number;
  /** Hired, not taken on, or withdrawn: the others may still become a hire. */
  readonly decided: number;
  readonly interviewed: number;
  readonly hired: number;
  /** Mean days from applying to being hired; null without a hire. */
  readonly daysToHire: number | null;
}

/** By channel, in the order of their names; channels through which nobody came are left out. */
export async function listChannelOutcomes(db: Database, _scope: SystemScope): Promise<ChannelOutcome[]> {
  const hired = sql`${applications.stage} = 'hired'`;
  const decided = sql`${applications.stage} in ('hired', 'rejected', 'withdrawn')`;
  const days = sql<number | null>`avg(extract(epoch from ${applications.stageSince} - ${applications.appliedAt}) / 86400) filter (where ${hired})`;
  const count = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}))::int`;
  const rows = await db
    .select({ channel: applications.channel, applied: sql<number>`count(*)::int`, decided: count(decided), interviewed: count(reachedInterview()), hired: count(hired), days })
    .from(applications)
    .groupBy(applications.channel)
    .orderBy(applications.channel);
  return rows.map(({ days: mean, ...row }) => ({ ...row, daysToHire: mean === null ? null : Number(mean) }));
}
