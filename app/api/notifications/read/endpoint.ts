/** @file /api/notifications/read: one's own are read. */
import { notificationsRead } from "@/lib/contracts/notifications";
import { readNotifications } from "@/lib/server/notifications/notify";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ input: notificationsRead }, async ({ actor, input }) => readNotifications((await services()).db, actor, input.ids));
