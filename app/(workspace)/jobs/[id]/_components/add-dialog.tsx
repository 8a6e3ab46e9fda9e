/** @file Adding candidates to an opening: files that are sent now, or people whose résumés are here, with channel and consent. */
"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { SelectField, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { uploadDocuments } from "@/lib/browser/documents";
import { addApplications } from "@/lib/browser/recruiting";
import { CHANNELS, CONSENTS, type Channel, type Consent } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../../recruiting-words";
import { ExistingPeople } from "./existing-people";
import { useAct } from "./use-act";

interface AddDialogProps {
  readonly openingId: string;
  /** Résumés that have applied already. */
  readonly applied: readonly string[];
  /** Chosen from the beginning. */
  readonly first: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

export function AddDialog({ openingId, applied, first, onClose, onAdded }: AddDialogProps) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [picked, setPicked] = useState<readonly string[]>(first);
  const [facts, setFacts] = useState<{ channel: Channel; consent: Consent; keepUntil: string }>({ channel: "careers-site", consent: "application", keepUntil: "" });
  const [busy, act] = useAct();
  const add = () =>
    act(async () => {
      const sent = files.length > 0 ? await uploadDocuments(files, { kind: "resume", acl: ["role:recruiter", "role:hr_lead"], onDuplicate: "skip" }, () => undefined) : null;
      const documents = [...picked, ...(sent?.accepted ?? []).map(({ id }) => id)];
      if (documents.length > 0) {
        const { added } = await addApplications(openingId, { documents, channel: facts.channel, consent: facts.consent, keepUntil: facts.keepUntil === "" ? null : facts.keepUntil });
        notify({ text: sent ? words.addedReading(sent.accepted.length) : words.added(added) });
      }
      if (sent && sent.failed.length > 0) notify({ text: `${words.refused(sent.failed.length)} ${sent.failed[0]?.message ?? ""}`, failed: true });
      onAdded();
      onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.add}
      description={words.addSays}
      width="40rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || files.length + picked.length === 0} onClick={() => void add()}>{words.addAction(files.length + picked.length)}</Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField label={words.source} value={facts.channel} onChange={(channel) => setFacts({ ...facts, channel })} choices={CHANNELS.map((value) => ({ value, label: words.channel[value] }))} />
        <SelectField label={words.consentLabel} value={facts.consent} onChange={(consent) => setFacts({ ...facts, consent })} choices={CONSENTS.map((value) => ({ value, label: words.consent[value] }))} />
        <TextField label={words.keepUntil} type="date" value={facts.keepUntil} onChange={(event) => setFacts({ ...facts, keepUntil: event.target.value })} />
      </div>
      <Files files={files} onFiles={setFiles} />
      <ExistingPeople openingId={openingId} applied={applied} first={first} picked={picked} onPick={setPicked} />
    </Dialog>
  );
}

function Files({ files, onFiles }: { files: readonly File[]; onFiles: (files: readonly File[]) => void }) {
  const words = useWords(RECRUITING);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => onFiles([...files, ...(list ?? [])]);
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); take(event.dataTransfer.files); }} className="mt-4 flex items-center gap-3 rounded-lg border border-dashed border-rule-2 px-4 py-4">
      <Upload size={17} aria-hidden className="text-ink-3" />
      <span className="min-w-0 flex-1 text-sm">{files.length > 0 ? words.files(files.length) : words.upload}</span>
      <Button onClick={() => input.current?.click()}>{words.choose}</Button>
      <input ref={input} type="file" multiple aria-label={words.upload} className="sr-only" onChange={(event) => take(event.target.files)} />
    </div>
  );
}
