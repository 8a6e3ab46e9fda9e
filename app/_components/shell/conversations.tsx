/** @file The asker's conversations, shared by the history list and the chat. */
"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import { deleteConversation, listConversations, renameConversation } from "@/lib/browser/chat";
import type { ConversationSummary } from "@/lib/contracts/chat";
import { useResource } from "../use-resource";

export interface Conversations {
  readonly list: readonly ConversationSummary[] | undefined;
  readonly error: unknown;
  readonly reload: () => void;
  readonly rename: (id: string, title: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const Context = createContext<Conversations | null>(null);

export function ConversationsProvider({ children }: { children: ReactNode }) {
  const { data: list, error, reload, change } = useResource("conversations", listConversations);
  const value = useMemo<Conversations>(
    () => ({
      list,
      error,
      reload,
      rename: async (id, title) => {
        await renameConversation(id, title);
        change((before) => before.map((entry) => (entry.id === id ? { ...entry, title } : entry)));
      },
      remove: async (id) => {
        await deleteConversation(id);
        change((before) => before.filter((entry) => entry.id !== id));
      },
    }),
    [list, error, reload, change],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useConversations(): Conversations {
  const value = useContext(Context);
  if (!value) throw new Error("useConversations() outside of <ConversationsProvider>.");
  return value;
}
