/** @file The line above the list: search, kinds with their numbers, state. */
"use client";

import clsx from "clsx";
import { useWords } from "@/app/_components/language/language";
import { SearchField } from "@/app/_components/ui/search-field";
import { SelectField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import type { DocumentView } from "@/lib/contracts/documents";
import { DOCUMENT_KINDS } from "@/lib/core/types";
import type { DocumentFilter } from "./document-filter";
import { DOCUMENTS } from "./words";

interface DocumentFiltersProps {
  readonly filter: DocumentFilter;
  readonly documents: readonly DocumentView[];
  readonly onChange: (filter: DocumentFilter) => void;
}

const STATES = ["all", "ready", "working", "attention"] as const satisfies readonly DocumentFilter["status"][];

export function DocumentFilters({ filter, documents, onChange }: DocumentFiltersProps) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const present = DOCUMENT_KINDS.filter((kind) => documents.some((document) => document.kind === kind));
  const choices = ["all" as const, ...(present.length > 1 ? present : [])];
  return (
    <div role="search" aria-label={words.title} className="flex flex-wrap items-center gap-x-5 gap-y-2 px-5 pb-3 sm:px-8">
      <SearchField
        label={words.search}
        value={filter.words}
        onChange={(typed) => onChange({ ...filter, words: typed })}
        className="w-full sm:w-60 xl:w-72"
      />
      {choices.length > 1 && (
        <div role="group" aria-label={words.kind} className="-mx-1 flex flex-wrap">
          {choices.map((kind) => {
            const n = kind === "all" ? documents.length : documents.filter((document) => document.kind === kind).length;
            const chosen = filter.kind === kind;
            return (
              <button
                key={kind}
                type="button"
                aria-pressed={chosen}
                onClick={() => onChange({ ...filter, kind })}
                className={clsx(
                  "h-8 rounded-md px-2.5 text-sm coarse:h-10",
                  chosen ? "font-semibold text-ink underline decoration-2 underline-offset-[7px]" : "text-ink-2 hover:bg-press",
                )}
              >
                {kind === "all" ? words.all : terms.kindPlural[kind]} <span className="font-normal text-ink-3 tabular">{n}</span>
              </button>
            );
          })}
        </div>
      )}
      <SelectField
        label={words.state}
        hideLabel
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        choices={STATES.map((value) => ({ value, label: words.states[value] }))}
        className="w-38 sm:ml-auto"
      />
    </div>
  );
}
