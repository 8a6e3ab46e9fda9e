/** @file "Remove the demo": what goes, what stays, the typed confirmation; then on to the report. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { TERMS } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { loadDemoContents, removeDemo } from "@/lib/browser/settings";
import type { DemoContents } from "@/lib/contracts/setup";
import { SETTINGS } from "./words";

export function RemoveDemoDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(SETTINGS);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("demo", loadDemoContents);
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await removeDemo(typed);
      router.replace("/removed");
    } catch (thrown) {
      setFailure(messageOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onClose()}
      title={words.removeTitle}
      description={words.removeSays}
      width="36rem"
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {terms.keep}
          </Button>
          <Button look="danger" disabled={busy || typed.trim() !== data?.company} onClick={() => void remove()}>
            {busy ? words.removing : words.remove}
          </Button>
        </>
      }
    >
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!data && error === undefined && <WaitingRows rows={4} height={36} label={words.looking} />}
      {failure && (
        <p role="alert" className="mb-3 border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {failure}
        </p>
      )}
      {data && (
        <>
          <Contents contents={data} />
          <TextField label={words.typeName(data.company)} value={typed} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} className="mt-4" />
        </>
      )}
    </Dialog>
  );
}

function Contents({ contents }: { contents: DemoContents }) {
  const words = useWords(SETTINGS);
  const formats = useFormats();
  const { documents, accounts, people, chats, addedDocuments, staying, adminStays, backups } = contents;
  return (
    <ul className="list-disc space-y-1.5 pl-5 text-sm">
      <li>{words.goes(documents, accounts, people, chats)}</li>
      {addedDocuments > 0 && <li className="font-medium">{words.added(addedDocuments)}</li>}
      {staying.length > 0 && <li>{words.stays(formats.list(staying.map(({ name, email }) => `${name} (${email})`)))}</li>}
      <li>{words.audit}</li>
      {backups.length > 0 && <li>{words.backupsStay(backups.length)}</li>}
      {!adminStays && <li>{words.newAdmin}</li>}
    </ul>
  );
}
