/** @file useAct: do something, say what happened, and be busy meanwhile. */
"use client";

import { useState } from "react";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";

/** @returns whether something runs, and a function that runs it; failures become a notice */
export function useAct(): readonly [busy: boolean, act: (work: () => Promise<void>, done?: string) => Promise<void>] {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>, done?: string) => {
    setBusy(true);
    try {
      await work();
      if (done) notify({ text: done });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  return [busy, act];
}
