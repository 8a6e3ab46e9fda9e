/** @file The bell: how many notifications are unread, and their list. */
"use client";

import clsx from "clsx";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Popover } from "radix-ui";
import { useState } from "react";
import { listNotifications, readNotifications } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { NotificationView } from "@/lib/contracts/notifications";
import { useFormats, useLanguage, useWords } from "../language/language";
import { Button } from "../ui/button";
import { FailedPanel, WaitingRows } from "../ui/states";
import { useNotify } from "../ui/toasts";
import { useResource } from "../use-resource";
import { useCan } from "./me";
import { useCounts } from "./notifications-count";
import { NOTIFICATIONS } from "./notifications-words";

export function NotificationBell({ className }: { className?: string }) {
  const words = useWords(NOTIFICATIONS);
  const { unread } = useCounts();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          aria-label={unread > 0 ? words.unread(unread) : words.bell}
          className={clsx("relative grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-press hover:text-ink coarse:size-10", className)}
        >
          <Bell size={16} strokeWidth={1.8} aria-hidden />
          {unread > 0 && (
            <span aria-hidden className="absolute top-0 right-0 min-w-4 rounded-full bg-ink px-1 text-center text-2xs leading-4 font-semibold text-paper tabular">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={words.bell}
          className="z-60 flex max-h-[min(32rem,80vh)] w-[min(23rem,92vw)] flex-col rounded-lg bg-sheet shadow-float focus:outline-none"
        >
          {open && <NotificationItems onLeave={() => setOpen(false)} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function NotificationItems({ onLeave }: { onLeave: () => void }) {
  const words = useWords(NOTIFICATIONS);
  const notify = useNotify();
  const router = useRouter();
  const asksHr = useCan("hr:ask");
  const { refresh } = useCounts();
  const list = useResource("notifications", listNotifications);
  const read = async (ids: readonly string[] | null) => {
    try {
      await readNotifications(ids);
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    refresh();
    list.reload();
  };
  const follow = (entry: NotificationView) => {
    void read([entry.id]);
    router.push(entry.href);
    onLeave();
  };
  return (
    <>
      <header className="flex min-h-11 items-center gap-2 border-b border-rule px-4">
        <h2 className="flex-1 text-sm font-semibold">{words.bell}</h2>
        {(list.data?.unread ?? 0) > 0 && (
          <Button size="sm" look="quiet" onClick={() => void read(null)}>
            {words.allRead}
          </Button>
        )}
      </header>
      <div className="hairline-scroll min-h-0 flex-1 overflow-y-auto">
        {list.error !== undefined && <FailedPanel error={list.error} onRetry={list.reload} />}
        {list.waiting && <WaitingRows rows={3} height={52} label={words.loading} />}
        {list.data?.notifications.length === 0 && <p className="px-4 py-5 text-sm text-ink-2">{words.none}</p>}
        <ul>
          {list.data?.notifications.map((entry) => (
            <li key={entry.id} className="border-b border-rule last:border-b-0">
              <NotificationRow entry={entry} onFollow={() => follow(entry)} />
            </li>
          ))}
        </ul>
      </div>
      {asksHr && (
        <footer className="border-t border-rule px-4 py-2.5 text-sm">
          <Link href="/inbox/mine" onClick={onLeave} className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
            {words.mine}
          </Link>
        </footer>
      )}
    </>
  );
}

function NotificationRow({ entry, onFollow }: { entry: NotificationView; onFollow: () => void }) {
  const words = useWords(NOTIFICATIONS);
  const language = useLanguage();
  const formats = useFormats();
  return (
    <button type="button" onClick={onFollow} className="flex w-full gap-3 px-4 py-2.5 text-left text-sm hover:bg-press coarse:py-3.5">
      <span aria-hidden className={clsx("mt-[7px] size-1.5 shrink-0 rounded-full", entry.read ? "bg-transparent" : "bg-ink")} />
      <span className="min-w-0 flex-1">
        <span className={clsx("block", !entry.read && "font-semibold")}>
          {!entry.read && <span className="sr-only">{words.new}</span>}
          {entry.words[language]}
        </span>
        <span className="block text-xs text-ink-3 tabular">{formats.dayTime(entry.at)}</span>
      </span>
    </button>
  );
}
