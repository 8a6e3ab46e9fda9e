/** @file GET /api/review/disagreements: items on which reviewers differ and nobody has decided. */
import { disagreementsFor } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:manage" }, async ({ actor }) => disagreementsFor((await services()).db, actor));
