/** @file POST /api/feedback: a thumb on an answer, a citation or a candidate. Sent again, it changes the thumb. */
import { feedbackRequest } from "@/lib/contracts/chat";
import { rate } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

export const POST = route({ action: "feedback:give", input: feedbackRequest }, ({ scope, input }) => rate(scope, input));
