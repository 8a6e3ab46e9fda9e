/**
 * @file The company directory. Written by the demo seed so far; a person's own screens read it later.
 */
import { count } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { employees } from "../schema";

export type NewEmployee = typeof employees.$inferInsert;

/** Adds people; those with a known id stay as they are. */
export async function addEmployees(db: Database, _scope: SystemScope, people: readonly NewEmployee[]): Promise<void> {
  if (people.length > 0) await db.insert(employees).values([...people]).onConflictDoNothing();
}

export async function countEmployees(db: Database, _scope: SystemScope): Promise<number> {
  const [row] = await db.select({ n: count() }).from(employees);
  return row?.n ?? 0;
}
