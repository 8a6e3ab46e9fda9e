/**
 * @file The company directory. Written by the demo seed so far; a person's own screens read it later.
 */
import { and, count, eq, isNull } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { employees } from "../schema";
import { normaliseEmail } from "./people";

export type NewEmployee = typeof employees.$inferInsert;

/** Adds people; those with a known id stay as they are. */
export async function addEmployees(db: Database, _scope: SystemScope, people: readonly NewEmployee[]): Promise<void> {
  if (people.length > 0) await db.insert(employees).values([...people]).onConflictDoNothing();
}

export async function countEmployees(db: Database, _scope: SystemScope): Promise<number> {
  const [row] = await db.select({ n: count() }).from(employees);
  return row?.n ?? 0;
}

/** Joins an account to the directory entry with its address, if there is one that has no account yet. */
export async function linkEmployee(db: Database, _scope: SystemScope, link: { userId: UserId; email: string }): Promise<void> {
  const entry = and(eq(employees.email, normaliseEmail(link.email)), isNull(employees.userId), isNull(employees.leftOn));
  await db.update(employees).set({ userId: link.userId }).where(entry);
}
