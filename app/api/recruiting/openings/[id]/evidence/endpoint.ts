/** @file GET /api/recruiting/openings/[id]/evidence?application=&scoring=&language=: the evidence pack as a zip, its page in that language. */
import { z } from "zod";
import { evidencePack } from "@/lib/server/recruiting/evidence-pack";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

const query = z.strictObject({ application: z.string().min(1).max(64).optional(), scoring: z.coerce.number().int().positive().optional(), language: z.enum(["en", "zh"]).optional() });

export const GET = route({ action: "openings:recruit", input: query }, async ({ actor, params, input }) => {
  const pack = await evidencePack(await services(), actor, params["id"] ?? "", { application: input.application ?? null, scoring: input.scoring ?? null, language: input.language ?? "en" });
  return new Response(Buffer.from(pack.bytes), { headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${pack.name}"`, "cache-control": "no-store", "x-content-sha256": pack.sha256 } });
});
