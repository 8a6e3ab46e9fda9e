/** @file Add documents: which files, of what kind, for whom, and what to do with those that are already here. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, SelectField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { uploadDocuments } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { DocumentView, UploadFields, UploadResult } from "@/lib/contracts/documents";
import type { DocumentKind, Principal } from "@/lib/core/types";
import { AccessFields, usualAccess } from "./access-fields";
import { DETAILS } from "./details-words";
import { FilePicker } from "./file-picker";
import { isOutOfOrder, TermsFields } from "./terms-fields";
import { UploadOutcome } from "./upload-outcome";
import { ADDING, DOCUMENTS } from "./words";

interface UploadDialogProps {
  /** Kinds that this person may add; never empty. */
  readonly kinds: readonly DocumentKind[];
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onClose: () => void;
  /** What a new document may take the place of. */
  readonly documents: readonly DocumentView[];
}

type Fields = UploadFields & { acl: Principal[] };

export function UploadDialog({ kinds, files, onFiles, onClose, documents: present }: UploadDialogProps) {
  const details = useWords(DETAILS);
  const mayDetail = useCan("documents:manage:policy");
  const words = useWords(ADDING);
  const documents = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [fields, setFields] = useState<Fields>(() => {
    const kind = kinds[0] ?? "policy";
    return { kind, acl: usualAccess(kind), onDuplicate: "skip" };
  });
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [result, setResult] = useState<UploadResult | null>(null);

  const upload = async () => {
    setSent(0);
    setError(null);
    try {
      const outcome = await uploadDocuments(files, fields, setSent);
      const skipped = outcome.accepted.filter((file) => file.outcome === "skipped").length;
      if (outcome.failed.length > 0 || skipped > 0) {
        setResult(outcome);
        return;
      }
      notify({ text: words.added(outcome.accepted.length) });
      onClose();
    } catch (failure) {
      setError(messageOf(failure));
    } finally {
      setSent(null);
    }
  };
  const busy = sent !== null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onClose()}
      title={result ? words.withExceptions : words.title}
      {...(result ? {} : { description: words.formats })}
      width="34rem"
      footer={
        result ? (
          <Button look="solid" onClick={onClose}>
            {terms.done}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={busy}>
              {terms.cancel}
            </Button>
            <Button look="solid" disabled={busy || files.length === 0 || fields.acl.length === 0 || isOutOfOrder(fields.terms ?? {})} onClick={() => void upload()}>
              {busy ? <span className="tabular">{words.sending(Math.round(sent * 100))}</span> : words.addFiles(files.length)}
            </Button>
          </>
        )
      }
    >
      {result ? (
        <UploadOutcome result={result} />
      ) : (
        <div className="space-y-5">
          <FilePicker files={files} onChange={onFiles} />
          <SelectField
            label={documents.kind}
            value={fields.kind}
            onChange={(kind) => setFields({ kind, acl: usualAccess(kind), onDuplicate: fields.onDuplicate })}
            choices={kinds.map((kind) => ({ value: kind, label: terms.kind[kind] }))}
          />
          <AccessFields kind={fields.kind} acl={fields.acl} onChange={(acl) => setFields({ ...fields, acl })} />
          <Group legend={words.duplicates}>
            <Check
              type="radio"
              name="duplicates"
              checked={fields.onDuplicate === "skip"}
              onChange={() => setFields({ ...fields, onDuplicate: "skip" })}
              label={words.skip}
            />
            <Check
              type="radio"
              name="duplicates"
              checked={fields.onDuplicate === "replace"}
              onChange={() => setFields({ ...fields, onDuplicate: "replace" })}
              label={words.replace}
              help={words.replaceHelp}
            />
          </Group>
          {mayDetail && fields.kind !== "resume" && (
            <details className="border-t border-rule pt-4">
              <summary className="cursor-pointer text-sm font-medium">{details.optional}</summary>
              <div className="pt-4">
                <TermsFields
                  value={fields.terms ?? {}}
                  onChange={(value) => setFields({ ...fields, terms: value })}
                  older={present.filter(({ kind, status }) => kind === fields.kind && status === "ready").map(({ id, title }) => ({ id, title }))}
                />
              </div>
            </details>
          )}
          {error && (
            <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
              {error}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
