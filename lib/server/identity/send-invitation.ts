/**
 * @file Invitations as the administrator's screen uses them: made, sent by mail where there is a mail server, listed,
 * taken back. The link itself is in the reply once.
 */
import { listInvitations as listRows, markInvitationMailed, revokeInvitation as revokeRow, type Invitation } from "../../../db/queries/invitations";
import { getAccount, listAccounts } from "../../../db/queries/people";
import { getSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { INVITATION } from "../../config/defaults";
import type { Env } from "../../config/env";
import type { CreatedInvitation, InvitationView } from "../../contracts/identity";
import { systemClock, type Clock } from "../../core/clock";
import { AppError, isAppError } from "../../core/errors";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor, Role, UserId } from "../../core/types";
import { record } from "../audit/record";
import { sendMail } from "../mail/send-mail";
import { COMPANY_SETTING } from "../people";
import { createInvitation, createPasswordLink, invitationLink, invitationState, type CreatedLink } from "./invitations";
import { invitationMail } from "./invitation-mail";

const DAY_MS = 24 * 60 * 60_000;
const system = systemScope("invitation mail");

export type InvitationOrder = { readonly email: string; readonly name: string | null; readonly roles: readonly Role[]; readonly mail: boolean } | { readonly userId: string; readonly mail: boolean };

export interface OrderDeps {
  readonly db: Database;
  readonly settings: Pick<Env, "mail" | "passwordSignIn">;
  /** Where Cadre is reached, without a slash at the end. */
  readonly base: string;
  readonly clock?: Clock;
}

/** @throws AppError as createInvitation and createPasswordLink; "request/conflict" when passwords are off and it is for no administrator. A mail that fails is told, not thrown: the link can be copied. */
export async function orderInvitation(deps: OrderDeps, actor: Actor, order: InvitationOrder): Promise<CreatedInvitation> {
  const { db, settings, base, clock = systemClock } = deps;
  const roles = "userId" in order ? (await getAccount(db, scopeOf(actor), order.userId as UserId)).roles : order.roles;
  if (!settings.passwordSignIn && !roles.includes("admin")) {
    const userMessage = "Passwords are switched off here: people come in with their company account and need no link.";
    throw new AppError("request/conflict", "password sign-in is off", { userMessage });
  }
  const created = "userId" in order ? await createPasswordLink(db, actor, { userId: order.userId as UserId, mailed: order.mail }, clock) : await createInvitation(db, actor, { ...order, mailed: order.mail }, clock);
  const link = invitationLink(base, created.token);
  const mailProblem = order.mail ? await mailLink(deps, actor, { created, link }) : null;
  const mailedAt = order.mail && mailProblem === null ? new Date(clock.now()) : null;
  return { invitation: view({ ...created.invitation, mailedAt }, actor.name, clock.now()), link, mailProblem };
}

/** @returns why the mail was not sent, null when it was */
async function mailLink({ db, settings, clock = systemClock }: OrderDeps, actor: Actor, { created, link }: { created: CreatedLink; link: string }): Promise<string | null> {
  const { invitation } = created;
  if (invitation.email === null) return "The invitation names no e-mail address.";
  const company = (await getSetting(db, system, COMPANY_SETTING)) ?? "Cadre";
  try {
    const mail = invitationMail({ link, company, from: actor.name, purpose: invitation.userId === null ? "account" : "password", expiresAt: invitation.expiresAt });
    if ((await sendMail({ ...mail, to: invitation.email }, settings.mail)) === "not-configured") return "No mail server is set (CADRE_SMTP_URL). Copy the link instead.";
  } catch (error) {
    if (!isAppError(error) || error.code !== "mail/failed") throw error;
    console.error(error.message);
    return error.userMessage;
  }
  await markInvitationMailed(db, system, { id: invitation.id, at: new Date(clock.now()) });
  return null;
}

/** Open ones, and those of the last weeks. @throws AppError "policy/forbidden" */
export async function listInvitations(db: Database, scope: ActorScope, clock: Clock = systemClock): Promise<InvitationView[]> {
  const at = new Date(clock.now());
  const rows = await listRows(db, scope, { at, since: new Date(clock.now() - INVITATION.keptDays * DAY_MS) });
  const names = new Map((await listAccounts(db, scope)).map((account) => [account.id, account.name]));
  return rows.map((row) => view(row, (row.createdBy && names.get(row.createdBy)) ?? null, clock.now()));
}

/** @throws AppError "request/not-found" when it is not open; "policy/forbidden"; "data/unavailable" without an audit line */
export async function takeBackInvitation(db: Database, actor: Actor, id: string, clock: Clock = systemClock): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await revokeRow(tx, scopeOf(actor), { id, at: new Date(clock.now()) });
    await record(tx, actor, { action: "account.invitation-revoked", object: { kind: "account", id: row.userId }, facts: { invitation: id } }, clock);
  });
}

function view(row: Invitation, createdBy: string | null, nowMs: number): InvitationView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: row.roles,
    purpose: row.userId === null ? "account" : "password",
    createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    mailedAt: row.mailedAt?.toISOString() ?? null,
    state: invitationState(row, nowMs),
  };
}
