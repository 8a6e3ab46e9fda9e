/**
 * @file Settings of sign-in and mail: the address people reach Cadre at, a mail server, the company's own sign-in
 * service. Variables and their rules; lib/config/env.ts reads them. All optional.
 */
import { z } from "zod";
import { ROLES, type Role } from "../core/types";

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** "hr-team=hr_lead, talent=recruiter+reviewer" → pairs, in that order. @returns null when it is not of that form */
export function parseRoleMap(text: string): { readonly group: string; readonly roles: readonly Role[] }[] | null {
  const entries = text.split(",").map((entry) => entry.trim()).filter(Boolean);
  const pairs = entries.map((entry) => {
    // The last "=": group names of a directory may have one ("CN=HR,…" has commas too and needs the group's id instead).
    const at = entry.lastIndexOf("=");
    const roles = entry.slice(at + 1).split("+").map((role) => role.trim());
    return { group: entry.slice(0, Math.max(at, 0)).trim(), roles: roles.filter(isRole), asked: roles.length };
  });
  if (pairs.some((pair) => pair.group === "" || pair.roles.length !== pair.asked)) return null;
  return pairs.map(({ group, roles }) => ({ group, roles }));
}

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const list = z.string().transform((text) => text.split(",").map((part) => part.trim()).filter(Boolean));
const isPlain = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url === null || (url.username === "" && url.password === "" && url.search === "" && url.hash === "");
};
/** Tokens and codes travel over it: plain HTTP only to this machine (tests, a proxy beside Cadre). */
const isPrivate = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url === null || url.protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
};

export const SIGN_IN_VARIABLES = {
  /** Address that people reach Cadre at, for links in mails: https://hr.example.com. Else what the request came to. */
  CADRE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).refine(isPlain, "must be the plain address, without user, query or fragment").optional(),
  /** smtp://user:password@mail.example.com:587 or smtps://…; needs CADRE_MAIL_FROM. Without it links are copied by hand. */
  CADRE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails: "Cadre <hr@example.com>" or an address. */
  CADRE_MAIL_FROM: z.string().trim().regex(/^(?:[^<>\r\n"]{1,80} )?<?[^\s<>@"]+@[^\s<>@"]+>?$/, "an address, or a name and an address in <>").optional(),
  /** 0: nobody signs in with a password but an administrator in an emergency. Needs CADRE_OIDC_ISSUER. */
  CADRE_PASSWORD_SIGN_IN: flag.default(true),
  /** The company's OpenID provider, exactly as its discovery document says `issuer`. */
  CADRE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).refine(isPlain, "must be the plain issuer address").refine(isPrivate, "must be https (plain http only for this machine)").optional(),
  CADRE_OIDC_CLIENT_ID: z.string().min(1).optional(),
  CADRE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button says: "Continue with <name>". */
  CADRE_OIDC_NAME: z.string().trim().min(1).max(40).default("company account"),
  /** Asked for at sign-in, separated by spaces; openid is always among them. */
  CADRE_OIDC_SCOPES: z.string().trim().default("openid email profile"),
  /** Claim with the names of the person's groups, in the ID token or at userinfo. */
  CADRE_OIDC_GROUPS_CLAIM: z.string().trim().min(1).default("groups"),
  /** hr-team=hr_lead,talent=recruiter+reviewer. Roles named here follow the groups, the others are given in Cadre. */
  CADRE_OIDC_ROLE_MAP: z
    .string()
    .transform((text, context) => {
      const pairs = parseRoleMap(text);
      if (pairs) return pairs;
      context.addIssue({ code: "custom", message: `pairs of group=role, with roles out of ${ROLES.join(", ")}` });
      return z.NEVER;
    })
    .optional(),
  /** Only members of one of these groups may sign in; separated by commas. */
  CADRE_OIDC_ALLOWED_GROUPS: list.optional(),
  /** 1: e-mail addresses count as verified although the provider does not say so (Microsoft Entra). Never against an explicit "false". */
  CADRE_OIDC_TRUST_EMAIL: flag.default(false),
  /** Further hosts that the provider's endpoints lie at, separated by commas; others are refused. Google, Entra: see the README of lib/server/identity. */
  CADRE_OIDC_HOSTS: list.optional(),
  /** Seconds after which a session asks the provider again whether the person still belongs, 0 (at every request) to 86400. */
  CADRE_OIDC_RECHECK_S: z.coerce.number().int().min(0).max(86_400).default(60),
};

type Values = z.infer<z.ZodObject<typeof SIGN_IN_VARIABLES>>;

export interface MailSettings {
  /** With user and password: never show it, `host` is for that. */
  readonly url: string;
  readonly from: string;
}

export interface CompanySignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: string;
  readonly groupsClaim: string;
  /** Null: groups say nothing about roles. */
  readonly roleMap: readonly { readonly group: string; readonly roles: readonly Role[] }[] | null;
  /** Null: everyone whom the provider knows. */
  readonly allowedGroups: readonly string[] | null;
  readonly trustEmail: boolean;
  readonly recheckS: number;
  /** Host names beside the issuer's own. */
  readonly hosts: readonly string[];
}

