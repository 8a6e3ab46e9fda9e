/** @file Give a document another title: the one that answers and lists show. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import { updateDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView } from "@/lib/contracts/documents";
import { DOCUMENTS } from "./words";

interface RenameDialogProps {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onSaved: (document: DocumentView) => void;
}

export function RenameDialog({ document, onClose, onSaved }: RenameDialogProps) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const [title, setTitle] = useState(document.title);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const next = title.trim();
    if (!next) {
      setError(words.needsTitle);
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
      title={words.rename}
      width="28rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            {terms.save}
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
        <TextField label={words.head.title} value={title} maxLength={300} error={error} onChange={(event) => setTitle(event.target.value)} />
      </form>
    </Dialog>
  );
}
