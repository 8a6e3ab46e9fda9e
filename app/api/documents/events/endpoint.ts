/** @file GET /api/documents/events: the documents page's live feed as server-sent events. */
import { streamDocuments } from "@/lib/server/documents/stream";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { sseResponse } from "@/lib/server/sse";

export const GET = route({ action: "documents:list" }, async ({ actor, request }) => {
  const open = await services();
  return sseResponse(request, (stream) => streamDocuments(open, actor, stream));
});
