/**
 * @file Every host that the configuration lets this server reach. By default none.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import { companySignInHosts } from "../identity/company-hosts";
import { languageModelHosts } from "../language-model";
import { mailHosts } from "../mail/send-mail";

/** Hosts by name, each once. The database counts when it is not on this machine. */
export function outboundHosts(settings: Pick<Env, "encoder" | "databaseUrl" | "languageModel" | "device" | "dataDir" | "mail" | "companySignIn">): string[] {
  const hosts: string[] = [];
  if (!existsSync(path.resolve(projectRoot(), settings.encoder))) hosts.push("huggingface.co");
  if (settings.databaseUrl) {
    const { hostname } = new URL(settings.databaseUrl);
    if (!["localhost", "127.0.0.1", "[::1]", ""].includes(hostname)) hosts.push(hostname);
  }
  return [...new Set([...hosts, ...languageModelHosts(settings), ...mailHosts(settings.mail), ...companySignInHosts(settings.companySignIn)])];
}
