/** @file GET and POST /api/growth/interviews: stay interviews of one's own; a manager sends notes to a report. */
import { newInterview } from "@/lib/contracts/growth-interviews";
import { ownInterviews, sendInterview } from "@/lib/server/growth/interviews";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => ownInterviews((await services()).db, actor));
export const POST = route({ action: "growth:team", input: newInterview }, async ({ actor, input }) => sendInterview((await services()).db, actor, input));
