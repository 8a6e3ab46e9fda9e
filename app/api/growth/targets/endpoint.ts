/** @file GET /api/growth/targets: openings and roles, nearest first. */
import { ownTargets } from "@/lib/server/growth/choices";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => ownTargets((await services()).db, actor));
