/**
 * @file The SQL form of "may this scope read this document?"; lib/server/policy/documents.ts is the same rule on objects.
 * Every query that touches documents, texts, chunks or counts puts one of these into its `where`.
 */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../../lib/core/scope";
import { documentAcl, documents } from "../schema";

/**
 * Condition on `documents` (which must be in the query's `from` or a join): its kind is open to the scope's roles and
 * its access list names the scope. A system scope reads everything.
 */
export function readableDocuments(scope: Scope): SQL {
  if (scope.type === "system") return sql`true`;
  const named = inArray(documentAcl.principal, [...scope.principals]);
  return sql`(${inArray(documents.kind, [...scope.kinds])} and exists (
    select 1 from ${documentAcl} where ${documentAcl.documentId} = ${documents.id} and ${named}))`;
}

/** `readableDocuments`, and ready: the only documents that retrieval, citations and counts of answers may use. */
export function retrievableDocuments(scope: Scope): SQL {
  return and(eq(documents.status, "ready"), readableDocuments(scope)) ?? sql`false`;
}
