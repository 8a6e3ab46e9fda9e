/**
 * @file What people say about their own skills: profile and skills. Readable by the person; by their direct manager while
 * they share with managers; by nobody else one by one. What colleagues and groups see has queries of its own below, each
 * asking for its own consent, so that a withdrawn consent counts at the next request.
 */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { AppError } from "../../lib/core/errors";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { employees, growthCourseFeedback, growthEntryMembers, growthInterviews, growthMentoring, growthPairs, growthPlans, growthProfiles, growthSkills } from "../schema";
import type { StoredEvidence } from "../schema/growth";

export type ProfileRow = typeof growthProfiles.$inferSelect;
export type SkillRow = typeof growthSkills.$inferSelect;

/** Condition on a column with a directory id: the reader's own rows, or those of a report who shares with managers. */
export function readableGrowth(scope: Scope, person: AnyPgColumn): SQL | undefined {
  if (scope.type === "system") return undefined;
  const reports = scope.principals.flatMap((principal) => (principal.startsWith("manager-of:") ? [principal.slice("manager-of:".length)] : []));
  const own = sql`${person} in (select ${employees.id} from ${employees} where ${employees.userId} = ${scope.userId} and ${employees.leftOn} is null)`;
  if (reports.length === 0) return own;
  const shared = sql`${person} in (select ${growthProfiles.employeeId} from ${growthProfiles} where ${growthProfiles.shareManager} and ${growthProfiles.consentedAt} is not null)`;
  return or(own, and(inArray(person, reports), shared));
}

/** Condition: the reader's own rows only. */
export const ownGrowth = (scope: ActorScope, person: AnyPgColumn): SQL => sql`${person} in (select ${employees.id} from ${employees} where ${employees.userId} = ${scope.userId} and ${employees.leftOn} is null)`;

export interface GrowthPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly site: string;
  readonly managerId: string | null;
  readonly userId: UserId | null;
  readonly startedOn: string;
  readonly contract: string;
  readonly language: string;
}
const PERSON = { id: employees.id, name: employees.name, title: employees.title, department: employees.department, site: employees.site, managerId: employees.managerId, userId: employees.userId, startedOn: employees.startedOn, contract: employees.contract, language: employees.language };

/** The reader's own entry in the directory. @throws AppError "request/not-found" where there is none */
export async function requireOwnEntry(db: Database, scope: ActorScope): Promise<GrowthPerson> {
  const [row] = await db.select(PERSON).from(employees).where(and(eq(employees.userId, scope.userId), isNull(employees.leftOn))).orderBy(asc(employees.id)).limit(1);
  if (row) return row;
  const userMessage = "Your account has no entry in the company directory yet. Ask HR to add you under People; then your growth pages open.";
  throw new AppError("request/not-found", "the account has no directory entry", { userMessage });
}

