/** @file PATCH /api/growth/mentoring/requests/:id: yes, no, or an end. */
import { pairAnswer } from "@/lib/contracts/growth-network";
import { answerRequest } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "growth:own", input: pairAnswer }, async ({ actor, params, input }) => answerRequest((await services()).db, actor, params.id ?? "", input.answer));
