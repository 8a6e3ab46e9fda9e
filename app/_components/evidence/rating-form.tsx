/** @file Why was it not helpful? Reasons to tick and a line of text, both optional. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { FEEDBACK_REASONS, type FeedbackRequest } from "@/lib/contracts/chat";
import { useWords } from "../language/language";
import { Button } from "../ui/button";
import { INPUT } from "../ui/field";
import { RATING } from "./words";

type Reason = FeedbackRequest["reasons"][number];

interface RatingFormProps {
  readonly busy: boolean;
  /** Reviewers get to see it. */
  readonly isReviewed: boolean;
  readonly onSend: (reasons: Reason[], comment: string) => void;
}

export function RatingForm({ busy, isReviewed, onSend }: RatingFormProps) {
  const words = useWords(RATING);
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const [comment, setComment] = useState("");
  return (
    <form
      aria-label={words.whatWasWrong}
      onSubmit={(event) => {
        event.preventDefault();
        onSend([...reasons], comment.trim());
      }}
    >
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{words.whatWasWrong}</legend>
        <div className="flex flex-wrap gap-1.5">
          {FEEDBACK_REASONS.map((reason) => {
            const chosen = reasons.includes(reason);
            return (
              <button
                key={reason}
                type="button"
                aria-pressed={chosen}
                onClick={() => setReasons(chosen ? reasons.filter((other) => other !== reason) : [...reasons, reason])}
                className={clsx(
                  "h-7 rounded-md border px-2.5 text-sm coarse:h-10",
                  chosen ? "border-ink bg-ink text-paper" : "border-rule-2 text-ink-2 hover:border-ink-3 hover:text-ink",
                )}
              >
                {words.reasons[reason]}
              </button>
            );
          })}
        </div>
      </fieldset>
      <label className="mt-3 block">
        <span className="sr-only">{words.shouldHaveSaid}</span>
        <textarea
          value={comment}
          maxLength={2000}
          rows={2}
          placeholder={words.optional}
          onChange={(event) => setComment(event.target.value)}
          className={clsx(INPUT, "resize-none py-2 text-sm!")}
        />
      </label>
      <div className="mt-3 flex items-center justify-between gap-3">
        <p className="text-xs text-ink-3">{isReviewed ? words.withoutName : words.staysHere}</p>
        <Button look="solid" size="sm" type="submit" disabled={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
