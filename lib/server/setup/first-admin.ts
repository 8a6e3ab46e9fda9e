/**
 * @file The first administrator of an own company comes in by a one-time link, printed where Cadre was started; `cadre
 * setup --new-admin-link` on that machine makes another, which takes the earlier one back.
 */
import type { Database } from "../../../db/client";
import type { Env } from "../../config/env";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { createInvitation, invitationLink } from "../identity/invitations";
import type { Services } from "../services";
import { isDemo } from "./demo-info";

export interface FirstAdminLink {
  /** Shown once: only its hash is kept. */
  readonly link: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Whoever opens it says name, address and password. @throws AppError "data/unavailable" without an audit line */
export async function makeFirstAdminLink(db: Database, settings: Pick<Env, "publicUrl" | "port">, reason: string): Promise<FirstAdminLink> {
  const { invitation, token } = await createInvitation(db, systemScope(reason), { email: null, roles: ["admin"] });
  return { link: invitationLink(settings.publicUrl ?? `http://localhost:${settings.port}`, token), expiresAt: invitation.expiresAt.toISOString() };
}

/**
 * Another link, for whoever may run commands on this machine.
 * @throws AppError "request/conflict" in the demo company, whose administrator's password is public
 */
export async function newAdminLink(services: Pick<Services, "db" | "env">): Promise<FirstAdminLink> {
  if (await isDemo(services)) {
    const text = "This is the demo company: sign in as its administrator. An own company begins with `cadre demo remove`.";
    throw new AppError("request/conflict", text, { userMessage: text });
  }
  return makeFirstAdminLink(services.db, services.env, "cadre setup --new-admin-link");
}
