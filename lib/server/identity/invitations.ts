/**
 * @file Invitation links: 256 random bits that are shown once and kept as a hash, good for one use until they expire or
 * are taken back. The same kind of link sets a new password. Links carry the token behind `#`, which browsers send to no
 * server: it reaches no access log, no proxy, no Referer, and a mail scanner that follows the link spends nothing.
 */
import { randomBytes } from "node:crypto";
import { addInvitation, findInvitation, spendInvitation, type Invitation } from "../../../db/queries/invitations";
import { linkEmployee } from "../../../db/queries/employees";
import { createAccount, findAccountByEmail, getAccount, updateAccount, type Account } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import { INVITATION } from "../../config/defaults";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { scopeOf, systemScope, type SystemScope } from "../../core/scope";
import type { Actor, Role, UserId } from "../../core/types";
import { coarseAddress } from "../audit/coarse-address";
import { record } from "../audit/record";
import { hashPassword, type ScryptCost } from "../password";
import { countLinkAttempt } from "../rate-limit";

const DAY_MS = 24 * 60 * 60_000;
const scope = systemScope("invitation");

export interface CreatedLink {
  readonly invitation: Invitation;
  /** Shown once, stored nowhere. */
  readonly token: string;
}

export interface InvitationRequest {
  /** Null: whoever opens the link says it (the first administrator of a new company). */
  readonly email: string | null;
  /** A suggestion. */
  readonly name?: string | null;
  readonly roles: readonly Role[];
  /** Milliseconds until the link lapses; default INVITATION.validDays. */
  readonly validMs?: number;
  /** The link is to be sent by mail, says the audit line. */
  readonly mailed?: boolean;
}

const isSystem = (subject: Actor | SystemScope): subject is SystemScope => "type" in subject;
const scopeFor = (subject: Actor | SystemScope) => (isSystem(subject) ? subject : scopeOf(subject));

/**
 * Makes a link for a new account. Open links for the same address are taken back.
 *
 * @param subject an administrator, or the system (first start, command line)
 * @throws AppError "request/conflict" when the address has an account; "policy/forbidden"; "data/unavailable" without an audit line
 */
export async function createInvitation(db: Database, subject: Actor | SystemScope, request: InvitationRequest, clock: Clock = systemClock): Promise<CreatedLink> {
  const { email, name = null, roles, validMs = INVITATION.validDays * DAY_MS, mailed = false } = request;
  const taken = email === null ? null : await findAccountByEmail(db, scope, email);
  if (taken) {
    const userMessage = "There is an account with this e-mail address already. To let its owner in again, make a link for a new password.";
    throw new AppError("request/conflict", "an account with this e-mail address exists", { userMessage });
  }
  return makeLink(db, subject, { email, name, roles, userId: null, validMs, mailed }, clock);
}

/** Makes a link that sets a new password for an account; it and its sessions go on as they are until the link is used. @throws as createInvitation, and "request/not-found", "auth/disabled" */
export async function createPasswordLink(db: Database, subject: Actor | SystemScope, { userId, mailed = false }: { userId: UserId; mailed?: boolean }, clock: Clock = systemClock): Promise<CreatedLink> {
  const account = await getAccount(db, scopeFor(subject), userId);
  if (account.disabled) throw new AppError("auth/disabled", "a disabled account gets no new password", { userMessage: "This account is disabled. Enable it first." });
  return makeLink(db, subject, { email: account.email, name: account.name, roles: account.roles, userId, validMs: INVITATION.passwordLinkValidHours * 60 * 60_000, mailed }, clock);
}

interface LinkPlan {
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly userId: UserId | null;
  readonly validMs: number;
  readonly mailed: boolean;
}

