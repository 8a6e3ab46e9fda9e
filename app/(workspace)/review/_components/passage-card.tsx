/** @file One passage to grade: four keys, its text with what the answer quoted, the sentences that the reviewer marks. */
"use client";

import clsx from "clsx";
import { ExternalLink } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "@/app/_components/language/language";
import { IconButton } from "@/app/_components/ui/button";
import type { Grade, ReviewPassage } from "@/lib/contracts/review";
import { markedSpan } from "./draft";
import { GradeButtons } from "./grade-buttons";
import { PassageText } from "./passage-text";
import type { Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

interface PassageCardProps {
  readonly passage: ReviewPassage;
  readonly grade: Grade | undefined;
  readonly focused: boolean;
  readonly marking: { readonly from: number; readonly to: number } | null;
  readonly keys: Keys;
  readonly onFocus: () => void;
  readonly onGrade: (relevance: number) => void;
  readonly onSpan: (span: { start: number; end: number } | null) => void;
  readonly onOpen: () => void;
}

export function PassageCard(props: PassageCardProps) {
  const { passage, grade, focused, marking } = props;
  const words = useWords(REVIEW_WORDS);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) card.current?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  const way = passage.headings.filter((heading) => heading !== passage.title);
  const span = marking ? markedSpan(passage, marking) : (grade?.span ?? null);
  return (
    <article
      ref={card}
      aria-label={`${passage.title}${way.length > 0 ? ` › ${way.at(-1) ?? ""}` : ""}`}
      aria-current={focused ? "true" : undefined}
      onClick={props.onFocus}
      className={clsx("scroll-my-4 border-l-2 py-2.5 pr-2 pl-4 transition-colors", focused ? "border-ink bg-sheet" : "border-transparent")}
    >
      <header className="flex items-start gap-3">
        <p className="min-w-0 flex-1 text-sm leading-5">
          <span lang={passage.language} className="font-medium">{passage.title}</span>
          {way.length > 0 && <span lang={passage.language} className="text-ink-3"> › {way.slice(-2).join(" › ")}</span>}
          <span className="ml-2 text-xs whitespace-nowrap text-ink-3 tabular">
            {[passage.page !== null && words.page(passage.page), passage.isNew && words.isNew, !passage.forAll && words.restricted, grade?.found && words.found].filter(Boolean).join(" · ")}
          </span>
        </p>
        <IconButton label={`${words.open}: ${passage.title}`} icon={<ExternalLink size={14} />} size="sm" onClick={props.onOpen} />
        <GradeButtons passage={passage} grade={grade} keys={props.keys} onGrade={props.onGrade} />
      </header>
      <PassageText passage={passage} span={span} isMarking={marking !== null} collapsed={!focused} onSpan={props.onSpan} />
      {marking && <p className="mt-1.5 text-xs text-ink-3">{words.spanHelp}</p>}
      {!marking && grade?.span && focused && (
        <button type="button" onClick={() => props.onSpan(null)} className="mt-1.5 text-xs text-ink-3 underline underline-offset-4 hover:text-ink coarse:min-h-10">
          {words.spanClear}
        </button>
      )}
    </article>
  );
}