/** Names and posts, for people whom the caller has been allowed to name. */
export async function peopleById(db: Database, _scope: SystemScope, ids: readonly string[]): Promise<Map<string, GrowthPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select(PERSON).from(employees).where(inArray(employees.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everyone who is here: names and posts, as every colleague knows them. */
export async function listColleagues(db: Database, _scope: Scope): Promise<GrowthPerson[]> {
  return db.select(PERSON).from(employees).where(isNull(employees.leftOn)).orderBy(asc(sql`lower(${employees.name})`), asc(employees.id));
}

/** @returns null: none, or not the reader's to see */
export async function findProfile(db: Database, scope: Scope, employeeId: string): Promise<ProfileRow | null> {
  const [row] = await db.select().from(growthProfiles).where(and(eq(growthProfiles.employeeId, employeeId), readableGrowth(scope, growthProfiles.employeeId)));
  return row ?? null;
}

/** By skill id. Empty where the reader may see none. */
export async function listSkills(db: Database, scope: Scope, employeeId: string): Promise<SkillRow[]> {
  return db.select().from(growthSkills).where(and(eq(growthSkills.employeeId, employeeId), readableGrowth(scope, growthSkills.employeeId))).orderBy(asc(growthSkills.skillId));
}

export type ProfileSet = Partial<Pick<ProfileRow, "interests" | "goals" | "hoursPerWeek" | "languages" | "shareManager" | "shareExperts" | "shareGroups" | "shareGraph" | "projects" | "consentedAt">>;

/** Writes one's own profile; made when there was none. */
export async function putProfile(db: Database, scope: ActorScope, set: ProfileSet): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  const row = { ...set, updatedAt: new Date() };
  await db.insert(growthProfiles).values({ languages: [me.language], ...row, employeeId: me.id }).onConflictDoUpdate({ target: growthProfiles.employeeId, set: row });
}

export async function putSkill(db: Database, scope: ActorScope, skill: Pick<SkillRow, "skillId" | "level" | "evidence" | "shared">): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  const set = { level: skill.level, evidence: skill.evidence, shared: skill.shared, updatedAt: new Date() };
  await db.insert(growthSkills).values({ employeeId: me.id, skillId: skill.skillId, ...set }).onConflictDoUpdate({ target: [growthSkills.employeeId, growthSkills.skillId], set });
}

/** @throws AppError "request/not-found" */
export async function deleteSkill(db: Database, scope: ActorScope, skillId: string): Promise<void> {
  const rows = await db.delete(growthSkills).where(and(eq(growthSkills.skillId, skillId), ownGrowth(scope, growthSkills.employeeId))).returning({ id: growthSkills.skillId });
  if (rows.length === 0) throw new AppError("request/not-found", "no such skill in one's own profile");
}

/** Skills of others with a confirmation asked of `askedOf`. */
export async function listAskedOf(db: Database, _scope: SystemScope, askedOf: string): Promise<SkillRow[]> {
  return db.select().from(growthSkills).where(sql`${growthSkills.evidence} @> ${JSON.stringify([{ by: askedOf, asked: true }])}::jsonb`).orderBy(asc(growthSkills.employeeId), asc(growthSkills.skillId));
}

/** How many skills of others bear a confirmation that this person has given. */
export async function countConfirmedBy(db: Database, _scope: SystemScope, by: string): Promise<number> {
  const given = sql`${growthSkills.evidence} @> ${JSON.stringify([{ by }])}::jsonb`;
  const rows = await db.select({ evidence: growthSkills.evidence }).from(growthSkills).where(given);
  return rows.filter(({ evidence }) => evidence.some((item) => item.by === by && item.asked !== true)).length;
}

/** Writes the evidence of someone's skill after `listAskedOf` has shown that they asked for it. */
export async function putEvidence(db: Database, _scope: SystemScope, { employeeId, skillId, evidence }: { employeeId: string; skillId: string; evidence: StoredEvidence[] }): Promise<void> {
  await db.update(growthSkills).set({ evidence, updatedAt: new Date() }).where(and(eq(growthSkills.employeeId, employeeId), eq(growthSkills.skillId, skillId)));
}

export interface SharedSkill extends SkillRow {
  readonly person: GrowthPerson;
}

/** Skills that their owners let colleagues find, of people who are here. `skillIds` null: all. */
export async function listSharedSkills(db: Database, _scope: Scope, skillIds: readonly string[] | null): Promise<SharedSkill[]> {
  if (skillIds?.length === 0) return [];
  const rows = await db
    .select({ skill: growthSkills, person: PERSON })
    .from(growthSkills)
    .innerJoin(growthProfiles, eq(growthProfiles.employeeId, growthSkills.employeeId))
    .innerJoin(employees, eq(employees.id, growthSkills.employeeId))
    .where(and(growthSkills.shared, growthProfiles.shareExperts, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn), skillIds === null ? undefined : inArray(growthSkills.skillId, [...skillIds])))
    .orderBy(asc(growthSkills.employeeId), asc(growthSkills.skillId));
  return rows.map(({ skill, person }) => ({ ...skill, person }));
}

