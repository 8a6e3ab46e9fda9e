/** @file POST /api/feedback/opened: the asker opened a source or candidate of an answer; how place and opening go together. */
import { openedRequest } from "@/lib/contracts/chat";
import { opened } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

export const POST = route({ action: "feedback:give", input: openedRequest }, ({ scope, input }) => opened(scope, input));
