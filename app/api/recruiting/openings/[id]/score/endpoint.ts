/** @file POST: scores everyone anew, or says who would move. */
import { rescoreRequest } from "@/lib/contracts/recruiting";
import { rescore } from "@/lib/server/recruiting/scores";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:recruit", input: rescoreRequest }, async ({ actor, params, input }) => rescore(await services(), actor, { openingId: params["id"] ?? "", ...input }));