async function makeLink(db: Database, subject: Actor | SystemScope, { validMs, mailed, ...plan }: LinkPlan, clock: Clock): Promise<CreatedLink> {
  const token = randomBytes(32).toString("base64url");
  const createdAt = new Date(clock.now());
  const expiresAt = new Date(clock.now() + validMs);
  const createdBy = isSystem(subject) ? null : subject.userId;
  return db.transaction(async (tx) => {
    const invitation = await addInvitation(tx, scopeFor(subject), { ...plan, tokenHash: sha256(token), createdBy, createdAt, expiresAt });
    if (plan.userId === null) {
      await record(tx, subject, { action: "account.invited", object: { kind: "account", id: null }, facts: { invitation: invitation.id, roles: [...invitation.roles], mailed } }, clock);
    } else {
      await record(tx, subject, { action: "account.password-link-made", object: { kind: "account", id: plan.userId }, facts: { invitation: invitation.id, mailed } }, clock);
    }
    return { invitation, token };
  });
}

/** The address to open. @param base where Cadre is reached, without a slash at the end */
export const invitationLink = (base: string, token: string): string => `${base}/invitation#${token}`;

export interface LinkDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Tests pass a low one. */
  readonly cost?: ScryptCost;
}

/**
 * The open invitation that a token belongs to.
 *
 * @param attempt.address the client's network address; too many wrong tokens from it are refused unexamined
 * @throws AppError "auth/link-invalid" (unknown, used, taken back, lapsed: all one answer), "auth/rate-limited"
 */
export async function examineInvitation({ db, clock }: LinkDeps, attempt: { token: string; address: string | null }): Promise<Invitation> {
  const counted = await countLinkAttempt({ db, clock }, attempt.address);
  const found = await findInvitation(db, scope, sha256(attempt.token));
  if (found === null || invitationState(found, clock.now()) !== "open") throw linkInvalid();
  await counted.succeed();
  return found;
}

export function invitationState(row: Invitation, nowMs: number): "open" | "used" | "expired" | "revoked" {
  if (row.usedAt) return "used";
  if (row.revokedAt) return "revoked";
  return row.expiresAt.getTime() > nowMs ? "open" : "expired";
}

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  /** Only where the invitation has none. */
  readonly email: string | null;
  readonly password: string;
  readonly address: string | null;
}

/**
 * Takes an invitation up: makes the account (or sets the new password, which ends its sessions) and spends the link, both or neither.
 *
 * @throws AppError "auth/link-invalid", "auth/rate-limited", "request/invalid" when an address is missing, "request/conflict"
 *   when it has an account by now; "data/unavailable" without an audit line
 */
export async function acceptInvitation(deps: LinkDeps, acceptance: Acceptance): Promise<Account> {
  const { db, clock } = deps;
  const invitation = await examineInvitation(deps, acceptance);
  const passwordHash = await hashPassword(acceptance.password, deps.cost);
  return db.transaction(async (tx) => {
    if (!(await spendInvitation(tx, scope, { id: invitation.id, at: new Date(clock.now()) }))) throw linkInvalid();
    const account = invitation.userId === null ? await join(tx, invitation, { ...acceptance, passwordHash }) : await setPassword(tx, invitation.userId, passwordHash);
    const actor: Actor = { userId: account.id, name: account.name, roles: account.roles, address: coarseAddress(acceptance.address) };
    const object = { kind: "account" as const, id: account.id };
    if (invitation.userId === null) await record(tx, actor, { action: "account.joined", object, facts: { invitation: invitation.id, roles: [...account.roles] } }, clock);
    else await record(tx, actor, { action: "account.password-set-by-link", object, facts: { invitation: invitation.id } }, clock);
    return account;
  });
}

async function join(tx: Database, invitation: Invitation, person: { name: string; email: string | null; passwordHash: string }): Promise<Account> {
  const email = invitation.email ?? person.email;
  if (email === null) throw new AppError("request/invalid", "this invitation names no e-mail address", { userMessage: "Please give your e-mail address." });
  const account = await createAccount(tx, scope, { email, name: person.name, roles: invitation.roles, passwordHash: person.passwordHash });
  // An address that someone typed into the link's own form proves nothing about the directory.
  if (invitation.email !== null) await linkEmployee(tx, scope, { userId: account.id, email });
  return account;
}

async function setPassword(tx: Database, id: UserId, passwordHash: string): Promise<Account> {
  const account = await updateAccount(tx, scope, { id, change: { passwordHash } });
  if (account.disabled) throw linkInvalid();
  return account;
}

function linkInvalid(): AppError {
  return new AppError("auth/link-invalid", "no open invitation has this token");
}
