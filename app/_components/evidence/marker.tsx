/** @file Marker: the number of a citation, [1]; opens the document at the passage. */
"use client";

import { sourceLine } from "@/lib/browser/copy-answer";
import type { Citation } from "@/lib/contracts/evidence";
import { HTML_LANG } from "../language/define-words";
import { useLanguage, useWords } from "../language/language";
import { useReader } from "../reader/reader-context";
import { Hint } from "../ui/hint";
import { TERMS } from "../words";
import { EVIDENCE } from "./words";

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
  const words = useWords(EVIDENCE);
  const line = sourceLine(citation, useWords(TERMS));
  // It stands inside quotations of either language, but is the interface speaking.
  const language = useLanguage();
  const open = useOpenCitation();
  return (
    <Hint text={line}>
      <button
        type="button"
        lang={HTML_LANG[language]}
        aria-label={words.source(citation.number, line)}
        onClick={() => open(citation)}
        className="ml-1 inline-block rounded-sm px-0.5 font-sans text-xs leading-4.5 font-semibold text-marker-ink tabular hover:bg-marker hover:text-ink"
      >
        [{citation.number}]
      </button>
    </Hint>
  );
}
