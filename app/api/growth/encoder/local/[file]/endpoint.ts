/** @file GET /api/growth/encoder/local/:file: the encoder's configuration and tokenizer, for the CV check in the browser. */
import { encoderFile } from "@/lib/server/growth/browser-files";
import { route } from "@/lib/server/route";

export const GET = route({ action: "growth:own" }, async ({ params }) => encoderFile(params.file ?? ""));
