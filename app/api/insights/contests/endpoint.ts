/** @file GET /api/insights/contests: what people contest, for HR leads. */
import { contestsForLead } from "@/lib/server/insights/contests";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:manage" }, async ({ actor }) => ({ contests: await contestsForLead((await services()).db, actor) }));
