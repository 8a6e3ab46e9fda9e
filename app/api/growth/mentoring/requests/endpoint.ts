/** @file POST /api/growth/mentoring/requests: asks a mentor. */
import { mentorRequest } from "@/lib/contracts/growth-network";
import { askMentor } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: mentorRequest }, async ({ actor, input }) => askMentor((await services()).db, actor, input));
