/** @file GET /api/insights/kinds/:kind: report in use, versions, runs, tables. */
import { kindOf } from "@/lib/server/insights/kind-of";
import { kindView } from "@/lib/server/insights/view";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read" }, async ({ actor, params }) => kindView((await services()).db, actor, kindOf(params["kind"])));
