/** @file Marker: the number of a citation, [1]; opens the document at the passage. */
"use client";

import type { Citation } from "@/lib/contracts/evidence";
import { useReader } from "../reader/reader-context";
import { Hint } from "../ui/hint";
import { sourceLine } from "@/lib/browser/copy-answer";

/** Opens the reader at a citation's passage. */
export function useOpenCitation() {
  const reader = useReader();
  return (citation: Pick<Citation, "documentId" | "title" | "start" | "end">) =>
    reader.open({
      documentId: citation.documentId,
      title: citation.title,
      passage: { start: citation.start, end: citation.end },
    });
}

export function Marker({ citation }: { citation: Citation }) {
  const open = useOpenCitation();
  return (
    <Hint text={sourceLine(citation)}>
      <button
        type="button"
        aria-label={`Source ${citation.number}: ${sourceLine(citation)}`}
        onClick={() => open(citation)}
        className="ml-1 inline-block rounded-sm px-0.5 font-sans text-xs leading-4.5 font-semibold text-marker-ink tabular hover:bg-marker hover:text-ink"
      >
        [{citation.number}]
      </button>
    </Hint>
  );
}
