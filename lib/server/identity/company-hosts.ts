/**
 * @file Hosts that the company's sign-in service may make this server reach: the issuer's, and those that the settings
 * name for its endpoints. Discovery refuses endpoints anywhere else, so this list is whole.
 */
import type { CompanySignInSettings } from "../../config/sign-in-settings";

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

type Hosts = Pick<CompanySignInSettings, "issuer" | "hosts">;

/** This machine included. */
export const allowedHosts = (settings: Hosts): string[] => [new URL(settings.issuer).hostname, ...settings.hosts];

/** Without this machine. */
export function companySignInHosts(settings: Hosts | null): string[] {
  return settings === null ? [] : allowedHosts(settings).filter((host) => !THIS_MACHINE.test(host));
}
