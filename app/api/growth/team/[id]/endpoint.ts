/** @file GET /api/growth/team/:id: a report's profile as far as they share it. */
import { sharedProfile } from "@/lib/server/growth/shared-profile";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:team" }, async ({ actor, params }) => sharedProfile((await services()).db, actor, params.id ?? ""));
