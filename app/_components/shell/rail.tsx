/** @file The rail: wordmark, new question, places, history, account. */
"use client";

import { Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { useWords } from "../language/language";
import { Account } from "./account";
import { History } from "./history";
import { IconButton } from "../ui/button";
import { useMe } from "./me";
import { Navigation } from "./navigation";
import { NotificationBell } from "./notifications";
import { useKeyboard } from "./shortcuts";
import { Wordmark } from "./wordmark";
import { SHELL } from "./words";

export function Rail() {
  const words = useWords(SHELL);
  const { company } = useMe();
  const { showPalette } = useKeyboard();
  return (
    <div className="flex h-full flex-col bg-desk">
      <div className="flex items-start gap-2 px-5 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <Wordmark />
          <p className="truncate text-xs text-ink-3">{company}</p>
        </div>
        <NotificationBell className="-mt-0.5 -mr-2 max-lg:hidden" />
      </div>
      <div className="flex gap-1.5 px-3 pb-2">
        <Link
          href="/chat"
          className="flex h-9 min-w-0 flex-1 items-center gap-2.5 rounded-md border border-rule-2 bg-sheet px-2 text-sm font-medium hover:border-ink-3 coarse:h-11"
        >
          <SquarePen size={16} strokeWidth={1.8} aria-hidden />
          {words.newQuestion}
        </Link>
        <IconButton label={words.goToAnything} icon={<Search size={16} />} side="bottom" onClick={showPalette} aria-keyshortcuts="Control+K Meta+K" className="size-9! border border-rule-2 bg-sheet coarse:size-11!" />
      </div>
      {/* On a low screen places and chats scroll as one, so that neither is squeezed out by the other. */}
      <div className="hairline-scroll flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Navigation />
        <hr className="mx-5 my-3 shrink-0 border-rule" />
        <History />
      </div>
      <Account />
    </div>
  );
}
