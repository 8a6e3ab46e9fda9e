/**
 * @file Keys of the queue: one key, one action, each reviewer's own. Never takes a key from someone who types or from an open
 * dialog, and keeps silent where single-key shortcuts are turned off (WCAG 2.1.4).
 */
"use client";

import { useEffect, useRef, useState } from "react";
import { loadReviewKeys } from "@/lib/browser/review";
import { REVIEW_ACTIONS, REVIEW_KEYS, type ReviewAction } from "@/lib/contracts/review";
import { isTyping, SINGLE_KEYS_OFF } from "@/app/_components/single-keys";
import { useResource } from "@/app/_components/use-resource";

export type Keys = Readonly<Record<ReviewAction, string>>;

/** A key as it is printed on a button. */
export function keyText(key: string): string {
  const names: Readonly<Record<string, string>> = { enter: "↵", backspace: "⌫", delete: "Del" };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

export function useReviewKeys(): { keys: Keys; setKeys: (keys: Partial<Keys>) => void } {
  const stored = useResource("review-keys", loadReviewKeys);
  const [changed, setChanged] = useState<Partial<Keys> | null>(null);
  return { keys: { ...REVIEW_KEYS, ...(changed ?? stored.data?.keys) }, setKeys: setChanged };
}

interface KeyHandlers {
  readonly act: (action: ReviewAction) => void;
  /** Arrows, Enter, Escape while the answer is being marked; true: taken. */
  readonly marking: ((event: KeyboardEvent) => boolean) | null;
  readonly showSheet: () => void;
  readonly enabled: boolean;
}

/** Listens on the window, before the shell's own keys ("/", "?") would act. */
export function useKeyListener(keys: Keys, handlers: KeyHandlers): void {
  const latest = useRef({ keys, handlers });
  useEffect(() => {
    latest.current = { keys, handlers };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { keys: map, handlers: on } = latest.current;
      if (!on.enabled || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      const take = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      if (on.marking?.(event)) return take();
      if (localStorage.getItem(SINGLE_KEYS_OFF) !== null) return;
      if (event.key === "?") {
        take();
        return on.showSheet();
      }
      // A button that has the focus keeps its Enter and space.
      if (event.key === "Enter" && event.target instanceof HTMLElement && event.target.closest("button,a,summary")) return;
      const moves: Readonly<Record<string, ReviewAction>> = { ArrowDown: "next", ArrowUp: "previous" };
      const action = moves[event.key] ?? REVIEW_ACTIONS.find((candidate) => map[candidate] === event.key.toLowerCase());
      if (!action) return;
      take();
      on.act(action);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}
