/** @file GET and POST /api/growth/offering: learning budget, programmes, roles and moves, as HR leads set them up. */
import { offeringAction } from "@/lib/contracts/growth-offering";
import { changeOffering, offeringOf } from "@/lib/server/growth/offering";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:manage" }, async ({ actor }) => offeringOf((await services()).db, actor));
export const POST = route({ action: "growth:manage", input: offeringAction }, async ({ actor, input }) => changeOffering((await services()).db, actor, input));
