/** @file The line above the list: search, kinds with their numbers, state. */
"use client";

import clsx from "clsx";
import { SearchField } from "@/app/_components/ui/search-field";
import { SelectField } from "@/app/_components/ui/field";
import { KIND_PLURAL } from "@/app/_components/words";
import type { DocumentView } from "@/lib/contracts/documents";
import { DOCUMENT_KINDS } from "@/lib/core/types";
import type { DocumentFilter } from "./document-filter";

interface DocumentFiltersProps {
  readonly filter: DocumentFilter;
  readonly documents: readonly DocumentView[];
  readonly onChange: (filter: DocumentFilter) => void;
}

const STATES: readonly { value: DocumentFilter["status"]; label: string }[] = [
  { value: "all", label: "Any state" },
  { value: "ready", label: "Ready" },
  { value: "working", label: "Being read" },
  { value: "attention", label: "Needs attention" },
];

export function DocumentFilters({ filter, documents, onChange }: DocumentFiltersProps) {
  const present = DOCUMENT_KINDS.filter((kind) => documents.some((document) => document.kind === kind));
  const choices = ["all" as const, ...(present.length > 1 ? present : [])];
  return (
    <div role="search" aria-label="Documents" className="flex flex-wrap items-center gap-x-5 gap-y-2 px-5 pb-3 sm:px-8">
      <SearchField
        label="Search titles and file names"
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
        className="w-full sm:w-60 xl:w-72"
      />
      {choices.length > 1 && (
        <div role="group" aria-label="Kind" className="-mx-1 flex flex-wrap">
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
                {kind === "all" ? "All" : KIND_PLURAL[kind]} <span className="font-normal text-ink-3 tabular">{n}</span>
              </button>
            );
          })}
        </div>
      )}
      <SelectField
        label="State"
        hideLabel
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        choices={STATES}
        className="w-38 sm:ml-auto"
      />
    </div>
  );
}
