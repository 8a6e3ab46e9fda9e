/** @file Coming in, from the screen's side: invitation links, links for a new password, taking one up. */
import {
  acceptedInvitation,
  createdInvitation,
  invitationList,
  invitationOffer,
  type AcceptInvitationRequest,
  type CreatedInvitation,
  type CreateInvitationRequest,
  type InvitationOffer,
  type InvitationView,
} from "../contracts/identity";
import { call, callEmpty } from "./http";

export const listInvitations = (signal?: AbortSignal): Promise<{ invitations: InvitationView[]; mail: boolean }> => call(invitationList, "/api/invitations", { signal });
export const createInvitation = (request: CreateInvitationRequest): Promise<CreatedInvitation> => call(createdInvitation, "/api/invitations", { method: "POST", body: request });
export const revokeInvitation = (id: string): Promise<void> => callEmpty(`/api/invitations/${encodeURIComponent(id)}`, { method: "DELETE", body: {} });

/** What a link offers. The token goes in the body: an address would be logged on the way. */
export const openInvitation = (token: string, signal?: AbortSignal): Promise<InvitationOffer> => call(invitationOffer, "/api/invitations/open", { method: "POST", body: { token }, signal });
/** @returns the address to sign in with */
export const acceptInvitation = async (request: AcceptInvitationRequest): Promise<string> => (await call(acceptedInvitation, "/api/invitations/accept", { method: "POST", body: request })).email;
