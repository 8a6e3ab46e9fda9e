/** @file Marker: the number of a citation, [1]; opens the document at the passage. */
"use client";

import { createContext, useContext } from "react";
import { reportOpened } from "@/lib/browser/chat";
import { sourceLine } from "@/lib/browser/copy-answer";
import { ApiError } from "@/lib/browser/http";
import type { Citation } from "@/lib/contracts/evidence";
import { HTML_LANG } from "../language/define-words";
import { useLanguage, useWords } from "../language/language";
import { useReader } from "../reader/reader-context";
import { Hint } from "../ui/hint";
import { TERMS } from "../words";
import { EVIDENCE } from "./words";

/** The stored answer that citations belong to, so that opening one is kept with its place; null while it is being written. */
export const ShownAnswer = createContext<string | null>(null);

/** Opens the reader at a citation's passage. */
export function useOpenCitation() {
  const reader = useReader();
  const messageId = useContext(ShownAnswer);
  return (citation: Pick<Citation, "documentId" | "title" | "start" | "end"> & { readonly number?: number }) => {
    reader.open({
      documentId: citation.documentId,
      title: citation.title,
      passage: { start: citation.start, end: citation.end },
    });
    if (messageId === null || citation.number === undefined) return;
    reportOpened({ messageId, kind: "citation", position: citation.number }).catch((error: unknown) => {
      // Reading goes on; only a figure is missing.
      console.warn("opening was not recorded", error instanceof ApiError ? error.code : "unknown");
    });
  };
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
