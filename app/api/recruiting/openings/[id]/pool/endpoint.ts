/** @file GET: who of the people already here fits the opening, best first. */
import { poolOf } from "@/lib/server/recruiting/pool";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor, params }) => poolOf(await services(), actor, params["id"] ?? ""));
