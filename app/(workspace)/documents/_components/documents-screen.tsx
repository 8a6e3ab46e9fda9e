/** @file Documents: the list, live; adding by drop or picker for those who may; opening in the reader for everyone. */
"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { count } from "@/app/_components/words";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/core/types";
import { DocumentFilters } from "./document-filters";
import { DocumentTable } from "./document-table";
import { DropAnywhere } from "./drop-anywhere";
import { filterDocuments, NO_FILTER } from "./document-filter";
import { UploadDialog } from "./upload-dialog";
import { useDocuments } from "./use-documents";

export function DocumentsScreen() {
  const me = useMe();
  const live = useDocuments();
  const [filter, setFilter] = useState(NO_FILTER);
  const [adding, setAdding] = useState<readonly File[] | null>(null);
  const kinds = DOCUMENT_KINDS.filter((kind: DocumentKind) => me.permissions.includes(`documents:upload:${kind}`));
  const mayAdd = kinds.length > 0;
  const { documents, trouble } = live;
  const shown = filterDocuments(documents ?? [], filter);
  const working = documents?.filter((document) => document.status === "processing" || document.status === "queued").length ?? 0;
  const summary = documents && [count(documents.length, "document"), working > 0 ? `${working} being read` : null].filter(Boolean).join(" · ");

  return (
    <div className="flex h-full flex-col">
      <ScreenHead title="Documents" summary={summary ?? "Loading …"}>
        {mayAdd && (
          <Button look="solid" onClick={() => setAdding([])}>
            <Plus size={16} aria-hidden /> Add documents
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
        {!documents && !trouble && <WaitingRows rows={12} label="Loading the documents" />}
        {documents?.length === 0 && (
          <EmptyPanel
            title={mayAdd ? "Nothing to read yet" : "No document is open to you yet"}
            action={
              mayAdd && (
                <Button look="solid" onClick={() => setAdding([])}>
                  <Plus size={16} aria-hidden /> Add documents
                </Button>
              )
            }
          >
            {mayAdd
              ? "Drop files anywhere on this page: a leave policy as PDF, say. A minute later, “How many days of leave do I get?” is answered with the line that says so."
              : "When HR adds a policy that you may read, it is listed here, and questions about it are answered."}
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
      {adding && <UploadDialog kinds={kinds} files={adding} onFiles={setAdding} onClose={() => setAdding(null)} />}
    </div>
  );
}
