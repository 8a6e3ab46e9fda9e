/**
 * @file The figures of bell and inbox, kept current: asked for every few seconds while the window is seen, and at once when
 * it is looked at again or something was done. Polling, because a stream per window would use up a browser's connections.
 */
"use client";

import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";
import { countNotifications } from "@/lib/browser/ask-hr";
import { isAbort } from "@/lib/browser/http";
import type { NotificationCount } from "@/lib/contracts/notifications";

const EVERY_MS = 15_000;
const NONE: NotificationCount = { unread: 0, inbox: null };

interface Counts extends NotificationCount {
  readonly refresh: () => void;
}
const Context = createContext<Counts>({ ...NONE, refresh: () => undefined });
export const useCounts = (): Counts => useContext(Context);

export function NotificationCounts({ children }: { children: ReactNode }) {
  const [counts, setCounts] = useState(NONE);
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      countNotifications(controller.signal).then(setCounts, (error: unknown) => {
        // The next round tries again; a lost connection is said elsewhere.
        if (!isAbort(error)) console.warn("notifications:", error instanceof Error ? error.name : "failed");
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [round]);
  return <Context.Provider value={{ ...counts, refresh }}>{children}</Context.Provider>;
}
