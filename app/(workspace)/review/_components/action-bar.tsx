/** @file The bar under the item: every verdict and action with its key. */
"use client";

import { Flag, Highlighter, NotebookPen, Search, Undo2 } from "lucide-react";
import { useWords } from "@/app/_components/language/language";
import type { ReviewAction } from "@/lib/contracts/review";
import type { Draft } from "./draft";
import { KeyButton } from "./key-button";
import type { Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

interface ActionBarProps {
  readonly draft: Draft;
  readonly keys: Keys;
  readonly undoable: number;
  readonly draftSaved: boolean;
  readonly act: (action: ReviewAction) => void;
}

export function ActionBar({ draft, keys, undoable, draftSaved, act }: ActionBarProps) {
  const words = useWords(REVIEW_WORDS);
  const quoted = draft.passages.some((passage) => passage.quoted.length > 0);
  const button = (action: ReviewAction, extra: Partial<Parameters<typeof KeyButton>[0]> = {}) => <KeyButton key={action} label={words.actions[action]} keyName={keys[action]} onPress={() => act(action)} {...extra} />;
  return (
    <div className="border-t border-rule-2 bg-paper px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-1.5">
        {button("submit", { solid: true, disabled: draft.grades.size === 0 })}
        {button("answerRight", { disabled: !quoted })}
        {button("answerVerified", { disabled: !quoted })}
        {button("unanswerable")}
        {button("unfair")}
        {button("skip")}
        <p className="ml-auto text-xs text-ink-3 tabular" role="status">
          {[words.graded(draft.grades.size, draft.passages.length), draftSaved && words.draftSaved].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {button("span", { icon: <Highlighter size={14} aria-hidden />, pressed: draft.marking !== null, disabled: draft.passages.length === 0 })}
        {button("search", { icon: <Search size={14} aria-hidden /> })}
        {button("note", { icon: <NotebookPen size={14} aria-hidden />, pressed: draft.note !== "" })}
        {button("flag", { icon: <Flag size={14} aria-hidden fill={draft.flagged ? "currentColor" : "none"} />, pressed: draft.flagged })}
        {button("undo", { icon: <Undo2 size={14} aria-hidden />, disabled: undoable === 0 })}
      </div>
    </div>
  );
}
