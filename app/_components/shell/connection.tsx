/** @file The calm line that says that Cadre cannot be reached, and that it is back. It reconnects by itself. */
"use client";

import { Unplug } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { isConnectionLost, onReturn, probe, reportReach, subscribeToConnection } from "@/lib/browser/connection";
import { useWords } from "../language/language";
import { Button } from "../ui/button";
import { SHELL } from "./words";

/** How long "connected again" stays, in milliseconds. */
const BACK_MS = 4000;

export const useConnectionLost = (): boolean => useSyncExternalStore(subscribeToConnection, isConnectionLost, () => false);

export function ConnectionLine() {
  const words = useWords(SHELL);
  const lost = useConnectionLost();
  const back = useBack();
  useEffect(() => {
    const away = () => reportReach(false);
    const ask = () => void probe();
    // A tab that was in the background for long finds out at once, not with the next question.
    const seen = () => document.visibilityState === "visible" && isConnectionLost() && ask();
    // It may have gone before this page came to life.
    if (!navigator.onLine) away();
    window.addEventListener("offline", away);
    window.addEventListener("online", ask);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("offline", away);
      window.removeEventListener("online", ask);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);
  return (
    <div role="status" className="print:hidden">
      {lost && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule bg-desk px-5 py-2 text-sm sm:px-8">
          <Unplug size={15} aria-hidden className="shrink-0 text-ink-3" />
          <p className="min-w-0 flex-1">{words.lost}</p>
          <Button size="sm" onClick={() => void probe()}>
            {words.tryNow}
          </Button>
        </div>
      )}
      {!lost && back && <p className="border-b border-rule bg-desk px-5 py-2 text-sm text-ink-2 sm:px-8">{words.back}</p>}
    </div>
  );
}

function useBack(): boolean {
  const [back, setBack] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = onReturn(() => {
      setBack(true);
      clearTimeout(timer);
      timer = setTimeout(() => setBack(false), BACK_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, []);
  return back;
}
