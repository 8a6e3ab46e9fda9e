/** @file One item under the keys: which action does what, search and note as panels, the result of the last check. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { INPUT } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";
import type { ReviewAction } from "@/lib/contracts/review";
import { ActionBar } from "./action-bar";
import type { DraftAction } from "./draft";
import { GoldStrip } from "./gold-strip";
import { ItemView, useOpenPassage } from "./item-view";
import { SearchPanel } from "./search-panel";
import type { Review } from "./use-review";
import { useKeyListener, type Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

interface CockpitProps {
  readonly review: Review;
  readonly keys: Keys;
  readonly paused: boolean;
  readonly onSheet: () => void;
  readonly onGuidelines: () => void;
}

export function Cockpit({ review, keys, paused, onSheet, onGuidelines }: CockpitProps) {
  const words = useWords(REVIEW_WORDS);
  const notify = useNotify();
  const openPassage = useOpenPassage();
  const { item, draft, dispatch, gold } = review;
  const [panel, setPanel] = useState<{ of: string; what: "search" | "note" } | null>(null);
  const [result, setResult] = useState<{ of: typeof gold; state: "open" | "closed" } | null>(null);
  const shownPanel = panel !== null && panel.of === item?.id ? panel.what : null;
  const show = (what: "search" | "note") => setPanel(item && shownPanel !== what ? { of: item.id, what } : null);
  const undo = async () => {
    try {
      await review.undo();
      notify({ text: words.undone });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };

  const act = (action: ReviewAction) => {
    if (action === "undo") return void undo();
    if (action === "guidelines") return onGuidelines();
    if (action === "result") return setResult({ of: gold, state: result?.of === gold && result.state === "open" ? "closed" : "open" });
    if (!draft || !item) return;
    const quoted = draft.passages.some((passage) => passage.quoted.length > 0);
    const focused = draft.passages[draft.focus];
    const right: readonly DraftAction[] = [{ type: "right" }];
    const what: Partial<Record<ReviewAction, () => void>> = {
      grade0: () => dispatch({ type: "grade", relevance: 0 }),
      grade1: () => dispatch({ type: "grade", relevance: 1 }),
      grade2: () => dispatch({ type: "grade", relevance: 2 }),
      grade3: () => dispatch({ type: "grade", relevance: 3 }),
      next: () => dispatch({ type: "move", by: 1 }),
      previous: () => dispatch({ type: "move", by: -1 }),
      span: () => dispatch({ type: draft.marking ? "mark-leave" : "mark" }),
      flag: () => dispatch({ type: "flag" }),
      search: () => show("search"),
      note: () => show("note"),
      open: () => focused && openPassage(focused),
      submit: () => draft.grades.size > 0 && review.close({ state: "done", verdict: "graded" }),
      answerRight: () => quoted && review.close({ state: "done", verdict: "graded", with: right }),
      answerVerified: () => quoted && review.close({ state: "done", verdict: "graded", with: right, verified: true }),
      unanswerable: () => review.close({ state: "done", verdict: "unanswerable" }),
      unfair: () => review.close({ state: "done", verdict: "unfair" }),
      skip: () => review.close({ state: "skipped", verdict: null }),
    };
    what[action]?.();
  };

  const marking = (event: KeyboardEvent): boolean => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) dispatch({ type: "mark-move", by: step, widen: event.shiftKey });
    else if (event.key === "Enter") dispatch({ type: "mark-keep" });
    else if (event.key === "Escape") dispatch({ type: "mark-leave" });
    else return false;
    return true;
  };
  useKeyListener(keys, { act, marking: draft?.marking ? marking : null, showSheet: onSheet, enabled: !paused });

  if (review.itemError !== undefined) return <div className="p-4"><FailedPanel error={review.itemError} onRetry={review.reload} /></div>;
  if (!item || !draft) return <div className="px-4"><WaitingRows rows={6} height={96} label={words.loadingItem} /></div>;
  return (
    <div className="flex h-full flex-col">
      <div className="hairline-scroll min-h-0 flex-1 overflow-y-auto pt-4 pb-6">
        {gold && result?.of !== gold && <GoldStrip gold={gold} open={false} keys={keys} onToggle={() => act("result")} onClose={() => setResult({ of: gold, state: "closed" })} />}
        {gold && result?.of === gold && result.state === "open" && <GoldStrip gold={gold} open keys={keys} onToggle={() => act("result")} onClose={() => setResult({ of: gold, state: "closed" })} />}
        <ItemView item={item} draft={draft} keys={keys} dispatch={dispatch} />
      </div>
      {shownPanel === "search" && (
        <SearchPanel
          itemId={item.id}
          onClose={() => setPanel(null)}
          onAdd={(passage) => {
            dispatch({ type: "add", passage });
            setPanel(null);
          }}
        />
      )}
      {shownPanel === "note" && (
        <label className="block border-t border-rule-2 bg-sheet px-4 py-3">
          <span className="mb-1 block text-sm font-medium">{words.noteLabel}</span>
          <textarea
            autoFocus
            rows={2}
            maxLength={2000}
            value={draft.note}
            onChange={(event) => dispatch({ type: "note", note: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing)) {
                event.preventDefault();
                setPanel(null);
              }
            }}
            className={`${INPUT} resize-none py-2 text-sm!`}
          />
        </label>
      )}
      <ActionBar draft={draft} keys={keys} undoable={review.progress?.undoable ?? 0} draftSaved={review.draftSaved} act={act} />
    </div>
  );
}
