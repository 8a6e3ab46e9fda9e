/**
 * @file Notify: telling people through the bell, from any part of Cadre. Words in both languages are kept with the
 * notification, so that a new kind needs no change here. Never put a question's or a document's words in them.
 */
import type { Database } from "../../../db/client";
import { addNotifications, countUnread, deleteUnread, listNotifications, markRead, type NewNotification } from "../../../db/queries/notifications";
import { countWaiting } from "../../../db/queries/ask-hr";
import { listVerified } from "../../../db/queries/verified-answers";
import type { NotificationCount, NotificationList } from "../../contracts/notifications";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { can } from "../policy";
import { suspendStale } from "../verified-answers/source";

const scope = systemScope("notifications");
const SHOWN = 50;
/** Sources of verified answers are looked at again after this, while somebody of HR has Cadre open. */
const LOOK_AGAIN_MS = 5 * 60_000;
const looked = new WeakMap<Database, number>();

/**
 * Adds notifications; each person sees theirs within a few seconds.
 *
 * @param db the transaction of what they tell of, if there is one
 * @example await notify(tx, [{ userId, kind: "hr.answered", words: { en: "HR has answered your question.", zh: "人力资源部已答复您的问题。" }, href: "/chat/…" }]);
 */
export async function notify(db: Database, items: readonly NewNotification[]): Promise<void> {
  await addNotifications(db, scope, items);
}

/** Takes back what was told by `notify` with these words, unless it has been read. */
export async function takeBackNotice(db: Database, item: NewNotification): Promise<void> {
  await deleteUnread(db, scope, item);
}

export async function notificationsOf(db: Database, actor: Actor): Promise<NotificationList> {
  const own = scopeOf(actor);
  return { notifications: await listNotifications(db, own, SHOWN), unread: await countUnread(db, own) };
}

/** @param ids null: all of this person's; ids of other people's are passed over */
export async function readNotifications(db: Database, actor: Actor, ids: readonly string[] | null): Promise<void> {
  await markRead(db, scopeOf(actor), ids);
}

/** For the bell and the inbox's figure. */
export async function countsOf(db: Database, actor: Actor, nowMs: number = Date.now()): Promise<NotificationCount> {
  const own = scopeOf(actor);
  const unread = await countUnread(db, own);
  if (!can(actor, "hr:answer")) return { unread, inbox: null };
  if (nowMs - (looked.get(db) ?? 0) > LOOK_AGAIN_MS) {
    looked.set(db, nowMs);
    await suspendStale(db, await listVerified(db, scope, "serving"));
  }
  const { waiting } = await countWaiting(db, own);
  return { unread, inbox: waiting + (await listVerified(db, scope, "suspended")).length };
}
