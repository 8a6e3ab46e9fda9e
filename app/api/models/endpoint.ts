/** @file GET /api/models: versions, runs, what serves, schedule. */
import { modelsView } from "@/lib/server/learning/view";
import { can } from "@/lib/server/policy";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "models:read" }, async ({ actor }) => modelsView(await services(), { mayManage: can(actor, "models:manage") }));
