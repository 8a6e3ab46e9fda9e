/** @file POST /api/growth/mentoring/round: a stable assignment of everyone who waits; shown, or saved as proposals. */
import { roundRequest } from "@/lib/contracts/growth-network";
import { mentoringRound } from "@/lib/server/growth/mentor-round";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:manage", input: roundRequest }, async ({ actor, input }) => mentoringRound((await services()).db, actor, input));
