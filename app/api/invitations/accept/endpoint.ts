/** @file Takes a one-time link up: the account is made, or its new password set. The page signs in with it next. */
import { acceptInvitationRequest } from "@/lib/contracts/identity";
import { systemClock } from "@/lib/core/clock";
import { clientAddress } from "@/lib/server/client-address";
import { acceptInvitation } from "@/lib/server/identity/invitations";
import { openRoute } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = openRoute({ input: acceptInvitationRequest }, async ({ input, request }) => {
  const { db } = await services();
  const account = await acceptInvitation({ db, clock: systemClock }, { ...input, address: clientAddress(request.headers) });
  return { email: account.email };
});
