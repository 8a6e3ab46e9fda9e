/** @file /api/settings/demo: GET what removing the demo company takes away, POST removes it and reports what was found. */
import { removeDemoRequest } from "@/lib/contracts/setup";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { demoContents, removeDemo } from "@/lib/server/setup/demo/remove-demo";

export const GET = route({ action: "company:manage" }, async () => demoContents(await services()));
export const POST = route({ action: "company:manage", input: removeDemoRequest }, async ({ actor, input }) => removeDemo(await services(), actor, input.confirm));
