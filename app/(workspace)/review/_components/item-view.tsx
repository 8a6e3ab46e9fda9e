/** @file The item in the middle: question, what was answered and said of it, the passages to grade. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { langOf } from "@/app/_components/words";
import type { ReviewItem, ReviewPassage } from "@/lib/contracts/review";
import type { Draft, DraftAction } from "./draft";
import { PassageCard } from "./passage-card";
import type { Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

interface ItemViewProps {
  readonly item: ReviewItem;
  readonly draft: Draft;
  readonly keys: Keys;
  readonly dispatch: (action: DraftAction) => void;
}

export function ItemView({ item, draft, keys, dispatch }: ItemViewProps) {
  const words = useWords(REVIEW_WORDS);
  const openPassage = useOpenPassage();
  return (
    <div key={item.id}>
      <h2 lang={item.language} className="max-w-[46rem] px-4 text-lg font-semibold tracking-tight">
        <span className="sr-only">{words.question}: </span>
        {item.question}
      </h2>
      <Said item={item} />
      <GivenAnswer item={item} />
      <section aria-label={words.passages} className="mt-3 border-t border-rule">
        {draft.passages.length === 0 && <p className="px-4 py-4 text-sm text-ink-2">{words.noPassages}</p>}
        {draft.passages.map((passage, index) => (
          <div key={passage.chunkId} className="border-b border-rule">
            <PassageCard
              passage={passage}
              grade={draft.grades.get(passage.chunkId)}
              focused={index === draft.focus}
              marking={index === draft.focus ? draft.marking : null}
              keys={keys}
              onFocus={() => index !== draft.focus && dispatch({ type: "focus", index })}
              onGrade={(relevance) => {
                dispatch({ type: "focus", index });
                dispatch({ type: "grade", relevance });
              }}
              onSpan={(span) => dispatch({ type: "span", chunkId: passage.chunkId, span })}
              onOpen={() => openPassage(passage)}
            />
          </div>
        ))}
      </section>
    </div>
  );
}

export function useOpenPassage(): (passage: ReviewPassage) => void {
  const reader = useReader();
  return (passage) => reader.open({ documentId: passage.documentId, title: passage.title, passage: { start: passage.start, end: passage.end } });
}

/** Who, without who: counts, complaints, what was written. */
function Said({ item }: { item: ReviewItem }) {
  const words = useWords(REVIEW_WORDS);
  const complaints = item.complaints.map(({ reason, n }) => (n > 1 ? `${words.complaint[reason]} ×${n}` : words.complaint[reason]));
  const said = [words.people(item.people), item.up > 0 && words.up(item.up), item.down > 0 && words.down(item.down), ...complaints, item.demo && words.demo].filter(Boolean);
  return (
    <div className="mt-1 px-4 text-sm text-ink-3">
      <p className="tabular">{said.join(" · ")}</p>
      {item.comments.length > 0 && (
        <ul aria-label={words.comments} className="mt-1 max-w-[46rem] text-ink-2">
          {item.comments.map((comment, index) => (
            <li key={index} lang={langOf(comment)}>“{comment}”</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function GivenAnswer({ item }: { item: ReviewItem }) {
  const words = useWords(REVIEW_WORDS);
  const outcome = Object.hasOwn(words.outcome, item.outcome) ? words.outcome[item.outcome as keyof typeof words.outcome] : item.outcome;
  return (
    <details className="mx-4 mt-2 max-w-[46rem] text-sm">
      <summary className="w-fit rounded-sm text-ink-2 hover:text-ink coarse:min-h-10">
        {words.answer}: {outcome}
      </summary>
      <p lang={langOf(item.answer ?? "")} className="mt-1 border-l-2 border-rule-2 pl-3 whitespace-pre-line text-ink-2">
        {item.answer ?? words.answerGone}
      </p>
    </details>
  );
}
