/** @file GET /api/growth/careers/:id: the way to a role, and what is missing for it. */
import { careerTo } from "@/lib/server/growth/careers";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor, params }) => careerTo((await services()).db, actor, params.id ?? ""));
