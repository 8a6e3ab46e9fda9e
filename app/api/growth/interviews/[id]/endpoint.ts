/** @file PATCH /api/growth/interviews/:id: keep the notes, or delete them. */
import { interviewDecision } from "@/lib/contracts/growth-interviews";
import { answerInterview } from "@/lib/server/growth/interviews";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "growth:own", input: interviewDecision }, async ({ actor, params, input }) => answerInterview((await services()).db, actor, { id: params.id ?? "", keep: input.keep }));
