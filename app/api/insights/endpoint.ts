/** @file GET /api/insights: on or off, the approval, what each kind knows. */
import { insightsView } from "@/lib/server/insights/view";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read" }, async ({ actor }) => insightsView((await services()).db, actor));