export interface SignInSettings {
  /** Without a slash at the end; null: what the request came to. */
  readonly publicUrl: string | null;
  readonly mail: MailSettings | null;
  readonly passwordSignIn: boolean;
  readonly companySignIn: CompanySignInSettings | null;
}

/** Reports settings that only make sense together. */
export function checkSignInSettings(value: Values, fault: (name: keyof Values, message: string) => void): void {
  if ((value.CADRE_SMTP_URL === undefined) !== (value.CADRE_MAIL_FROM === undefined)) {
    if (value.CADRE_MAIL_FROM === undefined) fault("CADRE_MAIL_FROM", "needed with CADRE_SMTP_URL");
    else fault("CADRE_SMTP_URL", "needed with CADRE_MAIL_FROM");
  }
  const names = ["CADRE_OIDC_ISSUER", "CADRE_OIDC_CLIENT_ID", "CADRE_OIDC_CLIENT_SECRET"] as const;
  const some = [...names, "CADRE_OIDC_ROLE_MAP", "CADRE_OIDC_ALLOWED_GROUPS"] as const;
  if (some.some((name) => value[name] !== undefined)) {
    for (const name of names) if (value[name] === undefined) fault(name, "needed with the other CADRE_OIDC settings");
  }
  if (!value.CADRE_PASSWORD_SIGN_IN && value.CADRE_OIDC_ISSUER === undefined) fault("CADRE_PASSWORD_SIGN_IN", "0 leaves no way to sign in: set CADRE_OIDC_ISSUER and its client");
}

export function signInSettingsOf(value: Values): SignInSettings {
  const { CADRE_SMTP_URL: url, CADRE_MAIL_FROM: from } = value;
  return {
    publicUrl: value.CADRE_PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    mail: url !== undefined && from !== undefined ? { url, from } : null,
    passwordSignIn: value.CADRE_PASSWORD_SIGN_IN,
    companySignIn: companySignInOf(value),
  };
}

function companySignInOf(value: Values): CompanySignInSettings | null {
  const { CADRE_OIDC_ISSUER: issuer, CADRE_OIDC_CLIENT_ID: clientId, CADRE_OIDC_CLIENT_SECRET: clientSecret } = value;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const scopes = value.CADRE_OIDC_SCOPES.split(/\s+/);
  return {
    issuer,
    clientId,
    clientSecret,
    name: value.CADRE_OIDC_NAME,
    scopes: [...new Set(["openid", ...scopes])].join(" "),
    groupsClaim: value.CADRE_OIDC_GROUPS_CLAIM,
    roleMap: value.CADRE_OIDC_ROLE_MAP ?? null,
    allowedGroups: value.CADRE_OIDC_ALLOWED_GROUPS ?? null,
    trustEmail: value.CADRE_OIDC_TRUST_EMAIL,
    recheckS: value.CADRE_OIDC_RECHECK_S,
    hosts: value.CADRE_OIDC_HOSTS ?? [],
  };
}
