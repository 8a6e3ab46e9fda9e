/** @file The lines that the screen shows: the newest page of a query, and older ones as they are asked for. */
"use client";

import { useState } from "react";
import { useResource } from "@/app/_components/use-resource";
import { loadAuditPage } from "@/lib/browser/audit";
import type { AuditLine, AuditPage } from "@/lib/contracts/audit";

interface Older {
  /** The first page that these pages go on from; another one makes them stale. */
  readonly after: AuditPage;
  readonly pages: readonly AuditPage[];
  readonly busy: boolean;
  readonly error: unknown;
}

export interface AuditLog {
  readonly lines: readonly AuditLine[] | undefined;
  readonly names: AuditPage["names"];
  /** Lines in the whole log. */
  readonly length: number | undefined;
  readonly people: readonly string[];
  readonly error: unknown;
  readonly reload: () => void;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  readonly olderError: unknown;
  readonly loadOlder: () => void;
}

/** @param query as `auditQueryOf` gives it */
export function useAuditLog(query: string): AuditLog {
  const first = useResource(`audit:${query}`, (signal) => loadAuditPage(query, undefined, signal));
  const [kept, setKept] = useState<Older | null>(null);
  // While another query loads, the filters still need everyone's names.
  const [known, setKnown] = useState<{ of: AuditPage; people: readonly string[]; names: AuditPage["names"] } | null>(null);
  if (first.data && known?.of !== first.data) setKnown({ of: first.data, people: first.data.people ?? [], names: first.data.names });
  const older = first.data !== undefined && kept?.after === first.data ? kept : null;
  const pages = first.data ? [first.data, ...(older?.pages ?? [])] : [];
  const next = pages.at(-1)?.next ?? null;

  const loadOlder = () => {
    const after = first.data;
    if (!after || next === null || older?.busy) return;
    const before = older?.pages ?? [];
    setKept({ after, pages: before, busy: true, error: undefined });
    loadAuditPage(query, next).then(
      (page) => setKept({ after, pages: [...before, page], busy: false, error: undefined }),
      (error: unknown) => setKept({ after, pages: before, busy: false, error }),
    );
  };

  return {
    lines: first.data ? pages.flatMap((page) => page.lines) : undefined,
    names: {
      accounts: merged([known?.names.accounts ?? {}, ...pages.map((page) => page.names.accounts)]),
      documents: merged(pages.map((page) => page.names.documents)),
    },
    length: first.data?.length,
    people: first.data?.people ?? known?.people ?? [],
    error: first.error,
    reload: first.reload,
    hasOlder: next !== null,
    loadingOlder: older?.busy ?? false,
    olderError: older?.error,
    loadOlder,
  };
}

const merged = (maps: readonly Record<string, string>[]): Record<string, string> => Object.assign({}, ...maps) as Record<string, string>;
