/** @file POST /api/models/:id/promote: a version begins to serve, its index is built for that, or its trial is ended; a refused one only with a reason. */
import { promoteRequest, type promoteReply } from "@/lib/contracts/learning";
import { promoteVersion } from "@/lib/server/learning/promote-version";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import type { z } from "zod";

export const POST = route({ action: "models:manage", input: promoteRequest }, async ({ actor, input, params }): Promise<z.infer<typeof promoteReply>> => {
  const open = await services();
  const { version, onTrial, indexRun } = await promoteVersion(open, actor, { id: params["id"] ?? "", reason: input.reason });
  return { serving: version.number, onTrial, receipts: indexRun === null ? await open.learning.tell(version.id) : 0, building: indexRun !== null };
});
