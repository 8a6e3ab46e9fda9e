/** @file The right passage is missing: search for it, add it as the answer, all by keyboard. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { SearchField } from "@/app/_components/ui/search-field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { useSettled } from "@/app/(workspace)/audit/_components/use-settled";
import { findPassages } from "@/lib/browser/review";
import type { ReviewPassage } from "@/lib/contracts/review";
import { REVIEW_WORDS } from "./words";

interface SearchPanelProps {
  readonly itemId: string;
  readonly onAdd: (passage: ReviewPassage) => void;
  readonly onClose: () => void;
}

export function SearchPanel({ itemId, onAdd, onClose }: SearchPanelProps) {
  const words = useWords(REVIEW_WORDS);
  const [typed, setTyped] = useState("");
  const asked = useSettled(typed.trim(), 250);
  const found = useResource(asked === "" ? null : `search:${itemId}:${asked}`, (signal) => findPassages(itemId, asked, signal));
  const [at, setAt] = useState(0);
  const passages = found.data ?? [];
  const chosen = passages[Math.min(at, passages.length - 1)];
  const onKey = (key: string): boolean => {
    if (key === "ArrowDown") setAt(Math.min(passages.length - 1, at + 1));
    else if (key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (key === "Escape") onClose();
    else if (key === "Enter" && chosen) onAdd(chosen);
    else return false;
    return true;
  };
  return (
    <section aria-label={words.searchLabel} className="border-t border-rule-2 bg-sheet px-4 py-3">
      <SearchField
        autoFocus
        label={words.searchLabel}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && onKey(event.key)) event.preventDefault();
        }}
      />
      <p className="mt-1.5 text-xs text-ink-3">{words.searchHelp}</p>
      {found.error !== undefined && <FailedPanel error={found.error} onRetry={found.reload} />}
      {found.data?.length === 0 && <p className="py-2 text-sm text-ink-2">{words.searchNone}</p>}
      <ul className="hairline-scroll mt-1 max-h-56 overflow-y-auto">
        {passages.map((passage) => (
          <li key={passage.chunkId}>
            <button type="button" aria-current={passage === chosen ? "true" : undefined} onClick={() => onAdd(passage)} className={clsx("block w-full rounded-md px-2 py-1.5 text-left", passage === chosen ? "bg-press" : "hover:bg-press")}>
              <span lang={passage.language} className="block text-sm font-medium">{[passage.title, passage.headings.at(-1)].filter((part, i, all) => part && all.indexOf(part) === i).join(" › ")}</span>
              <span lang={passage.language} className="line-clamp-2 font-serif text-sm text-ink-2">{passage.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
