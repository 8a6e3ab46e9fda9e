/** @file GET /api/demo: the demo's accounts for the sign-in page; `{ demo: false }` on a company's own data. */
import { guarded } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { demoInfo } from "@/lib/server/setup/demo-info";

export const GET = () => guarded(async () => Response.json(await demoInfo(await services()), { headers: { "cache-control": "no-store" } }));
