/** @file POST /api/chat: one question, answered as server-sent events. Closing the connection stops the answer. */
import { chatRequest, type ChatEvent } from "@/lib/contracts/chat";
import { answerQuestion } from "@/lib/server/chat/answer-question";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { sseResponse } from "@/lib/server/sse";

export const POST = route({ action: "chat:ask", input: chatRequest }, async ({ actor, input, request }) => {
  const open = await services();
  return sseResponse<ChatEvent>(request, ({ send, signal }) => answerQuestion(open, { actor, request: input, signal, send }));
});
