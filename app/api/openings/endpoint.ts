/** @file GET /api/openings: the openings that one may read. */
import { listOpenings } from "@/lib/server/people/candidates";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:read" }, async ({ actor }) => ({ openings: await listOpenings(await services(), actor) }));
