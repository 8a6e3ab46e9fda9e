/**
 * @file Questions that are typed but not asked: kept for this tab until they are asked or one signs out, so that a reload,
 * a lost connection or another language loses nothing.
 */
"use client";

import { useCallback, useSyncExternalStore } from "react";

const PREFIX = "cadre-draft:";

/** @param conversation null: the one that does not exist yet. Nobody sees what another person typed in the same tab */
export const draftKey = (person: string, conversation: string | null): string => `${person}:${conversation ?? "new"}`;

const listeners = new Set<() => void>();
const heard = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const readDraft = (key: string): string => sessionStorage.getItem(PREFIX + key) ?? "";

export function writeDraft(key: string, text: string): void {
  if (text === "") sessionStorage.removeItem(PREFIX + key);
  else sessionStorage.setItem(PREFIX + key, text);
  heard();
}

/** What was typed goes with the conversation that it was typed in once that one has its id. */
export function moveDraft(from: string, to: string): void {
  const text = readDraft(from);
  if (text === "" || readDraft(to) !== "") return;
  writeDraft(from, "");
  writeDraft(to, text);
}

/** For signing out: the next person at this screen finds nothing. */
export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  heard();
}

/** The draft of a conversation and its setter. */
export function useDraft(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => "",
  );
  return [text, useCallback((next: string) => writeDraft(key, next), [key])];
}
