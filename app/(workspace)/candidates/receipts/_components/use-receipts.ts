/** @file The receipts on the screen: the newest page, and older ones as they are asked for. */
"use client";

import { useState } from "react";
import { useResource } from "@/app/_components/use-resource";
import { listReceipts } from "@/lib/browser/erasures";
import type { ErasuresPage, KeptReceipt } from "@/lib/contracts/erasures";

interface Older {
  /** The first page that these go on from; another one makes them stale. */
  readonly after: ErasuresPage;
  readonly receipts: readonly KeptReceipt[];
  readonly next: string | null;
  readonly busy: boolean;
  readonly error: unknown;
}

export function useReceipts() {
  const { data: first, error, reload } = useResource("erasures", (signal) => listReceipts(null, signal));
  const [kept, setKept] = useState<Older | null>(null);
  const older = first !== undefined && kept?.after === first ? kept : null;
  const next = older ? older.next : (first?.next ?? null);
  const loadOlder = () => {
    if (!first || next === null || older?.busy) return;
    const before = { after: first, receipts: older?.receipts ?? [], next };
    setKept({ ...before, busy: true, error: undefined });
    listReceipts(next).then(
      (page) => setKept({ after: first, receipts: [...before.receipts, ...page.receipts], next: page.next, busy: false, error: undefined }),
      (failure: unknown) => setKept({ ...before, busy: false, error: failure }),
    );
  };
  return { page: first, receipts: first ? [...first.receipts, ...(older?.receipts ?? [])] : [], error, reload, hasOlder: next !== null, busy: older?.busy ?? false, olderError: older?.error, loadOlder };
}
