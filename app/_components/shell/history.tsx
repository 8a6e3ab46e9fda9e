/** @file History: the asker's conversations by day, with a search of their titles. */
"use client";

import { Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useFormats, useWords } from "../language/language";
import { FailedPanel } from "../ui/states";
import { ChatsKept } from "../retention";
import { useConversations } from "./conversations";
import { groupByDay } from "./day-groups";
import { HistoryEntry } from "./history-entry";
import { SHELL } from "./words";

/** The present moment, in milliseconds since 1970, to the minute: "Today" must not outlive midnight. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function History() {
  const { list, error, reload } = useConversations();
  const words = useWords(SHELL);
  const formats = useFormats();
  const [typed, setTyped] = useState("");
  const now = useNow();
  const pathname = usePathname();
  const needle = typed.trim().toLocaleLowerCase();
  const shown = (list ?? []).filter((entry) => entry.title.toLocaleLowerCase().includes(needle));

  return (
    <section aria-label={words.chats} className="flex min-h-48 flex-1 flex-col">
      <div className="relative mx-3 mb-1">
        <Search size={14} aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={words.searchChats}
          placeholder={words.searchChats}
          className="h-8 w-full rounded-md bg-transparent pr-2 pl-8 text-sm hover:bg-press focus:bg-sheet focus:outline-2 focus:outline-ink coarse:h-10"
        />
      </div>
      <ChatsKept className="px-5 pb-1 text-xs text-ink-3" />
      <div className="hairline-scroll min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {error !== undefined && !list && <FailedPanel error={error} onRetry={reload} />}
        {list && list.length === 0 && (
          <p className="px-2 pt-2 text-sm text-ink-3">{words.noChats}</p>
        )}
        {list && list.length > 0 && shown.length === 0 && (
          <p className="px-2 pt-2 text-sm text-ink-3">{words.noSuchChat(typed.trim())}</p>
        )}
        {groupByDay(shown, now, { words, formats }).map((group) => (
          <div key={group.label} className="mt-3 first:mt-2">
            <h2 className="label px-2 pb-1">{group.label}</h2>
            <ul>
              {group.entries.map((entry) => (
                <HistoryEntry key={entry.id} entry={entry} current={pathname === `/chat/${entry.id}`} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
