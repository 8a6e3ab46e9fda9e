/** @file GET /api/recruiting/openings: all that one may read, with figures of those that one works on. */
import { listOpeningsToWork } from "@/lib/server/recruiting/openings";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async ({ actor }) => ({ openings: await listOpeningsToWork(await services(), actor) }));
