/** @file PATCH /api/growth/mentoring/requests/:id: yes, no, an end, or when to talk. */
import { pairAction } from "@/lib/contracts/growth-network";
import { answerRequest, arrangeMeeting } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "growth:own", input: pairAction }, async ({ actor, params, input }) => {
  const { db } = await services();
  const id = params.id ?? "";
  return "answer" in input ? answerRequest(db, actor, id, input.answer) : arrangeMeeting(db, actor, { id, at: input.meetsAt });
});
