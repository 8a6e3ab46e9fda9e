/** @file GET /api/growth/encoder/local/…: the encoder's own files, so that the CV check can run it in the browser. */
import { encoderFile } from "@/lib/server/growth/browser-files";
import { route } from "@/lib/server/route";

const ROOT = "/api/growth/encoder/local/";

export const GET = route({ action: "growth:own" }, async ({ request }) => encoderFile(new URL(request.url).pathname.slice(ROOT.length)));
