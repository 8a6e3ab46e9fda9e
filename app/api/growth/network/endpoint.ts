/** @file GET, POST /api/growth/network: communities, partners, events; joining, and for L&D switching, adding, removing. */
import { networkAction } from "@/lib/contracts/growth-network";
import { actOnNetwork, networkOf } from "@/lib/server/growth/network";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "growth:own" }, async ({ actor }) => networkOf((await services()).db, actor));
export const POST = route({ action: "growth:own", input: networkAction }, async ({ actor, input }) => actOnNetwork((await services()).db, actor, input));
