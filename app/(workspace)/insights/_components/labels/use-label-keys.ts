/** @file Keys of labelling: a figure or letter per label, S to skip, Backspace to take back the last of either. */
"use client";

import { useEffect, useRef } from "react";
import { isSingleKey } from "@/app/_components/single-keys";

/** Key of each label, in their order. */
export const LABEL_KEYS = "1234567890qwertyuiop";

interface LabelActions {
  readonly choices: readonly string[];
  readonly onLabel: (label: string) => void;
  readonly onSkip: () => void;
  readonly onUndo: () => void;
}

export function useLabelKeys(actions: LabelActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || !isSingleKey(event)) return;
      const { choices, onLabel, onSkip, onUndo } = latest.current;
      const key = event.key.toLowerCase();
      const label = key.length === 1 ? choices[LABEL_KEYS.indexOf(key)] : undefined;
      const act = label !== undefined ? () => onLabel(label) : key === "s" ? onSkip : key === "backspace" ? onUndo : null;
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}
