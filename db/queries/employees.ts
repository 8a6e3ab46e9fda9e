/**
 * @file The company directory: who works here, where, and who manages whom. Each reader sees whom they may: HR leads,
 * recruiters and administrators everyone, a manager their reports, learning and development its groups; employment terms
 * HR leads only.
 */
import { and, asc, count, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { AppError } from "../../lib/core/errors";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { Principal, Relations, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { employees, users } from "../schema";
import { normaliseEmail } from "./people";

export type NewEmployee = typeof employees.$inferInsert;
export type Employee = typeof employees.$inferSelect;

/** Adds people; those with a known id stay as they are. */
export async function addEmployees(db: Database, _scope: SystemScope, people: readonly NewEmployee[]): Promise<void> {
  if (people.length > 0) await db.insert(employees).values([...people]).onConflictDoNothing();
}

export async function countEmployees(db: Database, _scope: SystemScope): Promise<number> {
  const [row] = await db.select({ n: count() }).from(employees).where(isNull(employees.leftOn));
  return row?.n ?? 0;
}

/** Joins an account to the directory entry with its address, if there is one that has no account yet. */
export async function linkEmployee(db: Database, _scope: SystemScope, link: { userId: UserId; email: string }): Promise<void> {
  const entry = and(eq(employees.email, normaliseEmail(link.email)), isNull(employees.userId), isNull(employees.leftOn));
  await db.update(employees).set({ userId: link.userId }).where(entry);
}

export interface DirectoryPerson extends Employee {
  readonly managerName: string | null;
  /** False when the manager has left. */
  readonly managerPresent: boolean;
  /** Null: no account. */
  readonly account: { readonly disabled: boolean } | null;
}

/** People who are here, and with `left` also those who were; by name. Contract and first day are blank for whoever is no HR lead. */
export async function listDirectory(db: Database, scope: Scope, { relations, left = false }: { relations?: Relations | undefined; left?: boolean }): Promise<DirectoryPerson[]> {
  const managers = alias(employees, "managers");
  const rows = await db
    .select({ person: employees, managerName: managers.name, managerLeftOn: managers.leftOn, disabled: users.disabled })
    .from(employees)
    .leftJoin(managers, eq(managers.id, employees.managerId))
    .leftJoin(users, eq(users.id, employees.userId))
    .where(and(visiblePeople(scope, relations), left ? undefined : isNull(employees.leftOn)))
    .orderBy(asc(sql`lower(${employees.name})`), asc(employees.id));
  const whole = seesEmployment(scope);
  return rows.map(({ person, managerName, managerLeftOn, disabled }) => ({
    ...person,
    ...(whole ? {} : { contract: "", startedOn: "" }),
    managerName,
    managerPresent: managerName !== null && managerLeftOn === null,
    account: disabled === null ? null : { disabled },
  }));
}

/** @throws AppError "request/not-found" when there is none, or not one that the scope may see */
export async function getEmployee(db: Database, scope: Scope, { id, relations }: { id: string; relations?: Relations | undefined }): Promise<Employee> {
  const [row] = await db.select().from(employees).where(and(eq(employees.id, id), visiblePeople(scope, relations)));
  if (!row) throw new AppError("request/not-found", "no such person in the directory, or not one this person may see");
  return row;
}

/** The whole directory as an import compares with it. @throws AppError "policy/forbidden" */
export async function listForImport(db: Database, scope: Scope): Promise<Employee[]> {
  requireHrLead(scope);
  return db.select().from(employees).where(isNull(employees.leftOn));
}

/** Says who manages a person; null: nobody. Whether that makes a circle the caller has asked. @throws AppError "policy/forbidden" */
export async function setManager(db: Database, scope: Scope, { id, managerId }: { id: string; managerId: string | null }): Promise<void> {
  requireHrLead(scope);
  await db.update(employees).set({ managerId }).where(eq(employees.id, id));
}

/** @throws AppError "policy/forbidden" */
export async function saveEmployees(db: Database, scope: Scope, change: { created: readonly NewEmployee[]; updated: readonly (Partial<NewEmployee> & { id: string })[] }): Promise<void> {
  requireHrLead(scope);
  if (change.created.length > 0) await db.insert(employees).values([...change.created]);
  for (const { id, ...set } of change.updated) await db.update(employees).set(set).where(eq(employees.id, id));
}

/** Accounts whose address a directory entry has are joined to it. */
export async function linkAccountsByEmail(db: Database, _scope: SystemScope): Promise<void> {
  await db.execute(sql`update ${employees} set user_id = ${users.id} from ${users}
    where ${employees.userId} is null and ${employees.leftOn} is null and ${users.email} = ${employees.email} and not ${users.disabled}`);
}

/** Closes the directory entry of an account. @throws AppError "policy/forbidden" */
export async function markLeft(db: Database, scope: Scope, { userId, on }: { userId: UserId; on: string }): Promise<void> {
  if (scope.type === "actor" && !scope.principals.includes("role:admin")) requireHrLead(scope);
  await db.update(employees).set({ leftOn: on }).where(and(eq(employees.userId, userId), isNull(employees.leftOn)));
}

/** How many people someone manages directly. */
export async function countReports(db: Database, _scope: SystemScope, userId: UserId): Promise<number> {
  const theirs = db.select({ id: employees.id }).from(employees).where(and(eq(employees.userId, userId), isNull(employees.leftOn)));
  return db.$count(employees, and(inArray(employees.managerId, theirs), isNull(employees.leftOn)));
}

/** As `people:read` in lib/server/policy. */
const WHOLE: readonly Principal[] = ["role:recruiter", "role:hr_lead", "role:admin"];

function visiblePeople(scope: Scope, relations: Relations | undefined): SQL | undefined {
  if (scope.type === "system" || WHOLE.some((principal) => scope.principals.includes(principal))) return undefined;
  const groups = (relations?.learning ?? []).map((group) => (group.kind === "company" ? sql`true` : eq(employees[group.kind], group.name)));
  const reports = relations?.reports ?? [];
  return or(reports.length > 0 ? inArray(employees.id, [...reports]) : sql`false`, ...groups);
}

function seesEmployment(scope: Scope): boolean {
  return scope.type === "system" || scope.principals.includes("role:hr_lead");
}

function requireHrLead(scope: Scope): void {
  if (!seesEmployment(scope)) throw new AppError("policy/forbidden", "the directory is an HR lead's to change");
}
