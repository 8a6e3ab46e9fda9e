/** @file GET /api/fairness/csv: the tables of a bias audit. */
import { fairnessCsv } from "@/lib/server/recruiting/fairness";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "fairness:read" }, async ({ actor }) => {
  const csv = await fairnessCsv(await services(), actor);
  return new Response(csv, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="fairness.csv"', "cache-control": "no-store" } });
});
