/** @file GET /api/receipts: what became of one's own ratings. */
import { receiptsOf } from "@/lib/server/learning/receipts";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor }) => ({ receipts: await receiptsOf(await services(), actor) }));
