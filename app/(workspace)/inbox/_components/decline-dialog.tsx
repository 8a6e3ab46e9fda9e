/** @file Declining a question, with a reason that its askers see. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { declineInboxItem } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import { INBOX } from "./words";

export function DeclineDialog({ id, onClose, onDeclined }: { id: string; onClose: () => void; onDeclined: () => void }) {
  const words = useWords(INBOX);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const decline = async () => {
    setBusy(true);
    try {
      await declineInboxItem(id, reason.trim());
      notify({ text: words.declined });
      onDeclined();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.declineTitle}
      description={words.declineSays}
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={reason.trim() === "" || busy} onClick={() => void decline()}>
            {words.decline}
          </Button>
        </>
      }
    >
      <label className="block">
        <span className="mb-1.5 block text-sm font-medium">{words.reason}</span>
        <textarea rows={4} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} className={`${INPUT} py-2`} />
      </label>
    </Dialog>
  );
}
