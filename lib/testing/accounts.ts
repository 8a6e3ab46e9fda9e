/** @file Invented people for tests, as accounts and scopes. */
import type { Database } from "../../db/client";
import { createAccount, type Account } from "../../db/queries/people";
import { scopeOf, systemScope, type ActorScope } from "../core/scope";
import type { Role } from "../core/types";

const system = systemScope("test");

/** Nobody can sign in with it: it is no hash. */
export const NO_PASSWORD = "none";

export interface TestPerson {
  readonly account: Account;
  readonly scope: ActorScope;
}

/** An account `<name>@example.test` with these roles beside employee, and its scope. */
export async function addPerson(db: Database, name: string, roles: readonly Role[] = [], passwordHash = NO_PASSWORD): Promise<TestPerson> {
  const account = await createAccount(db, system, { name, email: `${name}@example.test`, roles, passwordHash });
  return { account, scope: scopeOf({ userId: account.id, roles: account.roles }) };
}
