/** @file GET, PATCH /api/growth/plans/:id: one plan; progress, planning again, approval, letting go. */
import { planAction } from "@/lib/contracts/growth";
import { actOnPlan, ownPlan } from "@/lib/server/growth/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor, params }) => ownPlan((await services()).db, actor, params.id ?? ""));
export const PATCH = route({ action: "growth:own", input: planAction }, async ({ actor, params, input }) => actOnPlan((await services()).db, actor, params.id ?? "", input));
