/** @file Delete a document: says exactly what goes. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, TERMS } from "@/app/_components/words";
import { deleteDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView } from "@/lib/contracts/documents";
import { DOCUMENTS } from "./words";

interface DeleteDialogProps {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onDeleted: (id: string) => void;
}

export function DeleteDialog({ document, onClose, onDeleted }: DeleteDialogProps) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await deleteDocument(document.id);
      onDeleted(document.id);
      notify({ text: words.deleted(document.title) });
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
      title={words.deleteTitle}
      consequence={
        <>
          <p>
            <span lang={langOf(document.title)}>{terms.quoted(document.title)}</span>
            {words.goes(document.chunks)}
          </p>
          <p className="mt-2">{words.noWayBack}</p>
        </>
      }
      action={busy ? words.deleting : words.deleteAction}
      busy={busy}
      onConfirm={() => void confirm()}
    />
  );
}
