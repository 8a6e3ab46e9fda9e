/** @file GET /api/review/queue: what waits for this reviewer, in the order in which it should be judged. */
import { queueQuery } from "@/lib/contracts/review";
import { queueFor } from "@/lib/server/review/queue";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge", input: queueQuery }, async ({ scope, input }) => queueFor((await services()).db, scope, input));
