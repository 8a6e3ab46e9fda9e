/** @file A shortlist is shared with one named person until a day, or no longer. */
import { z } from "zod";
import { shareRequest } from "@/lib/contracts/shortlists";
import { endShare, shareShortlist } from "@/lib/server/recruiting/shortlists";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:recruit", input: shareRequest }, async ({ actor, params, input }) => ({ link: await shareShortlist(await services(), actor, params["id"] ?? "", input) }));

const which = z.strictObject({ link: z.string().min(1).max(64) });
export const DELETE = route({ action: "openings:recruit", input: which }, async ({ actor, params, input }) => endShare(await services(), actor, params["id"] ?? "", input.link));
