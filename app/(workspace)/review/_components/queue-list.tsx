/** @file The queue at the left: one line per question with why it waits; the first one is on the screen. */
"use client";

import clsx from "clsx";
import { useWords } from "@/app/_components/language/language";
import type { QueueEntry } from "@/lib/contracts/review";
import { REVIEW_WORDS } from "./words";

interface QueueListProps {
  readonly ids: readonly string[];
  readonly entries: readonly QueueEntry[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
}

const SHOWN = 60;

export function QueueList({ ids, entries, currentId, onChoose }: QueueListProps) {
  const words = useWords(REVIEW_WORDS);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <ol aria-label={words.queue} className="hairline-scroll h-full overflow-y-auto pb-6">
      {ids.slice(0, SHOWN).map((id) => {
        const entry = byId.get(id);
        if (!entry) return null;
        const current = id === currentId;
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={current ? "true" : undefined}
              onClick={() => onChoose(id)}
              className={clsx("block w-full border-b border-rule px-4 py-2 text-left", current ? "bg-sheet" : "hover:bg-press")}
            >
              <span lang={entry.language} className={clsx("line-clamp-2 text-sm leading-5", current ? "font-semibold text-ink" : "text-ink-2")}>{entry.question}</span>
              <span className="mt-0.5 flex gap-x-2 text-xs text-ink-3 tabular">
                {entry.people > 1 && <span>×{entry.people}</span>}
                {entry.down > 0 && <span>−{entry.down}</span>}
                {entry.up > 0 && <span>+{entry.up}</span>}
                <span className="truncate">{entry.reasons.map((reason) => words.why[reason]).join(" · ")}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
