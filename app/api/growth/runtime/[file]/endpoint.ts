/** @file GET /api/growth/runtime/:file: the code that the CV check runs in the browser, from this server only. */
import { runtimeFile } from "@/lib/server/growth/browser-files";
import { route } from "@/lib/server/route";

export const GET = route({ action: "growth:own" }, async ({ params }) => runtimeFile(params.file ?? ""));
