/** @file GET /api/growth/offers?topic=: what the documents say on a topic, as it applies to the reader. */
import { offerQuery } from "@/lib/contracts/growth-offers";
import { offerFor } from "@/lib/server/growth/offers";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own", input: offerQuery }, async ({ actor, input }) => offerFor(await services(), actor, input));
