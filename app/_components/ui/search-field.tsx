/** @file SearchField: a line of text with a lens; `/` leads here. */
"use client";

import clsx from "clsx";
import { Search } from "lucide-react";
import type { KeyboardEventHandler } from "react";
import { INPUT } from "./field";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly className?: string;
  readonly large?: boolean;
  /** It was opened by a key of one's own: the next key is a letter of the search. */
  readonly autoFocus?: boolean;
}

export function SearchField({ label, value, onChange, placeholder, onKeyDown, className, large, autoFocus }: SearchFieldProps) {
  return (
    <div className={clsx("relative", className)}>
      <Search
        size={large ? 17 : 15}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
      />
      <input
        type="search"
        data-main-field
        autoFocus={autoFocus}
        aria-label={label}
        value={value}
        placeholder={placeholder ?? label}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={clsx(INPUT, large ? "h-11 pl-10" : "h-9 pl-9 text-sm!")}
      />
    </div>
  );
}
