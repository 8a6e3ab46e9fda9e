/** @file /api/notifications: one's own, the latest first. */
import { notificationList } from "@/lib/contracts/notifications";
import { notificationsOf } from "@/lib/server/notifications/notify";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async ({ actor }) => notificationList.parse(await notificationsOf((await services()).db, actor)));
