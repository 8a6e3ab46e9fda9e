/** @file RateStep: how useful a finished step was, 1–5, and if one likes a line on it, which only its writer sees. */
"use client";

import clsx from "clsx";
import { useId, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { PlanStepView } from "@/lib/contracts/growth";
import { PLAN } from "./words";

const RATINGS = [1, 2, 3, 4, 5] as const;
/** As the contract takes it. */
const MOST_CHARACTERS = 500;

interface RateStepProps {
  readonly step: PlanStepView;
  readonly busy?: boolean;
  readonly onRate: (useful: number, comment: string) => void;
}

export function RateStep({ step, busy, onRate }: RateStepProps) {
  const words = useWords(PLAN);
  const language = useLanguage();
  const id = useId();
  const [comment, setComment] = useState(step.comment);
  const { rating } = step;
  return (
    <div className="mt-2 space-y-2 text-xs text-ink-3">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{words.rate(step.title[language])}</legend>
        <span aria-hidden>{words.rate(step.title[language])}</span>
        <span className="flex gap-1">
          {RATINGS.map((n) => (
            // The line that is being written goes along: a new number must not lose it.
            <button key={n} type="button" aria-label={words.rateOf(n)} aria-pressed={rating === n} onClick={() => onRate(n, comment)} className={clsx("size-6 rounded-full border text-2xs tabular coarse:size-9", rating === n ? "border-ink bg-ink text-paper" : "border-rule-2 hover:border-ink")}>
              {n}
            </button>
          ))}
        </span>
      </fieldset>
      <p>{words.rateSays}</p>
      {rating !== null && (
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            onRate(rating, comment);
          }}
        >
          <label htmlFor={id}>{words.comment}</label>
          <input id={id} value={comment} maxLength={MOST_CHARACTERS} onChange={(event) => setComment(event.target.value)} className="h-8 min-w-0 flex-1 basis-56 rounded-md border border-rule-2 bg-sheet px-2 text-sm text-ink coarse:h-10" />
          <Button size="sm" type="submit" disabled={busy === true || comment.trim() === step.comment}>
            {words.keepComment}
          </Button>
        </form>
      )}
    </div>
  );
}
