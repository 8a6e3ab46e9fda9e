/** @file GET /api/review/disagreements/:id: one of them, with what each reviewer said. */
import { openDisagreement } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:manage" }, async ({ actor, params }) => openDisagreement((await services()).db, actor, params.id ?? ""));
