/**
 * @file Coming in, over HTTP: invitation links, links for a new password, and what the sign-in page must know.
 */
import { z } from "zod";
import { ROLES } from "../core/types";

const roles = z.array(z.enum(ROLES)).min(1);
const email = z.email().max(254);
const personName = z.string().trim().min(1).max(120);

export const invitationView = z.strictObject({
  id: z.string(),
  /** Null: whoever opens the link says it. */
  email: z.string().nullable(),
  name: z.string().nullable(),
  roles,
  /** password: a new password for an account that exists. */
  purpose: z.enum(["account", "password"]),
  /** Who made it; null for the first start or someone erased. */
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  mailedAt: z.iso.datetime().nullable(),
  state: z.enum(["open", "used", "expired", "revoked"]),
});
export type InvitationView = z.infer<typeof invitationView>;

export const invitationList = z.strictObject({
  invitations: z.array(invitationView),
  /** Whether a mail server is configured. */
  mail: z.boolean(),
});

/** `POST /api/invitations`: for a new account, or (`userId`) a new password for one that exists. */
export const createInvitationRequest = z.union([
  z.strictObject({ email, name: personName.nullable().default(null), roles, mail: z.boolean().default(false) }),
  z.strictObject({ userId: z.string().min(1).max(64), mail: z.boolean().default(false) }),
]);
export type CreateInvitationRequest = z.input<typeof createInvitationRequest>;

export const createdInvitation = z.strictObject({
  invitation: invitationView,
  /** Shown once: only its hash is kept. */
  link: z.url(),
  /** Why the mail was not sent although it was asked for; null: sent, or not asked for. */
  mailProblem: z.string().nullable(),
});
export type CreatedInvitation = z.infer<typeof createdInvitation>;

/** 256 bits, base64url. */
/** What stands behind # in a one-time link. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

/** `POST /api/invitations/open`: what a link offers. Open to whoever has it. */
export const openInvitationRequest = z.strictObject({ token: linkToken });
export const invitationOffer = z.strictObject({
  purpose: z.enum(["account", "password"]),
  email: z.string().nullable(),
  name: z.string().nullable(),
  roles,
  company: z.string(),
  expiresAt: z.iso.datetime(),
});
export type InvitationOffer = z.infer<typeof invitationOffer>;

/** `POST /api/invitations/accept`: takes it up. `email` only where the offer has none. */
export const acceptInvitationRequest = z.strictObject({ token: linkToken, name: personName, email: email.nullable().default(null), password: z.string().min(10).max(200) });
export type AcceptInvitationRequest = z.input<typeof acceptInvitationRequest>;
/** Sign in with this address and the password just chosen. */
export const acceptedInvitation = z.strictObject({ email: z.string() });

/** What the sign-in page offers. */
export interface WaysIn {
  readonly password: boolean;
  /** Null: no company sign-in is set. `makesAdmins`: some group there gives the administrator's role. */
  readonly company: { readonly name: string; readonly host: string; readonly makesAdmins: boolean } | null;
}
