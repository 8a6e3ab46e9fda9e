/** @file What the reader shows: a document and, mostly, a passage in it. Any screen may open it. */
"use client";

import { usePathname } from "next/navigation";
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from "react";

export interface ReaderTarget {
  readonly documentId: string;
  /** Known beforehand, so that the reader's head doesn't wait. */
  readonly title: string;
  /** The passage to mark and bring into view. */
  readonly passage: { readonly start: number; readonly end: number } | null;
}

interface ReaderState {
  readonly target: ReaderTarget | null;
  readonly open: (target: ReaderTarget) => void;
  readonly close: () => void;
}

const Context = createContext<ReaderState | null>(null);

export function ReaderProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const area = pathname.split("/")[1] ?? "";
  const [shown, setShown] = useState<{ target: ReaderTarget; area: string } | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  // The reader belongs to the screen that opened it: going to another one closes it.
  const target = shown?.area === area ? shown.target : null;
  const value = useMemo<ReaderState>(
    () => ({
      target,
      open: (next) => {
        if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
        setShown({ target: next, area });
      },
      close: () => {
        setShown(null);
        opener.current?.focus({ preventScroll: true });
      },
    }),
    [target, area],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useReader(): ReaderState {
  const value = useContext(Context);
  if (!value) throw new Error("useReader() outside of <ReaderProvider>.");
  return value;
}
