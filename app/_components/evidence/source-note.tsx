/** @file SourceNote: the note beside a claim. Which document, where in it, open it, rate it. */
"use client";

import type { Citation } from "@/lib/contracts/evidence";
import { useWords } from "../language/language";
import { langOf, TERMS } from "../words";
import { useOpenCitation } from "./marker";
import { Rating, type RatingProps } from "./rating";
import { EVIDENCE } from "./words";

interface SourceNoteProps {
  readonly citation: Citation;
  /** Absent while the answer is still being written. */
  readonly rating?: Omit<RatingProps, "target" | "of" | "small"> | undefined;
}

export function SourceNote({ citation, rating }: SourceNoteProps) {
  const words = useWords(EVIDENCE);
  const terms = useWords(TERMS);
  const open = useOpenCitation();
  const way = citation.headings.filter((heading) => heading !== citation.title);
  return (
    <div className="group/note flex items-start gap-2 text-sm">
      <span aria-hidden className="tabular w-4 shrink-0 text-xs leading-5 font-semibold text-marker-ink">
        {citation.number}
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          lang={langOf(citation.title)}
          onClick={() => open(citation)}
          className="text-left leading-5 font-medium underline decoration-transparent underline-offset-4 transition-colors hover:decoration-marker-line"
        >
          {citation.title}
        </button>
        <div className="flex items-start gap-2">
          <p className="flex min-w-0 flex-1 flex-wrap gap-x-2 text-xs text-ink-3">
            {way.length > 0 ? <span lang={langOf(way.join(""))}>{way.slice(-2).join(" › ")}</span> : <span>{terms.kind[citation.kind]}</span>}
            {citation.page !== null && <span className="whitespace-nowrap tabular">{terms.page(citation.page)}</span>}
            {citation.ocr !== undefined && <span className="whitespace-nowrap tabular">{terms.recognised(citation.ocr)}</span>}
          </p>
          {rating && (
            <div className="-my-1 shrink-0 opacity-0 transition-opacity group-focus-within/note:opacity-100 group-hover/note:opacity-100 has-[[aria-pressed=true]]:opacity-100 coarse:-my-2.5 coarse:opacity-100">
              <Rating {...rating} target={{ type: "citation", id: String(citation.number) }} of={words.ofSource(citation.number)} small />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
