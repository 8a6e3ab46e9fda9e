/**
 * @file A cheap look at what documents there are and whether anything that answers depend on has changed: one short text
 * for all of them, and one per document for finding out which. For processes that follow what others do.
 */
import { sql, type SQL } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { DocumentId } from "../../lib/core/types";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { documentAcl, documents, documentTerms } from "../schema";

/** Status, title, last change, readers and terms of one document. */
const stamp: SQL = sql`md5(concat_ws('|', d.status, d.title, d.updated_at, d.chunk_count, (select string_agg(a.principal, ',' order by a.principal) from ${documentAcl} a where a.document_id = d.id), (select t::text from ${documentTerms} t where t.document_id = d.id)))`;

/** Equal as long as no document was added, removed or changed. */
export async function documentsStamp(db: Database, _scope: SystemScope): Promise<string> {
  const [row] = rowsOf<{ stamp: string | null }>(await db.execute(sql`select md5(string_agg(d.id || ${stamp}, ',' order by d.id)) as stamp from ${documents} d where d.status = 'ready'`));
  return row?.stamp ?? "none";
}

/** Of every ready document. */
export async function listDocumentStamps(db: Database, _scope: SystemScope): Promise<Map<DocumentId, string>> {
  const rows = rowsOf<{ id: DocumentId; stamp: string }>(await db.execute(sql`select d.id, ${stamp} as stamp from ${documents} d where d.status = 'ready' order by d.id`));
  return new Map(rows.map(({ id, stamp: value }) => [id, value]));
}
