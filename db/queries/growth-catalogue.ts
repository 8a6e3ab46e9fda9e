/** @file What the company offers: courses, roles, moves between them, and the network's entries. Read by everyone; written by HR leads. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { StoredCourse, StoredMove, StoredRole } from "../../lib/contracts/growth-catalogue";
import { AppError } from "../../lib/core/errors";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { growthCourses, growthEntries, growthEntryMembers, growthMoves, growthRoles } from "../schema";
import { ownGrowth, requireOwnEntry } from "./growth-people";

export async function listCourses(db: Database, _scope: Scope): Promise<StoredCourse[]> {
  const rows = await db.select({ course: growthCourses.course }).from(growthCourses).where(eq(growthCourses.active, true)).orderBy(asc(growthCourses.id));
  return rows.map(({ course }) => course);
}

/** Also those no longer offered: plans and finished steps name them. */
export async function coursesById(db: Database, _scope: Scope, ids: readonly string[]): Promise<Map<string, StoredCourse>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: growthCourses.id, course: growthCourses.course }).from(growthCourses).where(inArray(growthCourses.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, course }) => [id, course]));
}

/** All, with whether they are offered: for those who keep the catalogue. */
export async function listCatalogue(db: Database, _scope: Scope): Promise<{ course: StoredCourse; offered: boolean }[]> {
  return db.select({ course: growthCourses.course, offered: growthCourses.active }).from(growthCourses).orderBy(asc(growthCourses.id));
}

/** Which of these are no longer offered. */
export async function retiredAmong(db: Database, _scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.select({ id: growthCourses.id }).from(growthCourses).where(and(inArray(growthCourses.id, [...new Set(ids)]), eq(growthCourses.active, false)));
  return new Set(rows.map(({ id }) => id));
}

/** Adds courses or changes those with a known id; one that was retired stays so, whatever a file says of it. @returns how many of each, and of those changed how many are retired */
export async function putCourses(db: Database, scope: Scope, courses: readonly StoredCourse[], { source, demo = false }: { source: string | null; demo?: boolean }): Promise<{ added: number; changed: number; retired: number }> {
  requireHrLead(scope);
  let [added, retired] = [0, 0];
  for (const course of courses) {
    const set = { course: course, source, updatedAt: new Date() };
    const [row] = await db.insert(growthCourses).values({ id: course.id, demo, active: true, ...set }).onConflictDoUpdate({ target: growthCourses.id, set }).returning({ isNew: sql<boolean>`xmax = 0`, active: growthCourses.active });
    if (row?.isNew) added += 1;
    if (row?.active === false) retired += 1;
  }
  return { added, changed: courses.length - added, retired };
}

/** @returns false where it was so already. @throws AppError "request/not-found" */
export async function setCourseOffered(db: Database, scope: ActorScope, { id, offered }: { id: string; offered: boolean }): Promise<boolean> {
  requireHrLead(scope);
  const [known] = await db.select({ active: growthCourses.active }).from(growthCourses).where(eq(growthCourses.id, id)).for("update");
  if (!known) throw new AppError("request/not-found", "no such course");
  if (known.active === offered) return false;
  await db.update(growthCourses).set({ active: offered, updatedAt: new Date() }).where(eq(growthCourses.id, id));
  return true;
}

export async function listRoles(db: Database, _scope: Scope): Promise<StoredRole[]> {
  const rows = await db.select({ role: growthRoles.role }).from(growthRoles).orderBy(asc(growthRoles.id));
  return rows.map(({ role }) => role);
}

export async function listMoves(db: Database, _scope: Scope): Promise<StoredMove[]> {
  const rows = await db.select().from(growthMoves).orderBy(asc(growthMoves.fromRole), asc(growthMoves.toRole));
  return rows.map((row) => ({ from: row.fromRole, to: row.toRole, people: row.people, medianYears: (row.months ?? 0) / 12 }));
}

/** Adds roles or changes those with a known id. */
export async function putRoles(db: Database, scope: ActorScope, roles: readonly StoredRole[]): Promise<void> {
  requireHrLead(scope);
  for (const role of roles) await db.insert(growthRoles).values({ id: role.id, role }).onConflictDoUpdate({ target: growthRoles.id, set: { role, updatedAt: new Date() } });
}

/** The counts of these moves in the place of what was known of them. */
export async function putMoves(db: Database, scope: ActorScope, moves: readonly StoredMove[]): Promise<void> {
  requireHrLead(scope);
  for (const { from, to, people, medianYears } of moves) {
    const set = { people, months: medianYears * 12 };
    await db.insert(growthMoves).values({ id: `${from}>${to}`, fromRole: from, toRole: to, ...set }).onConflictDoUpdate({ target: growthMoves.id, set });
  }
}

