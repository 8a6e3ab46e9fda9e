/**
 * @file The SQL form of "does this person work on this opening?": HR leads on every one, recruiters where they are on its
 * list. Every query of recruiting work puts it into its `where`; the opening's document must be readable as well.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Scope } from "../../../lib/core/scope";
import { openingMembers, openings } from "../../schema";

/** Condition on `openings`, which must be in the query's `from` or a join. */
export function workedOn(scope: Scope): SQL {
  if (scope.type === "system" || scope.principals.includes("role:hr_lead")) return sql`true`;
  if (!scope.principals.includes("role:recruiter")) return sql`false`;
  return sql`exists (select 1 from ${openingMembers} where ${openingMembers.openingId} = ${openings.documentId} and ${openingMembers.userId} = ${scope.userId})`;
}
