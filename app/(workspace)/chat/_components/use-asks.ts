/** @file useAsks: one's own questions to HR, by the answer that they were sent from. */
"use client";

import { useEffect } from "react";
import { useCan } from "@/app/_components/shell/me";
import { useCounts } from "@/app/_components/shell/notifications-count";
import { useResource } from "@/app/_components/use-resource";
import { listMyAsks } from "@/lib/browser/ask-hr";
import type { MyAsk } from "@/lib/contracts/ask-hr";

export interface Asks {
  readonly of: (messageId: string) => MyAsk | undefined;
  readonly reload: () => void;
}

/** None while the module is off. Loaded once, and again when a notification has come: a reply appears in an open chat by itself. */
export function useAsks(): Asks {
  const isOn = useCan("hr:ask");
  const { data, reload } = useResource(isOn ? "asks" : null, listMyAsks);
  const { unread } = useCounts();
  useEffect(() => {
    if (unread > 0) reload();
  }, [unread, reload]);
  return { of: (messageId) => data?.find((ask) => ask.messageId === messageId), reload };
}
