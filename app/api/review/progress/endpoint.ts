/** @file GET /api/review/progress?since=: the reviewer's own figures; `since` is the start of their day. */
import { progressQuery } from "@/lib/contracts/review";
import { progressOf } from "@/lib/server/review/progress";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge", input: progressQuery }, async ({ scope, input }) => progressOf((await services()).db, scope, new Date(input.since)));
