/**
 * @file The people page: whom one may see, who stands in which relation to whom, and changing that.
 */
import { getEmployee, listDirectory, listForImport, setManager, type DirectoryPerson } from "../../../db/queries/employees";
import { addLearningPartner, endHiringManager, endLearningPartner, listHiringManagers, listLearningPartners, listOpeningTitles, putHiringManager } from "../../../db/queries/relations";
import type { Database } from "../../../db/client";
import type { DirectoryView, PersonView } from "../../contracts/directory";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, LearningGroup, Role, UserId } from "../../core/types";
import { record } from "../audit/record";
import { authorise, can } from "../policy";
import { findCircles } from "./circles";

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const directoryScope = systemScope("directory");

/** @throws AppError "policy/forbidden" for whoever stands in no relation to anyone */
export async function viewDirectory(db: Database, actor: Actor, clock: Clock = systemClock): Promise<DirectoryView> {
  authorise(actor, "people:read");
  const scope = scopeOf(actor);
  const [keepsAccounts, whole] = [holdsOneOf(actor, ["hr_lead", "admin"]), holdsOneOf(actor, ["recruiter", "hr_lead", "admin"])];
  const permissions = { manage: can(actor, "people:manage"), remove: can(actor, "people:remove"), nameManagers: can(actor, "openings:name-manager") };
  const people = await listDirectory(db, scope, { relations: actor.relations, left: keepsAccounts });
  const employment = can(actor, "people:read:employment");
  const openings = await listOpeningTitles(db, scope);
  const titles = new Map(openings.map((opening) => [opening.id, opening.title]));
  // An administrator keeps the accounts and must see what each of them opens; titles of openings every employee may read.
  const hiring = whole ? await listHiringManagers(db, scope, new Date(clock.now())) : [];
  return {
    people: people.map((person) => personView(person, employment)),
    hiringManagers: hiring.map((one) => ({ openingId: one.openingId, opening: titles.get(one.openingId) ?? "", userId: one.userId, name: one.name, until: one.expiresAt.toISOString() })),
    learningPartners: keepsAccounts ? await listLearningPartners(db, scope) : [],
    openings: permissions.nameManagers ? openings : [],
    can: permissions,
    extent: whole ? "whole" : "part",
  };
}

const holdsOneOf = (actor: Actor, roles: readonly Role[]): boolean => roles.some((role) => actor.roles.includes(role));

function personView(person: DirectoryPerson, employment: boolean): PersonView {
  const { id, name, email, title, department, site, leftOn, managerId, managerName, managerPresent, userId, account, contract, startedOn } = person;
  return {
    id,
    name,
    email,
    title,
    department,
    site,
    manager: managerId !== null && managerName !== null ? { id: managerId, name: managerName, present: managerPresent } : null,
    employment: employment ? { contract, startedOn } : null,
    leftOn,
    account: userId !== null && account !== null ? { id: userId, disabled: account.disabled } : null,
  };
}

/** @throws AppError "request/conflict" when someone would be above themselves; "request/not-found"; "policy/forbidden"; "data/unavailable" without an audit line */
export async function changeManager(db: Database, actor: Actor, { id, managerId }: { id: string; managerId: string | null }): Promise<void> {
  authorise(actor, "people:manage");
  const scope = scopeOf(actor);
  await db.transaction(async (tx) => {
    const person = await getEmployee(tx, scope, { id });
    const manager = managerId === null ? null : await getEmployee(tx, scope, { id: managerId });
    if (manager?.leftOn) throw new AppError("request/conflict", "the manager has left", { userMessage: "This person has left the company and can manage nobody." });
    const managers = new Map((await listForImport(tx, scope)).map((one) => [one.id, one.managerId]));
    managers.set(id, managerId);
    if (findCircles(managers).has(id)) throw new AppError("request/conflict", "a circle in who manages whom", { userMessage: "That would put this person above themselves. Change the other manager first." });
    await setManager(tx, scope, { id, managerId });
    const object = { kind: "account" as const, id: manager?.userId ?? null };
    if (manager) await record(tx, actor, { action: "relation.granted", object, facts: { relation: "manager", of: person.id, until: null } });
    else await record(tx, actor, { action: "relation.ended", object, facts: { relation: "manager", of: person.id } });
  });
}

/** @param grant.until `YYYY-MM-DD`, to the end of that day in UTC @throws AppError "request/invalid" for a day that is past or too far; "request/not-found"; "policy/forbidden" */
export async function nameHiringManager(db: Database, actor: Actor, grant: { openingId: DocumentId; userId: UserId; until: string }, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "openings:name-manager");
  const expiresAt = new Date(Date.parse(`${grant.until}T00:00:00Z`) + DAY_MS);
  const days = (expiresAt.getTime() - clock.now()) / DAY_MS;
  if (days <= 0 || days > MAX_DAYS) throw new AppError("request/invalid", "until when is past or too far", { userMessage: "Choose a day between today and one year from now." });
  await db.transaction(async (tx) => {
    await putHiringManager(tx, scopeOf(actor), { openingId: grant.openingId, userId: grant.userId, at: new Date(clock.now()), expiresAt });
    await record(tx, actor, { action: "relation.granted", object: { kind: "account", id: grant.userId }, facts: { relation: "hiring-manager", of: grant.openingId, until: expiresAt.toISOString() } }, clock);
  });
}

/** @throws AppError "request/not-found"; "policy/forbidden" */
export async function stopHiringManager(db: Database, actor: Actor, grant: { openingId: DocumentId; userId: UserId }): Promise<void> {
  authorise(actor, "openings:name-manager");
  await db.transaction(async (tx) => {
    await endHiringManager(tx, scopeOf(actor), grant);
    await record(tx, actor, { action: "relation.ended", object: { kind: "account", id: grant.userId }, facts: { relation: "hiring-manager", of: grant.openingId } });
  });
}

/** @throws AppError "request/invalid" for a group that nobody is in; "request/not-found"; "policy/forbidden" */
export async function nameLearningPartner(db: Database, actor: Actor, { userId, group }: { userId: UserId; group: LearningGroup }, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "people:manage");
  const known = group.kind === "company" ? group.name === "" : (await listDirectory(db, directoryScope, {})).some((person) => person[group.kind as "department" | "site"] === group.name);
  if (!known) throw new AppError("request/invalid", "no such group in the directory", { userMessage: "Nobody in the directory belongs to this group." });
  await db.transaction(async (tx) => {
    if (!(await addLearningPartner(tx, scopeOf(actor), { userId, group, at: new Date(clock.now()) }))) return;
    await record(tx, actor, { action: "relation.granted", object: { kind: "account", id: userId }, facts: { relation: "learning", of: groupFact(group), until: null } }, clock);
  });
}

/** @throws AppError "request/not-found"; "policy/forbidden" */
export async function stopLearningPartner(db: Database, actor: Actor, { userId, group }: { userId: UserId; group: LearningGroup }): Promise<void> {
  authorise(actor, "people:manage");
  await db.transaction(async (tx) => {
    await endLearningPartner(tx, scopeOf(actor), { userId, group });
    await record(tx, actor, { action: "relation.ended", object: { kind: "account", id: userId }, facts: { relation: "learning", of: groupFact(group) } });
  });
}

const groupFact = ({ kind, name }: LearningGroup): string => (kind === "company" ? "company" : `${kind}:${name}`.slice(0, 120));
