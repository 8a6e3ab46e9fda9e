/** @file GET: a draft of a letter to an applicant. */
import { letterQuery } from "@/lib/contracts/letters";
import { draftLetter } from "@/lib/server/recruiting/letters";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit", input: letterQuery }, async ({ actor, params, input }) => draftLetter(await services(), actor, params["id"] ?? "", input));
