/** @file Changing a verified answer: other words, another passage. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, INPUT } from "@/app/_components/ui/field";
import { langOf, TERMS } from "@/app/_components/words";
import type { VerifiedAnswerView, VerifiedChange } from "@/lib/contracts/ask-hr";
import { PassagePicker, type Picked } from "./passage-picker";
import { MOST_QUOTED } from "./pick";
import { INBOX } from "./words";

interface ChangeDialogProps {
  readonly answer: VerifiedAnswerView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSave: (change: VerifiedChange) => void;
}

export function ChangeDialog({ answer, busy, onClose, onSave }: ChangeDialogProps) {
  const words = useWords(INBOX);
  const terms = useWords(TERMS);
  const { source } = answer;
  const [reply, setReply] = useState(answer.reply);
  const [shared, setShared] = useState(answer.shared);
  const [picked, setPicked] = useState<Picked | null>(source && answer.state === "serving" ? { ...source } : null);
  const ready = (reply.trim() !== "" || picked !== null) && (picked === null || picked.quote.length <= MOST_QUOTED);
  const passage = picked && { documentId: picked.documentId, start: picked.start, end: picked.end };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.change}
      description={<span lang={langOf(answer.question)}>{answer.question}</span>}
      width="44rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={!ready || busy} onClick={() => onSave({ do: "change", reply: reply.trim(), passage, shared })}>
            {terms.save}
          </Button>
        </>
      }
    >
      <PassagePicker question={answer.question} picked={picked} onPick={setPicked} />
      <label className="mt-5 block">
        <span className="mb-1.5 block text-sm font-medium">{words.reply}</span>
        <textarea rows={4} maxLength={4000} value={reply} lang={langOf(reply)} onChange={(event) => setReply(event.target.value)} className={`${INPUT} py-2`} />
      </label>
      <div className="mt-3">
        <Check checked={shared} onChange={setShared} label={words.share} help={words.shareHelp} />
      </div>
    </Dialog>
  );
}
