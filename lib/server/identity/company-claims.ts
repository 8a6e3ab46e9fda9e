/**
 * @file What the company's sign-in service says about a person, read with suspicion, and what follows for their roles.
 * Pure.
 */
import { z } from "zod";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import { AppError } from "../../core/errors";
import { effectiveRoles } from "../../core/scope";
import type { Role } from "../../core/types";

export interface CompanyPerson {
  /** The service's name for the person: never changes, never given to someone else. */
  readonly subject: string;
  /** Null when it is missing or not verified. */
  readonly email: string | null;
  readonly name: string | null;
  /** Null: the claim was not there at all. */
  readonly groups: readonly string[] | null;
  /** The service's name for the session (`sid`). */
  readonly session: string | null;
}

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).optional().catch(undefined),
  /** Some services send it as text. */
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).optional().catch(undefined),
  name: z.string().trim().min(1).optional().catch(undefined),
  sid: z.string().min(1).max(255).optional().catch(undefined),
});

/** One group may come as a text alone. */
const groups = z.union([z.array(z.string()).max(5_000), z.string().transform((group) => [group])]);

/** @throws AppError "auth/company-refused" when the service does not say who it is */
export function readClaims(raw: Readonly<Record<string, unknown>>, settings: Pick<CompanySignInSettings, "groupsClaim" | "trustEmail">): CompanyPerson {
  const parsed = claims.safeParse(raw);
  if (!parsed.success) throw new AppError("auth/company-refused", "the sign-in service named no subject");
  const { sub, email, email_verified: verified, name, sid } = parsed.data;
  const trusted = verified ?? settings.trustEmail;
  const listed = groups.safeParse(raw[settings.groupsClaim]);
  return {
    subject: sub,
    email: email !== undefined && trusted ? email.toLowerCase() : null,
    name: name?.slice(0, 120) ?? null,
    groups: listed.success ? listed.data : null,
    session: sid ?? null,
  };
}

/** Someone without the claim is in no group. */
export function isAllowed(person: Pick<CompanyPerson, "groups">, settings: Pick<CompanySignInSettings, "allowedGroups">): boolean {
  return settings.allowedGroups === null || settings.allowedGroups.some((group) => person.groups?.includes(group));
}

/**
 * The roles of a person after the service has spoken. Roles that the map names follow the groups, both ways; roles that
 * it does not name stay as they were given in Cadre. Someone whose groups are not told has none of the mapped roles: a
 * claim that was taken away must not leave its rights behind.
 */
export function mapRoles(present: readonly Role[], person: Pick<CompanyPerson, "groups">, settings: Pick<CompanySignInSettings, "roleMap">): Role[] {
  if (settings.roleMap === null) return effectiveRoles(present);
  const mapped = new Set(settings.roleMap.flatMap((pair) => pair.roles));
  const held = settings.roleMap.filter((pair) => person.groups?.includes(pair.group)).flatMap((pair) => pair.roles);
  return effectiveRoles([...present.filter((role) => !mapped.has(role)), ...held]);
}

export const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean => a.length === b.length && a.every((role) => b.includes(role));
