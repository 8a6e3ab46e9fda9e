/** @file /api/insights/tables/:id/labels: comments of a table that wait for a label, without names; POST labels one, or takes its label back. */
import { labelQuery, labelRequest } from "@/lib/contracts/insights-labels";
import { labelQueue, putLabel } from "@/lib/server/insights/labels";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:manage", input: labelQuery }, async ({ actor, input, params }) => labelQueue((await services()).db, actor, { tableId: params["id"] ?? "", ...input }));

export const POST = route({ action: "insights:manage", input: labelRequest }, async ({ actor, input, params }) => {
  await putLabel((await services()).db, actor, { tableId: params["id"] ?? "", ...input });
});
