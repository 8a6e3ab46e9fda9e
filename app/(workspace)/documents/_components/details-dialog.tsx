/** @file A document's details: who owns it, from when to when and for whom it holds, what it replaces, when it is looked over. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, TERMS } from "@/app/_components/words";
import { changeTerms } from "@/lib/browser/document-details";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView, TermsChangeRequest } from "@/lib/contracts/documents";
import { dayText } from "@/lib/core/standing-text";
import { DETAILS } from "./details-words";
import { isOutOfOrder, TermsFields } from "./terms-fields";

interface DetailsDialogProps {
  readonly document: DocumentView;
  /** All that the person sees: what this one may take the place of is among them. */
  readonly documents: readonly DocumentView[];
  readonly onClose: () => void;
}

export function DetailsDialog({ document, documents, onClose }: DetailsDialogProps) {
  const words = useWords(DETAILS);
  const terms = useWords(TERMS);
  const language = useLanguage();
  const notify = useNotify();
  const [before] = useState(() => requestOf(document));
  const [value, setValue] = useState<TermsChangeRequest>(before);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      // Only what was changed: an owner without an account, or a predecessor that one may not read, stays as it is.
      const change = Object.fromEntries(Object.entries(value).filter(([field, now]) => JSON.stringify(now) !== JSON.stringify(before[field as keyof TermsChangeRequest])));
      if (Object.keys(change).length > 0) {
        await changeTerms(document.id, change);
        notify({ text: words.saved });
      }
      onClose();
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  const reviewedOn = document.terms?.reviewedOn;
  const owner = document.terms?.owner;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={<span lang={langOf(document.title)}>{document.title}</span>}
      width="42rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || isOutOfOrder(value)} onClick={() => void save()}>
            {terms.save}
          </Button>
        </>
      }
    >
      <TermsFields
        value={value}
        onChange={setValue}
        older={documents.filter(({ id, kind, status }) => id !== document.id && kind === document.kind && status === "ready").map(({ id, title }) => ({ id, title }))}
        namedOwner={owner?.id === null ? owner.name : undefined}
      />
      {reviewedOn && <p className="mt-4 text-xs text-ink-3">{words.reviewed(dayText(reviewedOn, language))}</p>}
      {error && (
        <p role="alert" className="mt-4 border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {error}
        </p>
      )}
    </Dialog>
  );
}

function requestOf({ terms }: DocumentView): TermsChangeRequest {
  return {
    ownerId: terms?.owner?.id ?? null,
    validFrom: terms?.validFrom ?? null,
    validUntil: terms?.validUntil ?? null,
    supersedesId: terms?.supersedes?.id ?? null,
    sites: terms?.sites ?? [],
    contracts: terms?.contracts ?? [],
    audience: terms?.audience ?? [],
    languages: terms?.languages ?? [],
    reviewMonths: terms?.reviewMonths ?? null,
  };
}