/** Skills and levels of people who let themselves be counted in groups. For figures only: never sent to anyone as rows. */
export async function listGroupSkills(db: Database, _scope: SystemScope): Promise<{ employeeId: string; department: string; site: string; skillId: string; level: number }[]> {
  return db
    .select({ employeeId: employees.id, department: employees.department, site: employees.site, skillId: growthSkills.skillId, level: growthSkills.level })
    .from(growthSkills)
    .innerJoin(growthProfiles, eq(growthProfiles.employeeId, growthSkills.employeeId))
    .innerJoin(employees, eq(employees.id, growthSkills.employeeId))
    .where(and(growthProfiles.shareGroups, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn)))
    .orderBy(asc(employees.id), asc(growthSkills.skillId));
}

/** People who let themselves be counted in groups, also those without any skill written down. */
export async function listCounted(db: Database, _scope: SystemScope): Promise<GrowthPerson[]> {
  return db.select(PERSON).from(employees).innerJoin(growthProfiles, eq(growthProfiles.employeeId, employees.id)).where(and(growthProfiles.shareGroups, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn))).orderBy(asc(employees.id));
}

/** People who stand in the picture of who works with whom, with the projects that they name. Everyone may see it. */
export async function listInGraph(db: Database, _scope: Scope): Promise<(GrowthPerson & { projects: string[] })[]> {
  return db.select({ ...PERSON, projects: growthProfiles.projects }).from(employees).innerJoin(growthProfiles, eq(growthProfiles.employeeId, employees.id)).where(and(growthProfiles.shareGraph, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn))).orderBy(asc(employees.id));
}

/** Profiles and skills of the demo company, at its first start; what somebody has changed stays. */
export async function addProfiles(db: Database, _scope: SystemScope, profiles: readonly (typeof growthProfiles.$inferInsert)[], skills: readonly (typeof growthSkills.$inferInsert)[]): Promise<void> {
  if (profiles.length > 0) await db.insert(growthProfiles).values([...profiles]).onConflictDoNothing();
  if (skills.length > 0) await db.insert(growthSkills).values([...skills]).onConflictDoNothing();
}

/** Takes somebody out of every mentor's order of would-be mentees. */
export async function leaveOrders(db: Database, employeeId: string): Promise<void> {
  const without = (column: AnyPgColumn) => sql`array_remove(${column}, ${employeeId})`;
  const named = or(sql`${employeeId} = any(${growthMentoring.menteeOrder})`, sql`${employeeId} = any(${growthMentoring.ratherNot})`);
  await db.update(growthMentoring).set({ menteeOrder: without(growthMentoring.menteeOrder), ratherNot: without(growthMentoring.ratherNot) }).where(named);
}

/** Everything of growth that belongs to this account's directory entry, and what two people shared with them. @returns rows that went */
export async function deleteGrowthOf(db: Database, _scope: SystemScope, userId: UserId): Promise<number> {
  const [entry] = await db.select({ id: employees.id }).from(employees).where(eq(employees.userId, userId)).limit(1);
  if (!entry) return 0;
  let gone = 0;
  const own = [growthProfiles, growthSkills, growthPlans, growthCourseFeedback, growthMentoring, growthEntryMembers] as const;
  for (const table of own) gone += (await db.delete(table).where(eq(table.employeeId, entry.id)).returning({ id: table.employeeId })).length;
  await leaveOrders(db, entry.id);
  gone += (await db.delete(growthPairs).where(or(eq(growthPairs.mentorId, entry.id), eq(growthPairs.menteeId, entry.id))).returning({ id: growthPairs.id })).length;
  gone += (await db.delete(growthInterviews).where(or(eq(growthInterviews.managerId, entry.id), eq(growthInterviews.employeeId, entry.id))).returning({ id: growthInterviews.id })).length;
  return gone;
}
