/** @file One of one's own conversations: open, rename, delete. */
import { z } from "zod";
import { deleteOwnConversation, ownConversation, renameOwnConversation } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

const rename = z.strictObject({ title: z.string().trim().min(1).max(120) });

export const GET = route({}, ({ scope, params }) => ownConversation(scope, params.id ?? ""));
export const PATCH = route({ input: rename }, ({ scope, params, input }) => renameOwnConversation(scope, params.id ?? "", input.title));
export const DELETE = route({}, ({ scope, params }) => deleteOwnConversation(scope, params.id ?? ""));
