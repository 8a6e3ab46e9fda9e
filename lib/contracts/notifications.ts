/** @file The bell: a person's own notifications, and the counts that the frame shows. */
import { z } from "zod";

export const notificationView = z.strictObject({
  id: z.string(),
  /** "hr.answered" …: chooses the icon. */
  kind: z.string(),
  words: z.strictObject({ en: z.string(), zh: z.string() }),
  /** Where a click leads, within Cadre. */
  href: z.string().regex(/^\/(?!\/)/),
  read: z.boolean(),
  at: z.iso.datetime(),
});
export type NotificationView = z.infer<typeof notificationView>;

/** GET /api/notifications */
export const notificationList = z.strictObject({ notifications: z.array(notificationView), unread: z.number().int().nonnegative() });
export type NotificationList = z.infer<typeof notificationList>;

/** GET /api/notifications/count: asked again and again while a page is open. */
export const notificationCount = z.strictObject({
  unread: z.number().int().nonnegative(),
  /** Waiting in HR's inbox; null for people who do not answer there. */
  inbox: z.number().int().nonnegative().nullable(),
});
export type NotificationCount = z.infer<typeof notificationCount>;

/** POST /api/notifications/read; `ids` null: all. */
export const notificationsRead = z.strictObject({ ids: z.array(z.string()).max(200).nullable() });
