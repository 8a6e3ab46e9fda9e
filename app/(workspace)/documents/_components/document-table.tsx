/** @file The table of documents: dense, sortable by title and date, twelve rows at 900 pixels. */
"use client";

import clsx from "clsx";
import { ArrowDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TERMS } from "@/app/_components/words";
import type { DocumentView } from "@/lib/contracts/documents";
import type { DocumentFilter } from "./document-filter";
import { DocumentRow } from "./document-row";
import type { LiveDocuments } from "./use-documents";
import { DOCUMENTS } from "./words";

interface DocumentTableProps {
  readonly documents: readonly DocumentView[];
  readonly filter: DocumentFilter;
  readonly onOrder: (order: DocumentFilter["order"]) => void;
  readonly onClear: () => void;
  readonly live: LiveDocuments;
}

const ROWS_AT_ONCE = 200;

export function DocumentTable({ documents, filter, onOrder, onClear, live }: DocumentTableProps) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  if (documents.length === 0) {
    return (
      <p className="py-10 text-base text-ink-2">
        {words.noneFits}{" "}
        <button type="button" onClick={onClear} className="underline underline-offset-4 hover:text-ink">
          {terms.showAll}
        </button>
      </p>
    );
  }
  return (
    <>
      <table className="w-full table-fixed border-collapse text-left text-sm">
        <caption className="sr-only">{words.title}</caption>
        <thead className="sticky top-0 z-10 bg-paper">
          <tr className="h-9 border-b border-rule-2">
            <Head sorted={filter.order === "title"} onSort={() => onOrder("title")} className="w-auto">
              {words.head.title}
            </Head>
            <Head className="w-24 @max-[46rem]:hidden">{words.head.kind}</Head>
            <Head className="w-54 @max-[34rem]:w-30">{words.head.state}</Head>
            <Head className="w-16 text-right @max-[58rem]:hidden">{words.head.pages}</Head>
            <Head className="w-22 text-right @max-[58rem]:hidden">{words.head.passages}</Head>
            <Head className="w-44 pl-6! @max-[58rem]:hidden">{words.head.readers}</Head>
            <Head direction="descending" sorted={filter.order === "added"} onSort={() => onOrder("added")} className="w-28 @max-[46rem]:hidden">
              {words.head.added}
            </Head>
            <th scope="col" className="w-9">
              <span className="sr-only">{terms.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.slice(0, rows).map((document) => (
            <DocumentRow key={document.id} document={document} live={live} />
          ))}
        </tbody>
      </table>
      {documents.length > rows && (
        <p className="pt-4">
          <Button onClick={() => setRows(rows + ROWS_AT_ONCE)}>{words.showMore(Math.min(ROWS_AT_ONCE, documents.length - rows))}</Button>
        </p>
      )}
    </>
  );
}

interface HeadProps {
  readonly children: ReactNode;
  readonly sorted?: boolean;
  readonly direction?: "ascending" | "descending";
  readonly onSort?: () => void;
  readonly className?: string;
}

function Head({ children, sorted, direction = "ascending", onSort, className }: HeadProps) {
  const order = onSort && { "aria-sort": sorted ? direction : ("none" as const) };
  return (
    <th scope="col" className={clsx("label pr-4", className)} {...order}>
      {onSort ? (
        <button type="button" onClick={onSort} className={clsx("inline-flex items-center gap-1 rounded-sm", sorted && "text-ink")}>
          {children}
          <ArrowDown size={12} aria-hidden className={sorted ? "" : "opacity-0"} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
