/** @file /api/insights/approval: POST switches insights on with a recorded approval, DELETE off; then everything but the record goes. */
import { approvalRequest, disableRequest } from "@/lib/contracts/insights";
import { disableInsights, enableInsights } from "@/lib/server/insights/approval";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:manage", input: approvalRequest }, async ({ actor, input }) => enableInsights((await services()).db, actor, input));

export const DELETE = route({ action: "insights:manage", input: disableRequest }, async ({ actor }) => {
  const { db, insights } = await services();
  const removed = await disableInsights(db, actor);
  insights.wake();
  return removed;
});
