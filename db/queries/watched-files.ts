/** @file Files of watched folders as they were last read, and the documents that they are. Only the watcher writes them. */
import { and, asc, count, eq } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { watchedFiles } from "../schema";

export type WatchedFile = typeof watchedFiles.$inferSelect;

export async function listWatchedFiles(db: Database, _scope: SystemScope, root: string): Promise<WatchedFile[]> {
  return db.select().from(watchedFiles).where(eq(watchedFiles.root, root)).orderBy(asc(watchedFiles.path));
}

/** What was found of a file: the row of its path is made or brought up to date. */
export async function putWatchedFile(db: Database, _scope: SystemScope, file: Omit<typeof watchedFiles.$inferInsert, "id" | "seenAt">): Promise<void> {
  const set = { ...file, seenAt: new Date() };
  await db.insert(watchedFiles).values({ id: newId<string>(), ...set }).onConflictDoUpdate({ target: [watchedFiles.root, watchedFiles.path], set });
}

export async function changeWatchedFile(db: Database, _scope: SystemScope, id: string, change: Partial<Pick<WatchedFile, "path" | "sizeBytes" | "modifiedMs" | "state" | "error" | "documentId">>): Promise<void> {
  await db.update(watchedFiles).set({ ...change, seenAt: new Date() }).where(eq(watchedFiles.id, id));
}

/** How many files of a folder are documents, and which were refused, with the reason. */
export async function countWatchedFiles(db: Database, _scope: Scope, root: string): Promise<{ present: number; refused: { path: string; error: string }[] }> {
  const [row] = await db.select({ n: count() }).from(watchedFiles).where(and(eq(watchedFiles.root, root), eq(watchedFiles.state, "present")));
  const refused = await db.select({ path: watchedFiles.path, error: watchedFiles.error }).from(watchedFiles).where(and(eq(watchedFiles.root, root), eq(watchedFiles.state, "refused"))).orderBy(asc(watchedFiles.path));
  return { present: row?.n ?? 0, refused: refused.map(({ path, error }) => ({ path, error: error ?? "" })) };
}

/** Forgets a file that is gone and was no document. */
export async function forgetWatchedFile(db: Database, _scope: SystemScope, id: string): Promise<void> {
  await db.delete(watchedFiles).where(eq(watchedFiles.id, id));
}
