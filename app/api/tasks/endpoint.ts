/** @file GET /api/tasks: what the owners of documents have to look at; one's own, or everyone's for HR leads. */
import { taskQuery } from "@/lib/contracts/tasks";
import { ownersTasks } from "@/lib/server/document-tasks/tasks";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ input: taskQuery }, async ({ actor, input }) => ownersTasks(await services(), actor, input));
