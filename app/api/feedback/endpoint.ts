/** @file POST /api/feedback: a thumb on an answer, a citation or a candidate. Sent again, it changes the thumb. */
import { feedbackRequest } from "@/lib/contracts/chat";
import { rate } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "feedback:give", input: feedbackRequest }, async ({ scope, input }) => {
  const stored = await rate(scope, input);
  // A version on trial is watched by its ratings.
  (await services()).learning.onRating();
  return stored;
});
