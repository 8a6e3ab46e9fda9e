/** @file GET /api/tasks/unanswered: what several people asked this week and the documents did not answer, for HR leads. */
import { unansweredThisWeek } from "@/lib/server/document-tasks/unanswered";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "questions:unanswered" }, async ({ actor }) => unansweredThisWeek(await services(), actor));
