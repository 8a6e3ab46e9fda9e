/** @file POST /api/insights/contests/:id: the HR lead's answer; it may take the person's row out. */
import { contestAnswer } from "@/lib/contracts/insights";
import { answer } from "@/lib/server/insights/contests";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "insights:manage", input: contestAnswer }, async ({ actor, input, params }) => answer((await services()).db, actor, { id: params["id"] ?? "", ...input }));
