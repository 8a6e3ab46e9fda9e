/** @file GET /api/candidates/:id/openings: which openings fit a person, what would close the gap, what they applied for. */
import { openingsFor } from "@/lib/server/recruiting/openings-for";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor, params }) => openingsFor(await services(), actor, params["id"] ?? ""));
