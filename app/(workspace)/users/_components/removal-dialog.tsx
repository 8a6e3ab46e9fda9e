/** @file Someone leaves: what goes, what stays and why, said before it is done. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { previewRemoval, removePerson } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import type { RemovalView } from "@/lib/contracts/directory";
import { REMOVAL } from "./removal-words";

interface RemovalDialogProps {
  readonly person: { readonly userId: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function RemovalDialog({ person, onClose, onRemoved }: RemovalDialogProps) {
  const words = useWords(REMOVAL);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const { data, error, reload } = useResource(`removal ${person.userId}`, (signal) => previewRemoval(person.userId, signal));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await removePerson(person.userId);
      notify({ text: words.removed(person.name) });
      onRemoved();
    } catch (thrown) {
      setFailure(messageOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title(person.name)}
      description={words.says}
      width="34rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.keep}</Button>
          <Button look="danger" disabled={busy || !data} onClick={() => void remove()}>
            {words.remove}
          </Button>
        </>
      }
    >
      {failure && (
        <p role="alert" className="mb-3 border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {failure}
        </p>
      )}
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!data && error === undefined && <WaitingRows rows={4} height={36} label={words.looking} />}
      {data && <Consequences view={data} />}
    </Dialog>
  );
}

function Consequences({ view }: { view: RemovalView }) {
  const words = useWords(REMOVAL);
  return (
    <div className="space-y-4 text-sm">
      <List title={words.goes} lines={[words.access, words.address, ...(view.relations > 0 ? [words.relations(view.relations)] : []), ...(view.reports > 0 ? [words.reports(view.reports)] : [])]} />
      <List title={words.stays} lines={[words.chats(view.chats), ...(view.documents > 0 ? [words.documents(view.documents)] : []), words.audit, words.entry]} />
      <p className="text-ink-2">{words.back}</p>
    </div>
  );
}

const List = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <section>
    <h3 className="font-semibold">{title}</h3>
    <ul className="mt-1 list-disc space-y-1 pl-5 text-ink-2 marker:text-ink-3">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);
