/** @file POST /api/review/undo: reopens the reviewer's last judgement, ten back at most. */
import { undoLast } from "@/lib/server/review/judge";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:judge" }, async ({ scope }) => undoLast((await services()).db, scope));
