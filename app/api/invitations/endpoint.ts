/** @file Invitation links, for admins: the list, and a new one (for an account, or for a new password). */
import { createInvitationRequest } from "@/lib/contracts/identity";
import { listInvitations, orderInvitation } from "@/lib/server/identity/send-invitation";
import { publicAddress } from "@/lib/server/public-address";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "users:manage" }, async ({ scope }) => {
  const { db, env: settings } = await services();
  return { invitations: await listInvitations(db, scope), mail: settings.mail !== null };
});

export const POST = route({ action: "users:manage", input: createInvitationRequest }, async ({ actor, input, request }) => {
  const { db, env: settings } = await services();
  const created = await orderInvitation({ db, settings, base: publicAddress(request, settings) }, actor, input);
  return Response.json(created, { status: 201, headers: { "cache-control": "no-store" } });
});
