/**
 * @file Failed sign-ins by key, so that rate limits survive a restart and hold across processes. Keys are hashes:
 * no address is stored. lib/server/rate-limit.ts decides what the counts mean.
 */
import { and, count, eq, gt, inArray, lte } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { signInAttempts } from "../schema";

/** Adds one attempt per key. @returns the new rows' ids, in the order of `keys` */
export async function addAttempts(db: Database, _scope: SystemScope, attempt: { keys: readonly string[]; at: Date }): Promise<string[]> {
  const rows = attempt.keys.map((key) => ({ id: newId(attempt.at.getTime()), key, at: attempt.at }));
  await db.insert(signInAttempts).values(rows);
  return rows.map((row) => row.id);
}

/** @returns attempts later than `since`, by key; a key without any is absent */
export async function countAttempts(
  db: Database,
  _scope: SystemScope,
  window: { keys: readonly string[]; since: Date },
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ key: signInAttempts.key, n: count() })
    .from(signInAttempts)
    .where(and(inArray(signInAttempts.key, [...window.keys]), gt(signInAttempts.at, window.since)))
    .groupBy(signInAttempts.key);
  return new Map(rows.map((row) => [row.key, row.n]));
}

/** Takes single attempts back (they were refused unexamined, or turned out right). */
export async function removeAttempts(db: Database, _scope: SystemScope, ids: readonly string[]): Promise<void> {
  await db.delete(signInAttempts).where(inArray(signInAttempts.id, [...ids]));
}

/** Forgets every attempt of one key. */
export async function clearAttempts(db: Database, _scope: SystemScope, key: string): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, key));
}

/** Forgets every attempt at or before a moment: none of them counts any more. */
export async function purgeAttempts(db: Database, _scope: SystemScope, until: Date): Promise<void> {
  await db.delete(signInAttempts).where(lte(signInAttempts.at, until));
}
