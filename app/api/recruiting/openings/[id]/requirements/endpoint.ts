/** @file POST: what an opening asks for, as a recruiter corrected it. */
import { requirementsRequest } from "@/lib/contracts/recruiting";
import { correctRequirements } from "@/lib/server/recruiting/requirements";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:recruit", input: requirementsRequest }, async ({ actor, params, input }) => ({ revision: await correctRequirements(await services(), actor, params["id"] ?? "", input) }));
