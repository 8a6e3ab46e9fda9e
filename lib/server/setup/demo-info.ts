/**
 * @file Whether this data folder holds the demo company, and its accounts for the sign-in page. The demo is only
 * ever served on the loopback address, so its passwords are no secret.
 */
import { listAccounts } from "../../../db/queries/people";
import { getSetting } from "../../../db/queries/settings";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../../db/seed/people/accounts";
import { systemScope } from "../../core/scope";
import type { Role } from "../../core/types";
import type { Services } from "../services";

export const DEMO_SETTING = "demo";

export interface DemoInfo {
  readonly demo: boolean;
  /** An own company that nobody has an account in yet. */
  readonly empty: boolean;
  readonly accounts: readonly { readonly email: string; readonly name: string; readonly roles: readonly Role[]; readonly password: string }[];
}

/** True when this data folder holds the demo company. */
export async function isDemo(services: Pick<Services, "db">): Promise<boolean> {
  return (await getSetting(services.db, systemScope("sign-in page"), DEMO_SETTING)) === "1";
}

export async function demoInfo(services: Pick<Services, "db">): Promise<DemoInfo> {
  const demo = await isDemo(services);
  const present = await listAccounts(services.db, systemScope("sign-in page"));
  if (!demo) return { demo, empty: present.length === 0, accounts: [] };
  // A demo company from before an account was added, or that removed one, does not offer it.
  return { demo, empty: false, accounts: DEMO_ACCOUNTS.filter(({ email }) => present.some((account) => account.email === email)).map(({ email, name, roles }) => ({ email, name, roles, password: DEMO_PASSWORD })) };
}
