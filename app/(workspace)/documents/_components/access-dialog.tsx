/** @file Change who may read a document that is already here. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { langOf, TERMS } from "@/app/_components/words";
import { updateDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import { principal, type DocumentView } from "@/lib/contracts/documents";
import type { Principal } from "@/lib/core/types";
import { AccessFields } from "./access-fields";
import { ACCESS } from "./words";

interface AccessDialogProps {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onSaved: (document: DocumentView) => void;
}

const isPrincipal = (value: string): value is Principal => principal.safeParse(value).success;

export function AccessDialog({ document, onClose, onSaved }: AccessDialogProps) {
  const words = useWords(ACCESS);
  const terms = useWords(TERMS);
  const [acl, setAcl] = useState<Principal[]>(document.acl.filter(isPrincipal));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await updateDocument(document.id, { acl });
      onSaved({ ...document, acl });
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
      title={words.title}
      description={<span lang={langOf(document.title)}>{document.title}</span>}
      width="28rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || acl.length === 0} onClick={() => void save()}>
            {terms.save}
          </Button>
        </>
      }
    >
      <AccessFields kind={document.kind} acl={acl} onChange={setAcl} />
      {acl.length === 0 && <p className="mt-3 text-sm text-no">{words.atLeastOne}</p>}
      {error && (
        <p role="alert" className="mt-3 text-sm text-no">
          {error}
        </p>
      )}
      <p className="mt-4 text-xs text-ink-3">{words.fromNextQuestion}</p>
    </Dialog>
  );
}
