/** @file Toasts: one sentence about what has just happened, sometimes with a way back. */
"use client";

import { X } from "lucide-react";
import { Toast } from "radix-ui";
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { useWords } from "../language/language";
import { IconButton } from "./button";
import { UI } from "./words";

export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly failed?: boolean;
}

const Context = createContext<(notice: Notice) => void>(() => undefined);

/** Returns `notify`, which shows a sentence for eight seconds (longer while pointed at). */
export const useNotify = () => useContext(Context);

export function Toasts({ children }: { children: ReactNode }) {
  const words = useWords(UI);
  const [notices, setNotices] = useState<readonly (Notice & { id: number })[]>([]);
  const notify = useCallback((notice: Notice) => {
    setNotices((before) => [...before.slice(-2), { ...notice, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const drop = (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id));
  return (
    <Context.Provider value={notify}>
      <Toast.Provider duration={8000} swipeDirection="right">
        {children}
        {notices.map((notice) => (
          <Toast.Root
            key={notice.id}
            type={notice.failed ? "foreground" : "background"}
            onOpenChange={(open) => {
              if (!open) drop(notice.id);
            }}
            className="flex animate-arrive items-center gap-3 rounded-lg bg-ink py-2 pr-1.5 pl-4 text-sm text-paper shadow-float"
          >
            <Toast.Description className="min-w-0 flex-1 py-0.5 whitespace-pre-line">{notice.text}</Toast.Description>
            {notice.action && (
              <Toast.Action
                altText={notice.action.label}
                onClick={notice.action.run}
                className="rounded-md px-2 py-1 font-semibold underline underline-offset-4 focus-visible:outline-paper"
              >
                {notice.action.label}
              </Toast.Action>
            )}
            <Toast.Close asChild>
              <IconButton
                label={words.dismiss}
                icon={<X size={15} />}
                size="sm"
                className="text-paper! hover:bg-transparent! focus-visible:outline-paper"
              />
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport
          label={words.messages}
          className="fixed right-4 bottom-4 left-4 z-60 flex flex-col gap-2 outline-none sm:left-auto sm:w-96"
        />
      </Toast.Provider>
    </Context.Provider>
  );
}
