/** @file Add documents: which files, of what kind, for whom, and what to do with those that are already here. */
"use client";

import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, SelectField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { count, KIND } from "@/app/_components/words";
import { uploadDocuments } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import type { UploadFields, UploadResult } from "@/lib/contracts/documents";
import type { DocumentKind, Principal } from "@/lib/core/types";
import { AccessFields, usualAccess } from "./access-fields";
import { FilePicker } from "./file-picker";
import { UploadOutcome } from "./upload-outcome";

interface UploadDialogProps {
  /** Kinds that this person may add; never empty. */
  readonly kinds: readonly DocumentKind[];
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

type Fields = UploadFields & { acl: Principal[] };

export function UploadDialog({ kinds, files, onFiles, onClose }: UploadDialogProps) {
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
      notify({ text: `${count(outcome.accepted.length, "file")} added. They can be asked about as soon as they are read.` });
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
      title={result ? "Added, with exceptions" : "Add documents"}
      {...(result ? {} : { description: "PDF, Word, Markdown, text, HTML, CSV, or a zip of these." })}
      width="34rem"
      footer={
        result ? (
          <Button look="solid" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={busy}>
              Cancel
            </Button>
            <Button look="solid" disabled={busy || files.length === 0 || fields.acl.length === 0} onClick={() => void upload()}>
              {busy ? <span className="tabular">Sending {Math.round(sent * 100)} %</span> : files.length > 0 ? `Add ${count(files.length, "file")}` : "Add"}
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
            label="Kind"
            value={fields.kind}
            onChange={(kind) => setFields({ ...fields, kind, acl: usualAccess(kind) })}
            choices={kinds.map((kind) => ({ value: kind, label: KIND[kind] }))}
          />
          <AccessFields kind={fields.kind} acl={fields.acl} onChange={(acl) => setFields({ ...fields, acl })} />
          <Group legend="A file that is already here">
            <Check
              type="radio"
              name="duplicates"
              checked={fields.onDuplicate === "skip"}
              onChange={() => setFields({ ...fields, onDuplicate: "skip" })}
              label="Skip it"
            />
            <Check
              type="radio"
              name="duplicates"
              checked={fields.onDuplicate === "replace"}
              onChange={() => setFields({ ...fields, onDuplicate: "replace" })}
              label="Replace it"
              help="The old one answers until the new one is ready."
            />
          </Group>
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
