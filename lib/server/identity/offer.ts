/** @file What an invitation's page shows before it is taken up. */
import { getSetting } from "../../../db/queries/settings";
import type { InvitationOffer } from "../../contracts/identity";
import { systemScope } from "../../core/scope";
import { COMPANY_SETTING } from "../people";
import { examineInvitation, type LinkDeps } from "./invitations";

/** @throws AppError as examineInvitation */
export async function offerOf(deps: LinkDeps, attempt: { token: string; address: string | null }): Promise<InvitationOffer> {
  const { userId, email, name, roles, expiresAt } = await examineInvitation(deps, attempt);
  const company = (await getSetting(deps.db, systemScope("invitation"), COMPANY_SETTING)) ?? "Your company";
  return { purpose: userId === null ? "account" : "password", email, name, roles, company, expiresAt: expiresAt.toISOString() };
}
