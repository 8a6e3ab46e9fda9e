/** @file A shortlist for the person it is shared with; whose it is is decided by the link itself. */
import { answerRequest } from "@/lib/contracts/shortlists";
import { answerShared, sharedShortlist } from "@/lib/server/recruiting/shortlists";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor, params }) => sharedShortlist(await services(), actor, params["id"] ?? ""));

export const POST = route({ input: answerRequest }, async ({ actor, params, input }) => answerShared(await services(), actor, params["id"] ?? "", input));
