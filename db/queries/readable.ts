/**
 * @file The SQL form of "may this scope read this document?"; lib/server/policy/documents.ts is the same rule on objects.
 * Every query that touches documents, texts, chunks or counts puts one of these into its `where`.
 */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../../lib/core/scope";
import type { Principal } from "../../lib/core/types";
import { documentAcl, documents } from "../schema";

/**
 * Condition on `documents` (which must be in the query's `from` or a join): its kind is open to the scope's roles and
 * its access list names the scope, or it is a résumé that names an opening of the scope's. A system scope reads everything.
 */
export function readableDocuments(scope: Scope): SQL {
  if (scope.type === "system") return sql`true`;
  const names = (principals: readonly Principal[]) => sql`exists (
    select 1 from ${documentAcl} where ${documentAcl.documentId} = ${documents.id} and ${inArray(documentAcl.principal, [...principals])})`;
  const byRole = sql`(${inArray(documents.kind, [...scope.kinds])} and ${names(scope.principals)})`;
  return scope.openings.length === 0 ? byRole : sql`(${byRole} or (${eq(documents.kind, "resume")} and ${names(scope.openings)}))`;
}

/** `readableDocuments`, and ready: the only documents that retrieval, citations and counts of answers may use. */
export function retrievableDocuments(scope: Scope): SQL {
  return and(eq(documents.status, "ready"), readableDocuments(scope)) ?? sql`false`;
}
