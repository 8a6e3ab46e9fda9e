/** @file useResource: load something when its key changes, with waiting, failure and reload, also by itself when the server is back. Keeps no cache. */
"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { onReturn } from "@/lib/browser/connection";
import { isAbort } from "@/lib/browser/http";

interface Loaded<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly error: unknown;
}

export interface Resource<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly waiting: boolean;
  readonly reload: () => void;
  readonly change: (update: (data: T) => T) => void;
}

/**
 * @param key  what is loaded; null loads nothing. A new key drops the old data at once.
 * @param load must depend on `key` only; it is not called again when the function alone changes
 */
export function useResource<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    load(controller.signal).then(
      (data) => setLoaded({ key, data, error: undefined }),
      (error: unknown) => {
        if (!isAbort(error)) setLoaded((before) => ({ key, data: before?.key === key ? before.data : undefined, error }));
      },
    );
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `load` is named by `key`; see the docstring
  }, [key, round]);

  // What failed because the server was gone is loaded again by itself when it is back.
  const failed = useRef(false);
  useEffect(() => {
    failed.current = loaded !== null && loaded.key === key && loaded.error !== undefined;
  }, [loaded, key]);
  useEffect(() => onReturn(() => failed.current && setRound((before) => before + 1)), []);

  const current = loaded !== null && loaded.key === key ? loaded : null;
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const change = useCallback(
    (update: (data: T) => T) =>
      setLoaded((before) => (before?.data === undefined ? before : { ...before, data: update(before.data) })),
    [],
  );
  return { data: current?.data, error: current?.error, waiting: key !== null && current === null, reload, change };
}
