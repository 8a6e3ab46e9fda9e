/** @file GET, POST /api/growth/team: what reports share; deciding on a plan that waits. */
import { approvalDecision } from "@/lib/contracts/growth";
import { decidePlan, teamOf } from "@/lib/server/growth/team";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:team" }, async ({ actor }) => teamOf((await services()).db, actor));
export const POST = route({ action: "growth:team", input: approvalDecision }, async ({ actor, input }) => decidePlan((await services()).db, actor, input));
