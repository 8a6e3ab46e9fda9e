/**
 * @file Taking the demo company out of the database, and looking for what might be left of it. The roots are what is marked
 * `demo` and what demo accounts added; demo-reach.ts says for every table how the rest goes.
 */
import { getTableName, sql, type SQL } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { DocumentId } from "../../lib/core/types";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { auditEvents, auditHead, conversations, documents, documentVersions, employees, equalOpportunityImports, erasures, growthCourses, growthEntries, growthMoves, growthRoles, hrAsks, hrItems, invitations, jobs, messages, notifications, reviewItems, reviewSources, settings, users, verifiedAnswers, watchedFiles } from "../schema";
import { listTables } from "../transfer/catalog";
import { DEMO_REACH } from "./demo-reach";

export interface DemoRoots {
  readonly users: readonly string[];
  readonly employees: readonly string[];
  readonly documents: readonly DocumentId[];
  /** Of these documents: those that somebody added with a demo account. */
  readonly added: readonly DocumentId[];
  readonly chunks: readonly string[];
}

export async function demoRoots(db: Database, _scope: SystemScope): Promise<DemoRoots> {
  const ids = async <Id extends string>(query: SQL) => rowsOf<{ id: Id }>(await db.execute(query)).map((row) => row.id);
  const theirs = sql`(select id from ${users} where demo)`;
  return {
    users: await ids(sql`select id from ${users} where demo order by id`),
    employees: await ids(sql`select id from ${employees} where demo order by id`),
    documents: await ids<DocumentId>(sql`select id from ${documents} where demo or uploaded_by in ${theirs} order by id`),
    added: await ids<DocumentId>(sql`select id from ${documents} where not demo and uploaded_by in ${theirs} order by id`),
    chunks: await ids(sql`select c.id from chunks c join ${documents} d on d.id = c.document_id where d.demo or d.uploaded_by in ${theirs} order by c.id`),
  };
}

const idsOf = (roots: DemoRoots) => [...roots.users, ...roots.employees, ...roots.documents];
/** A list as a set of rows: one parameter, however long. */
const setOf = (ids: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
/** True for text that names one of the ids anywhere. @source our ids are UUIDs in lower case: lib/core/ids.ts */
const names = (text: SQL, ids: readonly string[]) => sql`exists (select 1 from regexp_matches(${text}, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found where found[1] in ${setOf(ids)})`;

/** Accounts that stay and may administer: enabled, with the role. */
export async function countOwnAdmins(db: Database, _scope: SystemScope): Promise<number> {
  const [row] = rowsOf<{ n: number }>(await db.execute(sql`select count(*)::int as n from ${users} where not demo and not disabled and removed_at is null and 'admin' = any(roles)`));
  return row?.n ?? 0;
}

/** Names of the accounts that stay. */
export async function listOwnAccounts(db: Database, _scope: SystemScope): Promise<{ name: string; email: string }[]> {
  return rowsOf(await db.execute(sql`select name, email from ${users} where not demo and removed_at is null order by name, id`));
}

/** Rows by table. */
export async function countRows(db: Database, _scope: SystemScope): Promise<Map<string, number>> {
  const tables = await listTables(db);
  const parts = tables.map(({ name }) => sql`select ${name} as name, (select count(*)::int from ${sql.identifier(name)}) as n`);
  const rows = rowsOf<{ name: string; n: number }>(await db.execute(sql.join(parts, sql` union all `)));
  return new Map(rows.map(({ name, n }) => [name, n]));
}

/** Deletes the roots and all that hangs on them. Call it in a transaction. */
export async function deleteDemoRows(db: Database, _scope: SystemScope, roots: DemoRoots, keepSettings: readonly string[]): Promise<void> {
  const people = setOf(roots.users);
  const papers = setOf(roots.documents);
  for (const [table, reach] of Object.entries(DEMO_REACH)) if (reach === "all") await db.execute(sql`delete from ${sql.identifier(table)}`);
  for (const table of [growthCourses, growthRoles, growthMoves, growthEntries]) await db.execute(sql`delete from ${table} where demo`);
  await db.execute(sql`delete from ${verifiedAnswers} where demo or verified_by in ${people} or document_id in ${papers} or published_id in ${papers}`);
  await db.execute(sql`delete from ${invitations} where created_by in ${people}`);
  await db.execute(sql`delete from ${erasures} where demo or by_id in ${people}`);
  await db.execute(sql`delete from ${equalOpportunityImports} where demo or by_id in ${people}`);
  await db.execute(sql`delete from ${documentVersions} where former_id in ${papers}`);
  await db.execute(sql`delete from ${jobs} where document_id in ${papers}`);
  await db.execute(sql`delete from ${watchedFiles} where document_id in ${papers}`);
  await db.execute(sql`delete from ${conversations} c where exists (select 1 from ${messages} m where m.conversation_id = c.id and ${names(sql`coalesce(m.answer::text, '') || coalesce(m.retrieved::text, '')`, roots.documents)})`);
  await db.execute(sql`delete from ${notifications} where ${names(sql`href || words::text`, idsOf(roots))}`);
  await db.execute(sql`update ${employees} set manager_id = null where manager_id in ${setOf(roots.employees)}`);
  await db.execute(sql`delete from ${documents} where id in ${papers}`);
  await db.execute(sql`delete from ${employees} where id in ${setOf(roots.employees)}`);
  await db.execute(sql`delete from ${users} where id in ${people}`);
  await db.execute(sql`delete from ${reviewItems} i where demo or not exists (select 1 from ${reviewSources} s where s.item_id = i.id)`);
  await db.execute(sql`delete from ${hrItems} i where not exists (select 1 from ${hrAsks} a where a.item_id = i.id)`);
  await db.execute(sql`delete from ${settings} where not (key in ${setOf(keepSettings)})`);
}

const UNSEARCHED: readonly string[] = [auditEvents, auditHead].map(getTableName);

/**
 * Rows of every table (asked of the catalog, not of our list) that still bear the mark, or name an account, a directory
 * entry, a document or a passage of the demo in any column, JSON included. The audit log alone is left out.
 */
export async function findDemoTraces(db: Database, _scope: SystemScope, roots: DemoRoots): Promise<Map<string, number>> {
  const all = [...idsOf(roots), ...roots.chunks];
  const tables = (await listTables(db)).filter(({ name }) => !UNSEARCHED.includes(name));
  const parts = tables.map(({ name, columns }) => {
    const marked = columns.some((column) => column.name === "demo" && column.type === "boolean") ? sql`r.demo or ` : sql``;
    return sql`select ${name} as name, (select count(*)::int from ${sql.identifier(name)} r where ${marked}exists (select 1 from regexp_matches(r::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found where found[1] in (select id from ids))) as n`;
  });
  const rows = rowsOf<{ name: string; n: number }>(await db.execute(sql`with ids as materialized (select jsonb_array_elements_text(${JSON.stringify(all)}::jsonb) as id) ${sql.join(parts, sql` union all `)}`));
  return new Map(rows.map(({ name, n }) => [name, n]));
}
