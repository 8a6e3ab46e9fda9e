/** @file GET /api/insights/kinds/:kind/people: counts by group and band; names of a band, with an audit line. */
import { peopleQuery } from "@/lib/contracts/insights-reports";
import { kindOf } from "@/lib/server/insights/kind-of";
import { peopleOf } from "@/lib/server/insights/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read", input: peopleQuery }, async ({ actor, input, params }) => peopleOf((await services()).db, actor, { kind: kindOf(params["kind"]), ...input }));
