/** @file POST /api/growth/plans/preview: gap, plan, alternatives and what ten more hours buy. Stores nothing. */
import { planRequest } from "@/lib/contracts/growth";
import { previewPlan } from "@/lib/server/growth/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: planRequest }, async ({ actor, input }) => previewPlan((await services()).db, actor, input));
