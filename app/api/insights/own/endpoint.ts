/** @file /api/insights/own: what insights hold about whoever asks; POST contests it. */
import { contestRequest } from "@/lib/contracts/insights";
import { contest, ownInsights } from "@/lib/server/insights/contests";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:own" }, async ({ actor }) => ownInsights((await services()).db, actor));

export const POST = route({ action: "insights:own", input: contestRequest }, async ({ actor, input }) => contest((await services()).db, actor, input));
