/**
 * @file Accounts of the demo company that people sign in with. The password is public by purpose: the demo company
 * is served on the loopback address only, and `CADRE_DEMO=0` starts without any of this.
 */
import type { Role } from "../../../lib/core/types";
import { EMPLOYEES } from "./employees";

/** One password for every demo account, printed at start. Never used outside the demo company. */
export const DEMO_PASSWORD = "dry-feet-first";

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: typeof DEMO_PASSWORD;
}

/** Name in the directory → what the account may do. Everyone is an employee; the second role is added to that. */
const ROLES_BY_EMAIL: Readonly<Record<string, readonly Role[]>> = {
  "noor.wijnands@veldermere.example": ["employee"],
  "tang.muye@veldermere.example": ["employee"],
  "tomasz.wielgosz@veldermere.example": ["employee"],
  "callum.birtwhistle@veldermere.example": ["employee", "recruiter"],
  "shen.ruotang@veldermere.example": ["employee", "recruiter"],
  "lieke.dorrestijn@veldermere.example": ["employee", "reviewer"],
  "saskia.terwindt@veldermere.example": ["employee", "hr_lead"],
  "dafydd.prosser@veldermere.example": ["employee", "admin"],
};

/** In the order in which the sign-in screen lists them. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = Object.entries(ROLES_BY_EMAIL).flatMap(([email, roles]) =>
  EMPLOYEES.filter((person) => person.email === email).map(({ name }) => ({
    email,
    name,
    roles,
    password: DEMO_PASSWORD,
  })),
);
