/** @file /api/notifications/count: figures of the bell and of the inbox, asked for while a page is open. */
import { notificationCount } from "@/lib/contracts/notifications";
import { countsOf } from "@/lib/server/notifications/notify";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor }) => notificationCount.parse(await countsOf((await services()).db, actor)));
