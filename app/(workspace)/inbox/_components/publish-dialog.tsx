/** @file Making a document of a reply: its title, and who may read it. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, TERMS } from "@/app/_components/words";
import { publishVerified } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { VerifiedAnswerView } from "@/lib/contracts/ask-hr";
import { ROLES, type Role } from "@/lib/core/types";
import { INBOX } from "./words";

interface PublishDialogProps {
  readonly answer: VerifiedAnswerView;
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

export function PublishDialog({ answer, onClose, onPublished }: PublishDialogProps) {
  const words = useWords(INBOX);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [title, setTitle] = useState(answer.question.replace(/[?？]\s*$/, "").slice(0, 120));
  const [readers, setReaders] = useState<readonly Role[]>(["employee"]);
  const [busy, setBusy] = useState(false);
  const publish = async () => {
    setBusy(true);
    try {
      await publishVerified(answer.id, { title: title.trim(), audience: readers.map((role) => `role:${role}` as const) });
      notify({ text: words.publishedSays });
      onClose();
      onPublished();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.publishTitle}
      description={words.publishSays}
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || title.trim() === "" || readers.length === 0} onClick={() => void publish()}>
            {words.publish}
          </Button>
        </>
      }
    >
      <TextField label={words.documentTitle} value={title} maxLength={120} lang={langOf(title)} onChange={(event) => setTitle(event.target.value)} />
      <div className="mt-4">
        <Group legend={words.readers}>
          {ROLES.filter((role) => role !== "admin").map((role) => (
            <Check
              key={role}
              checked={readers.includes(role) || (role !== "employee" && readers.includes("employee"))}
              disabled={role !== "employee" && readers.includes("employee")}
              onChange={(checked) => setReaders(checked ? [...readers, role] : readers.filter((other) => other !== role))}
              label={terms.rolePlural[role]}
            />
          ))}
        </Group>
      </div>
      <p lang={langOf(answer.reply)} className="mt-4 rounded-md border border-rule bg-paper px-4 py-3 text-sm whitespace-pre-line">{answer.reply}</p>
    </Dialog>
  );
}
