/** @file DELETE /api/feedback/:id: takes one's own thumb back. */
import { undoRating } from "@/lib/server/chat/conversations";
import { route } from "@/lib/server/route";

export const DELETE = route({ action: "feedback:give" }, ({ scope, params }) => undoRating(scope, params.id ?? ""));
