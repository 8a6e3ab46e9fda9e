/** @file GET /api/documents/:id/export: everything held about the person behind a résumé, as a zip for them; also while candidates are switched off. */
import { exportPerson } from "@/lib/server/recruiting/held-person";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "documents:delete:resume" }, async ({ actor, params }) => {
  const { name, bytes } = await exportPerson(await services(), actor, params["id"] ?? "");
  return new Response(Buffer.from(bytes), { headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" } });
});
