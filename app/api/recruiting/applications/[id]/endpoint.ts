/** @file One application: read, moved to another stage. */
import { moveRequest } from "@/lib/contracts/recruiting";
import { applicationOf, moveOn } from "@/lib/server/recruiting/applications";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor, params }) => applicationOf(await services(), actor, params["id"] ?? ""));

export const PATCH = route({ action: "openings:recruit", input: moveRequest }, async ({ actor, params, input }) => moveOn(await services(), actor, params["id"] ?? "", input));
