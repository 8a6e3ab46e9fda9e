/** @file Documents: the list, live; adding by drop or picker for those who may; opening in the reader for everyone. */
"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useMe } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { TERMS } from "@/app/_components/words";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/core/types";
import { DocumentFilters } from "./document-filters";
import { DocumentTable } from "./document-table";
import { DropAnywhere } from "./drop-anywhere";
import { filterDocuments, NO_FILTER } from "./document-filter";
import { UploadDialog } from "./upload-dialog";
import { useDocuments } from "./use-documents";
import { DOCUMENTS } from "./words";

export function DocumentsScreen() {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const me = useMe();
  const live = useDocuments();
  const [filter, setFilter] = useState(NO_FILTER);
  const [adding, setAdding] = useState<readonly File[] | null>(null);
  const kinds = DOCUMENT_KINDS.filter((kind: DocumentKind) => me.permissions.includes(`documents:upload:${kind}`));
  const mayAdd = kinds.length > 0;
  // While candidates are switched off there is no other way to what was erased.
  const keepsReceipts = me.permissions.includes("documents:delete:resume") && !me.permissions.includes("candidates:search");
  const { documents, trouble } = live;
  const shown = filterDocuments(documents ?? [], filter);
  const working = documents?.filter((document) => document.status === "processing" || document.status === "queued").length ?? 0;
  const summary = documents && [words.summary(documents.length), working > 0 ? words.beingRead(working) : null].filter(Boolean).join(" · ");

  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={summary ?? terms.loading}>
        {keepsReceipts && <Link href="/candidates/receipts" className="inline-flex h-9 items-center text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{words.receipts}</Link>}
        {mayAdd && (
          <Button look="solid" onClick={() => setAdding([])}>
            <Plus size={16} aria-hidden /> {words.add}
          </Button>
        )}
      </ScreenHead>
      {documents?.length !== 0 && <DocumentFilters filter={filter} documents={documents ?? []} onChange={setFilter} />}
      {trouble && (
        <div className="px-5 pb-3 sm:px-8">
          <FailedPanel error={trouble} onRetry={live.restart} />
        </div>
      )}
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-6 sm:px-8">
        {!documents && !trouble && <WaitingRows rows={12} label={words.loading} />}
        {documents?.length === 0 && (
          <EmptyPanel
            title={mayAdd ? words.emptyForAdders : words.emptyForReaders}
            action={
              mayAdd && (
                <Button look="solid" onClick={() => setAdding([])}>
                  <Plus size={16} aria-hidden /> {words.add}
                </Button>
              )
            }
          >
            {mayAdd ? words.emptyForAddersSays : words.emptyForReadersSays}
          </EmptyPanel>
        )}
        {documents && documents.length > 0 && (
          <DocumentTable
            documents={shown}
            filter={filter}
            onOrder={(order) => setFilter({ ...filter, order })}
            onClear={() => setFilter(NO_FILTER)}
            live={live}
          />
        )}
      </div>
      {mayAdd && <DropAnywhere onFiles={(files) => setAdding((before) => [...(before ?? []), ...files])} />}
      {adding && <UploadDialog kinds={kinds} files={adding} onFiles={setAdding} onClose={() => setAdding(null)} documents={live.documents ?? []} />}
    </div>
  );
}
