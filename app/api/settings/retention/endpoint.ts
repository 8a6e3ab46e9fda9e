/** @file /api/settings/retention: GET what given terms would delete now, PATCH the terms. */
import { retentionQuery, retentionSettings } from "@/lib/contracts/setup";
import { previewRetention } from "@/lib/server/retention/clock";
import { changeRetention } from "@/lib/server/retention/settings";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "retention:manage", input: retentionQuery }, async ({ actor, input }) => previewRetention((await services()).db, actor, input));
export const PATCH = route({ action: "retention:manage", input: retentionSettings }, async ({ actor, input }) => changeRetention((await services()).db, actor, input));
