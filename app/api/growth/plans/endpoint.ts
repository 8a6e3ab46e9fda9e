/** @file GET, POST /api/growth/plans: one's own plans; begin one. */
import { planRequest } from "@/lib/contracts/growth";
import { beginPlan, ownPlans } from "@/lib/server/growth/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => ({ plans: await ownPlans((await services()).db, actor) }));
export const POST = route({ action: "growth:own", input: planRequest }, async ({ actor, input }) => beginPlan((await services()).db, actor, input));
