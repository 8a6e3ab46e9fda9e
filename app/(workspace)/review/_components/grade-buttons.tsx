/** @file Grades 0 to 3 of one passage, as one row of keys. */
"use client";

import clsx from "clsx";
import { useWords } from "@/app/_components/language/language";
import { Hint } from "@/app/_components/ui/hint";
import type { Grade, ReviewPassage } from "@/lib/contracts/review";
import { keyText, type Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

const GRADES = ["grade0", "grade1", "grade2", "grade3"] as const;

export function GradeButtons({ passage, grade, keys, onGrade }: { passage: ReviewPassage; grade: Grade | undefined; keys: Keys; onGrade: (relevance: number) => void }) {
  const words = useWords(REVIEW_WORDS);
  return (
    <div role="group" aria-label={`${words.gradeGroup}: ${passage.title}`} className="flex shrink-0 overflow-hidden rounded-md border border-rule-2 bg-sheet">
      {GRADES.map((action, relevance) => {
        const chosen = grade?.relevance === relevance;
        return (
          <Hint key={action} text={words.actions[action]}>
            <button
              type="button"
              aria-pressed={chosen}
              aria-label={`${relevance}: ${words.actions[action]}`}
              onClick={(event) => {
                event.stopPropagation();
                onGrade(relevance);
              }}
              className={clsx("h-6.5 w-7 border-r border-rule-2 text-xs tabular last:border-r-0 focus-visible:-outline-offset-2 coarse:h-10 coarse:w-10", chosen ? "bg-ink font-semibold text-paper" : "text-ink-2 hover:bg-press hover:text-ink")}
            >
              {keyText(keys[action])}
            </button>
          </Hint>
        );
      })}
    </div>
  );
}
