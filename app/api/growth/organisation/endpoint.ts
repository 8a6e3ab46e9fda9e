/** @file GET /api/growth/organisation: figures of groups of at least five. */
import { organisationOf } from "@/lib/server/growth/organisation";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:organisation" }, async ({ actor }) => organisationOf((await services()).db, actor));
