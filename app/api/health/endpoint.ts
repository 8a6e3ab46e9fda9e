/** @file GET /api/health: is the server able to work? Opens the services when it is asked first. No counts, no names. */
import { services } from "@/lib/server/services";
import { guarded } from "@/lib/server/route";

export const GET = () =>
  guarded(async () => {
    const { dialect, encoder, vectors } = await services();
    return Response.json(
      { status: "ok", database: dialect, encoder: encoder.version, device: encoder.device, index: vectors.index.kind, advice: vectors.advice },
      { headers: { "cache-control": "no-store" } },
    );
  });
