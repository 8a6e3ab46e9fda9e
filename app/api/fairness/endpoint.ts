/** @file GET /api/fairness: rates and impact ratios, sums only. */
import { fairnessReport } from "@/lib/server/recruiting/fairness";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "fairness:read" }, async ({ actor }) => fairnessReport(await services(), actor));
