/** @file The company's sign-in service as `cadre doctor` sees it: does it answer, is it who the settings say. */
import type { Env } from "../../config/env";
import { toAppError } from "../../core/errors";
import { discover } from "./company-client";

const BACK_CHANNEL_PATH = "/api/oidc/back-channel-logout";

export interface CompanyCheck {
  readonly ok: boolean;
  readonly detail: string;
  readonly fix: string | null;
}

/** Contacts the service once. @returns null when none is set */
export async function checkCompanySignIn({ companySignIn: settings, publicUrl }: Pick<Env, "companySignIn" | "publicUrl">): Promise<CompanyCheck | null> {
  if (settings === null) return null;
  try {
    const found = await discover(settings);
    const groups = settings.roleMap ? `${settings.roleMap.length} groups give roles` : "groups give no roles";
    const asked = settings.recheckS === 0 ? "at every request" : `every ${settings.recheckS} s`;
    const told = found.backchannel_logout_supported ? `; it ends them at once where ${publicUrl ?? "<Cadre>"}${BACK_CHANNEL_PATH} is registered there for back-channel logout` : "";
    return { ok: true, detail: `${found.issuer} answers; ${groups}; sessions are asked about ${asked}${told}`, fix: null };
  } catch (error) {
    return { ok: false, detail: toAppError(error).message, fix: "Check CADRE_OIDC_ISSUER and the network. An administrator can sign in with a password meanwhile: /sign-in?emergency." };
  }
}
