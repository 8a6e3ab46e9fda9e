/** @file PATCH /api/modules/[id]: switches a module on or off for everyone. */
import { switchModuleRequest } from "@/lib/contracts/setup";
import { switchModule } from "@/lib/server/modules/state";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "company:manage", input: switchModuleRequest }, async ({ actor, input, params }) => switchModule((await services()).db, actor, { id: params["id"] ?? "", on: input.on }));
