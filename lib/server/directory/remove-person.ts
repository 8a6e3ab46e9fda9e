/**
 * @file Someone leaves: everything that let them in goes, at their very next request; what the company must keep stays,
 * closed. Gone: sessions, password, company sign-in, open invitations, roles, relations; the e-mail address is set free,
 * so that whoever gets it next inherits nothing; their rows in people insights with what was estimated of them; skills,
 * plans, mentoring and stay interviews. Kept: the audit log (ids; that is its purpose), chats (nobody can open them; their
 * retention time runs on), documents they had added (the company's), the directory entry with the day.
 */
import { countConversations } from "../../../db/queries/conversations";
import { removeIdentities } from "../../../db/queries/company-sign-in";
import { countUploads } from "../../../db/queries/documents";
import { countReports, markLeft } from "../../../db/queries/employees";
import { revokeInvitationsOf } from "../../../db/queries/invitations";
import { findSessionAccount, removeAccount } from "../../../db/queries/people";
import { endRelationsOf, findRelations } from "../../../db/queries/relations";
import type { Database } from "../../../db/client";
import type { RemovalView } from "../../contracts/directory";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { record } from "../audit/record";
import { forgetGrowth } from "../growth/forget-person";
import { forgetPerson } from "../insights/forget-person";
import { NO_PASSWORD } from "../password";
import { authorise } from "../policy";

const system = systemScope("removing a person");

/** What it would do. @throws AppError "request/not-found" when there is no such account, or it was removed; "policy/forbidden" */
export async function previewRemoval(db: Database, actor: Actor, userId: UserId, clock: Clock = systemClock): Promise<RemovalView> {
  authorise(actor, "people:remove");
  const account = await findSessionAccount(db, system, userId);
  if (account === null || account.removedAt !== null) throw new AppError("request/not-found", "no such account, or removed already");
  const relations = await findRelations(db, system, { userId, at: new Date(clock.now()) });
  return {
    name: account.name,
    reports: await countReports(db, system, userId),
    chats: await countConversations(db, system, userId),
    documents: await countUploads(db, system, userId),
    relations: relations.openings.length + relations.learning.length,
    done: false,
  };
}

/**
 * Removes the person; all of it or nothing.
 *
 * @throws AppError as previewRemoval, and "request/conflict" for oneself or the last administrator; "data/unavailable" without an audit line
 */
export async function removePerson(db: Database, actor: Actor, userId: UserId, clock: Clock = systemClock): Promise<RemovalView> {
  if (actor.userId === userId) throw new AppError("request/conflict", "nobody removes themselves", { userMessage: "You cannot remove yourself. Ask another HR lead or administrator." });
  const at = new Date(clock.now());
  return db.transaction(async (tx) => {
    const view = await previewRemoval(tx, actor, userId, clock);
    const account = await findSessionAccount(tx, system, userId);
    if (account) await revokeInvitationsOf(tx, system, { userId, email: account.email, at });
    await removeIdentities(tx, system, userId);
    const insightRows = await forgetPerson(tx, userId);
    const growthRows = await forgetGrowth(tx, userId);
    await endRelationsOf(tx, system, userId);
    await markLeft(tx, scopeOf(actor), { userId, on: at.toISOString().slice(0, 10) });
    await removeAccount(tx, system, { id: userId, at, noPassword: NO_PASSWORD });
    await record(tx, actor, { action: "account.removed", object: { kind: "account", id: userId }, facts: { reports: view.reports, chats: view.chats, insightRows, growthRows } }, clock);
    return { ...view, done: true };
  });
}
