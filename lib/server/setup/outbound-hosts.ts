/**
 * @file Every host that the configuration lets this server reach. By default none.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import { HUB_HOSTS } from "../../runtime/hub";
import { companySignInHosts } from "../identity/company-hosts";
import { languageModelHosts } from "../language-model";
import { mailHosts } from "../mail/send-mail";

/** Hosts by name, each once. The database counts when it is not on this machine. */
export function outboundHosts(settings: Pick<Env, "encoder" | "databaseUrl" | "languageModel" | "device" | "dataDir" | "mail" | "companySignIn">): string[] {
  const hosts: string[] = [];
  if (!existsSync(path.resolve(projectRoot(), settings.encoder))) hosts.push(...HUB_HOSTS);
  if (settings.databaseUrl) {
    const { hostname, searchParams } = new URL(settings.databaseUrl);
    // A host in the query goes before the one in the address; a path is a socket of this machine.
    const host = searchParams.get("host") ?? hostname;
    if (!["localhost", "127.0.0.1", "[::1]", "::1", ""].includes(host) && !host.startsWith("/")) hosts.push(host);
  }
  return [...new Set([...hosts, ...languageModelHosts(settings), ...mailHosts(settings.mail), ...companySignInHosts(settings.companySignIn)])];
}
