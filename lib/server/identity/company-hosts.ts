/** @file Hosts that the company's sign-in service makes this server reach: the issuer's. Its endpoints normally lie there too. */
import type { CompanySignInSettings } from "../../config/sign-in-settings";

/** Without this machine itself. */
export function companySignInHosts(settings: CompanySignInSettings | null): string[] {
  if (settings === null) return [];
  const { hostname } = new URL(settings.issuer);
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) ? [] : [hostname];
}