/** The demo company's, at its first start; again, nothing changes. */
export async function addCatalogue(db: Database, _scope: SystemScope, { roles, moves }: { roles: readonly StoredRole[]; moves: readonly StoredMove[] }): Promise<void> {
  if (roles.length > 0) await db.insert(growthRoles).values(roles.map((role) => ({ id: role.id, role: role, demo: true }))).onConflictDoNothing();
  if (moves.length > 0) await db.insert(growthMoves).values(moves.map((move) => ({ id: `${move.from}>${move.to}`, fromRole: move.from, toRole: move.to, people: move.people, months: move.medianYears * 12, demo: true }))).onConflictDoNothing();
}

export type EntryRow = typeof growthEntries.$inferSelect;

/** By day, then name; how many joined, and whether the reader did. Names of members are nobody's to list. */
export async function listEntries(db: Database, scope: ActorScope): Promise<(EntryRow & { members: number; joined: boolean })[]> {
  const rows = await db.select().from(growthEntries).orderBy(asc(growthEntries.startsOn), asc(growthEntries.id));
  const counts = await db.select({ id: growthEntryMembers.entryId, n: sql<number>`count(*)::int`, own: sql<boolean>`bool_or(${ownGrowth(scope, growthEntryMembers.employeeId)})` }).from(growthEntryMembers).groupBy(growthEntryMembers.entryId);
  const byId = new Map(counts.map((row) => [row.id, row]));
  return rows.map((row) => ({ ...row, members: byId.get(row.id)?.n ?? 0, joined: byId.get(row.id)?.own ?? false }));
}

export async function addEntry(db: Database, scope: Scope, entry: typeof growthEntries.$inferInsert): Promise<void> {
  requireHrLead(scope);
  await db.insert(growthEntries).values(entry).onConflictDoNothing();
}

/** @throws AppError "request/not-found" */
export async function removeEntry(db: Database, scope: ActorScope, id: string): Promise<void> {
  requireHrLead(scope);
  const rows = await db.delete(growthEntries).where(eq(growthEntries.id, id)).returning({ id: growthEntries.id });
  if (rows.length === 0) throw new AppError("request/not-found", "no such entry");
}

/** @throws AppError "request/not-found" */
export async function joinEntry(db: Database, scope: ActorScope, { id, joined }: { id: string; joined: boolean }): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  const [entry] = await db.select({ id: growthEntries.id }).from(growthEntries).where(eq(growthEntries.id, id));
  if (!entry) throw new AppError("request/not-found", "no such entry");
  if (joined) await db.insert(growthEntryMembers).values({ entryId: id, employeeId: me.id }).onConflictDoNothing();
  else await db.delete(growthEntryMembers).where(and(eq(growthEntryMembers.entryId, id), eq(growthEntryMembers.employeeId, me.id)));
}

export type Community = Pick<EntryRow, "id" | "title"> & { readonly members: readonly string[] };

/** Communities with those of these people who joined: the caller passes only people who agreed to be seen there. */
export async function listCommunitiesOf(db: Database, _scope: SystemScope, people: readonly string[]): Promise<Community[]> {
  if (people.length === 0) return [];
  const rows = await db
    .select({ id: growthEntries.id, title: growthEntries.title, employeeId: growthEntryMembers.employeeId })
    .from(growthEntryMembers)
    .innerJoin(growthEntries, eq(growthEntries.id, growthEntryMembers.entryId))
    .where(and(eq(growthEntries.kind, "community"), inArray(growthEntryMembers.employeeId, [...people])))
    .orderBy(asc(growthEntries.id), asc(growthEntryMembers.employeeId));
  const byId = new Map<string, { id: string; title: EntryRow["title"]; members: string[] }>();
  for (const { id, title, employeeId } of rows) byId.set(id, { id, title, members: [...(byId.get(id)?.members ?? []), employeeId] });
  return [...byId.values()];
}

/** Who of the demo company joined what, at its first start. */
export async function addMembers(db: Database, _scope: SystemScope, members: readonly { entryId: string; employeeId: string }[]): Promise<void> {
  if (members.length > 0) await db.insert(growthEntryMembers).values([...members]).onConflictDoNothing();
}

function requireHrLead(scope: Scope): void {
  if (scope.type === "actor" && !scope.principals.includes("role:hr_lead")) throw new AppError("policy/forbidden", "the catalogue is an HR lead's to change");
}
