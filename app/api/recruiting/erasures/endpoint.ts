/** @file GET /api/recruiting/erasures: receipts of erasures, newest first. HR leads read every one, recruiters their own; also while candidates are switched off. */
import { erasuresQuery } from "@/lib/contracts/erasures";
import { readReceipts } from "@/lib/server/recruiting/receipts";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "documents:delete:resume", input: erasuresQuery }, async ({ actor, input }) => readReceipts(await services(), actor, input));
