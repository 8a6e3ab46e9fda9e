/** @file POST /api/insights/tables/:id/mapping: looks at a mapping (save: false), or keeps it. */
import { mappingRequest } from "@/lib/contracts/insights";
import { saveMapping, tableDetail } from "@/lib/server/insights/tables";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:manage", input: mappingRequest }, async ({ actor, input, params }) => {
  const { db } = await services();
  const id = params["id"] ?? "";
  return input.save ? saveMapping(db, actor, id, input.mapping) : tableDetail(db, actor, id, input.mapping);
});
