/**
 * @file Whose account is it that the company's sign-in service vouches for? Decided in this order (README says why):
 * 1. The subject is linked: that account. 2. The service has verified the e-mail address and an account has it: linked,
 * unless that account is another subject's. 3. Verified and nobody has it: a new account. An address that is not
 * verified opens and makes nothing. Roles that the map names follow the groups at every sign-in.
 */
import { addIdentity, findLinkedUser, hasIdentity, setMappedRoles } from "../../../db/queries/company-sign-in";
import { linkEmployee } from "../../../db/queries/employees";
import { createAccount, findAccountByEmail, findSessionAccount, recordSignIn, type Account } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import type { Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record, type AuditSubject } from "../audit/record";
import { NO_PASSWORD } from "../password";
import { isAllowed, mapRoles, sameRoles, type CompanyPerson } from "./company-claims";

const scope = systemScope("company sign-in");

export interface CompanyDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: CompanySignInSettings;
}

/**
 * The account that signs in, made or linked if need be, its roles as the groups say now.
 *
 * @param address coarse, for the audit log
 * @throws AppError "auth/company-not-allowed", "auth/company-unverified", "auth/company-mismatch", "auth/disabled";
 *   "data/unavailable" without an audit line: then nobody is signed in
 */
export async function signInWithCompany(deps: CompanyDeps, person: CompanyPerson, address: string | null): Promise<Account> {
  const { db, clock, settings } = deps;
  if (!isAllowed(person, settings)) throw new AppError("auth/company-not-allowed", "in none of CADRE_OIDC_ALLOWED_GROUPS");
  return db.transaction(async (tx) => {
    const found = await findOrLink({ ...deps, db: tx }, person, address);
    if (found.disabled) throw new AppError("auth/disabled", "this account is disabled");
    const account = await followGroups({ ...deps, db: tx }, found, person);
    await recordSignIn(tx, scope, { id: account.id, at: new Date(clock.now()) });
    await record(tx, actorOf(account, address), { action: "account.signed-in", object: { kind: "account", id: account.id }, facts: { via: "company" } }, clock);
    return account;
  });
}

async function findOrLink({ db, clock, settings }: CompanyDeps, person: CompanyPerson, address: string | null): Promise<Account> {
  const identity = { issuer: settings.issuer, subject: person.subject };
  const linked = await findLinkedUser(db, scope, identity);
  const known = linked && (await findSessionAccount(db, scope, linked));
  if (known) return known;
  if (person.email === null) throw new AppError("auth/company-unverified", "the sign-in service gave no verified e-mail address");
  const present = await findAccountByEmail(db, scope, person.email);
  if (present?.disabled) return present;
  if (present && (await hasIdentity(db, scope, { userId: present.id, issuer: settings.issuer }))) throw new AppError("auth/company-mismatch", "the account with this address belongs to another subject");
  const account = present ?? (await createAccount(db, scope, { email: person.email, name: person.name ?? person.email, roles: mapRoles([], person, settings), passwordHash: NO_PASSWORD }));
  if (!(await addIdentity(db, scope, { ...identity, userId: account.id, at: new Date(clock.now()) }))) throw new AppError("auth/company-refused", "this subject was linked at the same moment; sign in again");
  if (!present) await linkEmployee(db, scope, { userId: account.id, email: person.email });
  await record(db, actorOf(account, address), { action: "account.linked", object: { kind: "account", id: account.id }, facts: { created: !present, roles: [...account.roles] } }, clock);
  return account;
}

/** Gives the account the roles that its groups say. An administrator who lost the group is none any more, even the last one. */
export async function followGroups({ db, clock, settings }: CompanyDeps, account: Account, person: Pick<CompanyPerson, "groups">): Promise<Account> {
  const roles = mapRoles(account.roles, person, settings);
  if (sameRoles(roles, account.roles)) return account;
  const admins = await setMappedRoles(db, scope, { id: account.id, roles });
  if (admins === 0) console.error("no administrator is left: put someone into a group that CADRE_OIDC_ROLE_MAP makes one, or run `cadre invite --role admin`");
  await record(db, scope, { action: "account.roles-mapped", object: { kind: "account", id: account.id }, facts: { roles: [...roles] } }, clock);
  return { ...account, roles };
}

const actorOf = (account: Account, address: string | null): AuditSubject & Actor => ({ userId: account.id, name: account.name, roles: account.roles, address });
