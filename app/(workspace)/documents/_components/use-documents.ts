/** @file useDocuments: the live list of documents; survives reloads and cut connections. */
"use client";

import { useCallback, useEffect, useState } from "react";
import type { ApiError } from "@/lib/browser/http";
import { watchDocuments } from "@/lib/browser/documents";
import type { DocumentView } from "@/lib/contracts/documents";

export interface LiveDocuments {
  /** Undefined until the first list has arrived. */
  readonly documents: readonly DocumentView[] | undefined;
  /** Why the live view is cut off; null while it works. */
  readonly trouble: ApiError | null;
  /** Shows a change before the server's own event arrives. */
  readonly put: (document: DocumentView) => void;
  readonly drop: (id: string) => void;
  readonly restart: () => void;
}

const byId = (documents: readonly DocumentView[]) => new Map(documents.map((document) => [document.id, document]));

export function useDocuments(): LiveDocuments {
  const [known, setKnown] = useState<ReadonlyMap<string, DocumentView> | undefined>();
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const [round, setRound] = useState(0);

  const put = useCallback(
    (document: DocumentView) => setKnown((before) => new Map(before ?? []).set(document.id, document)),
    [],
  );
  const drop = useCallback(
    (id: string) => setKnown((before) => byId([...(before?.values() ?? [])].filter((document) => document.id !== id))),
    [],
  );
  useEffect(() => {
    const controller = new AbortController();
    const watcher = {
      onList: (list: { documents: DocumentView[] }) => setKnown(byId(list.documents)),
      onDocument: put,
      onRemoved: drop,
      onTrouble: setTrouble,
    };
    void watchDocuments(watcher, controller.signal);
    return () => controller.abort();
  }, [put, drop, round]);

  const restart = useCallback(() => setRound((before) => before + 1), []);
  return { documents: known && [...known.values()], trouble, put, drop, restart };
}
