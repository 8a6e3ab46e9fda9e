/** @file GET: everything held about a candidate, as a zip for them. */
import { exportCandidate } from "@/lib/server/recruiting/export-candidate";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "candidates:erase" }, async ({ actor, params }) => {
  const { name, bytes } = await exportCandidate(await services(), actor, params["id"] ?? "");
  return new Response(Buffer.from(bytes), { headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" } });
});
