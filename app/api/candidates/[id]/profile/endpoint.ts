/** @file GET /api/candidates/:id/profile: what a résumé says, value by value with its place, and who else may be the same person. */
import { readPersonPage } from "@/lib/server/profiles/person-page";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "candidates:read" }, async ({ actor, params }) => readPersonPage(await services(), actor, params["id"] ?? ""));
