/** @file GET /api/growth/careers: the lattice of roles, with what one covers of each. */
import { careersOf } from "@/lib/server/growth/careers";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => careersOf((await services()).db, actor));
