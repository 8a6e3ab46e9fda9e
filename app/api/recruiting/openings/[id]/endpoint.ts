/** @file One opening as recruiters work on it: its page, taking it up, its settings. */
import { openingChange } from "@/lib/contracts/recruiting";
import { changeOpening, openingPageOf, takeUp } from "@/lib/server/recruiting/openings";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor, params }) => openingPageOf(await services(), actor, params["id"] ?? ""));

export const POST = route({ action: "openings:recruit" }, async ({ actor, params }) => takeUp(await services(), actor, params["id"] ?? ""));

export const PATCH = route({ action: "openings:recruit", input: openingChange }, async ({ actor, params, input }) => changeOpening(await services(), actor, params["id"] ?? "", input));
