/** @file GET /api/review/trust: agreement, quality, gold items; everyone's for HR leads, else one's own. */
import { route } from "@/lib/server/route";
import { trustFor } from "@/lib/server/review/trust";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge" }, async ({ actor }) => trustFor((await services()).db, actor));
