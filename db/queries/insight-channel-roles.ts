/** @file What each channel brought for each role, over the whole company: sums only, for the channel planner of people insights. */
import { eq, sql } from "drizzle-orm";
import type { Channel } from "../../lib/contracts/recruiting-words";
import type { SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { applications, documents } from "../schema";

export interface ChannelRoleOutcome {
  readonly channel: Channel;
  /** The opening's title. */
  readonly title: string;
  readonly applied: number;
  /** Hired, not taken on, or withdrawn. */
  readonly decided: number;
  readonly hired: number;
}

/** By channel and the opening's title, in that order. */
export async function listChannelRoleOutcomes(db: Database, _scope: SystemScope): Promise<ChannelRoleOutcome[]> {
  const count = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}))::int`;
  return db
    .select({
      channel: applications.channel,
      title: documents.title,
      applied: sql<number>`count(*)::int`,
      decided: count(sql`${applications.stage} in ('hired', 'rejected', 'withdrawn')`),
      hired: count(sql`${applications.stage} = 'hired'`),
    })
    .from(applications)
    .innerJoin(documents, eq(documents.id, applications.openingId))
    .groupBy(applications.channel, documents.title)
    .orderBy(applications.channel, documents.title);
}
