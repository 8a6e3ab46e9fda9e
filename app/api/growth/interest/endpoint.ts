/** @file POST /api/growth/interest: tell those who recruit for an opening that one is interested. */
import { interestRequest } from "@/lib/contracts/growth-offering";
import { showInterest } from "@/lib/server/growth/interest";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: interestRequest }, async ({ actor, input }) => showInterest((await services()).db, actor, input));
