/** @file /api/insights/plans: channel plans kept as scenarios, the example, effects learned; POST keeps one. */
import { planRequest } from "@/lib/contracts/insights-channels";
import { planList, savePlan } from "@/lib/server/insights/plans";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read" }, async ({ actor }) => planList((await services()).db, actor));
export const POST = route({ action: "insights:manage", input: planRequest }, async ({ actor, input }) => ({ id: await savePlan((await services()).db, actor, input) }));
