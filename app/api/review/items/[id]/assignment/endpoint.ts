/** @file POST /api/review/items/:id/assignment: gives the item to a reviewer, or takes it back. */
import { assignmentRequest } from "@/lib/contracts/review";
import { assign } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "review:manage", input: assignmentRequest }, async ({ actor, params, input }) => assign((await services()).db, actor, params.id ?? "", input));
