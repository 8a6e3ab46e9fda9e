/** @file GET /api/growth/experts?skill=: colleagues who chose to be found by it. */
import { expertQuery } from "@/lib/contracts/growth-network";
import { expertsIn } from "@/lib/server/growth/experts";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own", input: expertQuery }, async ({ actor, input }) => expertsIn((await services()).db, actor, input.skill));
