/** @file /api/insights/tables/:id: its columns, mapping and checks; DELETE takes it away with all that was trained on it. */
import { deleteTable, tableDetail } from "@/lib/server/insights/tables";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read" }, async ({ actor, params }) => tableDetail((await services()).db, actor, params["id"] ?? ""));

export const DELETE = route({ action: "insights:manage" }, async ({ actor, params }) => {
  const { db, insights } = await services();
  await deleteTable(db, actor, params["id"] ?? "");
  insights.wake();
});
