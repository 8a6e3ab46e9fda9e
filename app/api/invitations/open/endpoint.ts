/** @file What a one-time link offers: asked by its page with the token, which is in no address that a server sees. */
import { openInvitationRequest, type InvitationOffer } from "@/lib/contracts/identity";
import { clientAddress } from "@/lib/server/client-address";
import { offerOf } from "@/lib/server/identity/offer";
import { openRoute } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { systemClock } from "@/lib/core/clock";

export const POST = openRoute({ input: openInvitationRequest }, async ({ input, request }): Promise<InvitationOffer> => {
  const { db } = await services();
  return offerOf({ db, clock: systemClock }, { token: input.token, address: clientAddress(request.headers) });
});
