/** @file Give a document another title: the one that answers and lists show. */
"use client";

import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { updateDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView } from "@/lib/contracts/documents";

interface RenameDialogProps {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onSaved: (document: DocumentView) => void;
}

export function RenameDialog({ document, onClose, onSaved }: RenameDialogProps) {
  const [title, setTitle] = useState(document.title);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const next = title.trim();
    if (!next) {
      setError("A document needs a title.");
      return;
    }
    setBusy(true);
    try {
      await updateDocument(document.id, { title: next });
      onSaved({ ...document, title: next });
      onClose();
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Rename document"
      width="28rem"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label="Title" value={title} maxLength={300} error={error} onChange={(event) => setTitle(event.target.value)} />
      </form>
    </Dialog>
  );
}
