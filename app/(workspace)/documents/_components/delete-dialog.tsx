/** @file Delete a document: says exactly what goes. */
"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { count, langOf } from "@/app/_components/words";
import { deleteDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView } from "@/lib/contracts/documents";

interface DeleteDialogProps {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onDeleted: (id: string) => void;
}

export function DeleteDialog({ document, onClose, onDeleted }: DeleteDialogProps) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await deleteDocument(document.id);
      onDeleted(document.id);
      notify({ text: `“${document.title}” is deleted.` });
      onClose();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Delete this document?"
      consequence={
        <>
          <p>
            <span lang={langOf(document.title)}>“{document.title}”</span> goes with its file, its text
            {document.chunks > 0 && <> and its {count(document.chunks, "passage")} in the index</>}. No answer will quote it any
            more.
          </p>
          <p className="mt-2">This can’t be undone.</p>
        </>
      }
      action={busy ? "Deleting …" : "Delete document"}
      busy={busy}
      onConfirm={() => void confirm()}
    />
  );
}
