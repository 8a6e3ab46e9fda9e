/** @file PATCH /api/tasks/:id: done, put off, handed on. */
import { taskAction } from "@/lib/contracts/tasks";
import { actOnTask } from "@/lib/server/document-tasks/tasks";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ input: taskAction }, async ({ actor, params, input }) => actOnTask(await services(), actor, params.id ?? "", input));
