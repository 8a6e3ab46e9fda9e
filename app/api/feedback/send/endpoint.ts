/** @file POST /api/feedback/send: the asker sends an answer of their own to the reviewers, also a private one. */
import { z } from "zod";
import { send } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

export const POST = route({ action: "feedback:give", input: z.strictObject({ messageId: z.string() }) }, ({ scope, input }) => send(scope, input.messageId));
