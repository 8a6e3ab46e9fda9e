/** @file POST: résumés apply to an opening. */
import { addApplicationsRequest } from "@/lib/contracts/recruiting";
import { addToOpening } from "@/lib/server/recruiting/applications";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:recruit", input: addApplicationsRequest }, async ({ actor, params, input }) => ({ added: await addToOpening(await services(), actor, params["id"] ?? "", input) }));
