/** @file Notifications: what a person is told by the bell. Everyone reads and marks their own only. */
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { NotificationView } from "../../lib/contracts/notifications";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { NotificationId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { notifications } from "../schema";

export interface NewNotification {
  readonly userId: UserId;
  readonly kind: string;
  readonly words: { readonly en: string; readonly zh: string };
  readonly href: string;
}

export async function addNotifications(db: Database, _scope: Scope, items: readonly NewNotification[]): Promise<void> {
  if (items.length === 0) return;
  await db.insert(notifications).values(items.map((item) => ({ id: newId<NotificationId>(), ...item, words: { ...item.words } })));
}

/** Whether somebody was told exactly this before. */
export async function wasTold(db: Database, _scope: SystemScope, { kind, href, words }: Omit<NewNotification, "userId">): Promise<boolean> {
  const rows = await db.select({ words: notifications.words }).from(notifications).where(and(eq(notifications.kind, kind), eq(notifications.href, href)));
  return rows.some((row) => row.words.en === words.en);
}

/** What one person was told and has not read goes again, where what it tells of was taken back. */
export async function deleteUnread(db: Database, _scope: SystemScope, { userId, kind, href, words }: NewNotification): Promise<void> {
  await db.delete(notifications).where(and(eq(notifications.userId, userId), eq(notifications.kind, kind), eq(notifications.href, href), isNull(notifications.readAt), sql`${notifications.words} ->> 'en' = ${words.en}`));
}

/** @param limit at most so many, newest first */
export async function listNotifications(db: Database, scope: ActorScope, limit: number): Promise<NotificationView[]> {
  const rows = await db.select().from(notifications).where(eq(notifications.userId, scope.userId)).orderBy(desc(notifications.createdAt), desc(notifications.id)).limit(limit);
  return rows.map((row) => ({ id: row.id, kind: row.kind, words: row.words, href: row.href, read: row.readAt !== null, at: row.createdAt.toISOString() }));
}

export async function countUnread(db: Database, scope: ActorScope): Promise<number> {
  const [row] = await db.select({ n: count() }).from(notifications).where(and(eq(notifications.userId, scope.userId), isNull(notifications.readAt)));
  return row?.n ?? 0;
}

/** @param ids null: all of this person's; ids of other people's are passed over */
export async function markRead(db: Database, scope: ActorScope, ids: readonly string[] | null): Promise<void> {
  const mine = and(eq(notifications.userId, scope.userId), isNull(notifications.readAt), ids === null ? undefined : inArray(notifications.id, ids as NotificationId[]));
  if (ids?.length === 0) return;
  await db.update(notifications).set({ readAt: new Date() }).where(mine);
}
