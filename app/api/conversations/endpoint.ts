/** @file GET /api/conversations: one's own conversations, newest change first. */
import { ownConversations } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

export const GET = route({ action: "conversations:own" }, ({ scope }) => ownConversations(scope));
