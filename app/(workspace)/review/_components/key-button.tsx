/** @file A button with its key printed on it. */
import clsx from "clsx";
import type { ReactNode } from "react";
import { keyText } from "./use-review-keys";

interface KeyButtonProps {
  readonly label: string;
  /** As in the reviewer's keys. */
  readonly keyName: string;
  readonly onPress: () => void;
  readonly icon?: ReactNode;
  readonly pressed?: boolean;
  readonly solid?: boolean;
  readonly disabled?: boolean;
}

export function KeyButton({ label, keyName, onPress, icon, pressed, solid = false, disabled }: KeyButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={disabled}
      aria-pressed={pressed}
      aria-keyshortcuts={keyName.length === 1 ? keyName.toUpperCase() : keyName}
      className={clsx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md pr-1.5 pl-2.5 text-sm whitespace-nowrap transition-colors disabled:pointer-events-none disabled:text-ink-3 coarse:min-h-10",
        solid ? "bg-ink font-medium text-paper hover:bg-ink-2 disabled:bg-press" : pressed ? "bg-press font-medium text-ink" : "border border-rule-2 bg-sheet text-ink-2 hover:border-ink-3 hover:text-ink",
      )}
    >
      {icon}
      {label}
      <kbd className={clsx("key", solid && !disabled && "border-ink-3! bg-transparent! text-paper!")}>{keyText(keyName)}</kbd>
    </button>
  );
}
