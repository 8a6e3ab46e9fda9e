/** @file Ask HR under an answer that did not help: the offer, "waiting", or what HR replied. */
"use client";

import { MessageCircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { withdrawAsk } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { MyAsk } from "@/lib/contracts/ask-hr";
import { AskHrDialog } from "./ask-hr-dialog";
import { ASK_HR } from "./ask-hr-words";
import { HrReplyView } from "./hr-reply";
import type { Asks } from "./use-asks";

interface AskHrProps {
  readonly messageId: string;
  readonly question: string;
  readonly asks: Asks;
  /** Not answered by the documents: offer it plainly. */
  readonly offered: boolean;
}

export function AskHr({ messageId, question, asks, offered }: AskHrProps) {
  const words = useWords(ASK_HR);
  const [open, setOpen] = useState(false);
  const isOn = useCan("hr:ask");
  const ask = asks.of(messageId);
  if (ask?.state === "waiting") return <Waiting ask={ask} onChanged={asks.reload} />;
  if (ask) return <HrReplyView ask={ask} />;
  if (!offered || !isOn) return null;
  return (
    <div className="mt-5 flex max-w-[40rem] flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-rule-2 bg-desk px-4 py-3 text-sm">
      <p className="min-w-48 flex-1 text-ink-2">{words.offerSays}</p>
      <Button onClick={() => setOpen(true)}>
        <MessageCircleQuestionMark size={15} aria-hidden /> {words.offer}
      </Button>
      {open && <AskHrDialog messageId={messageId} question={question} onClose={() => setOpen(false)} onSent={asks.reload} />}
    </div>
  );
}

function Waiting({ ask, onChanged }: { ask: MyAsk; onChanged: () => void }) {
  const words = useWords(ASK_HR);
  const formats = useFormats();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawAsk(ask.id);
      notify({ text: words.withdrawn });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
      setAsking(false);
      onChanged();
    }
  };
  return (
    <div className="mt-5 flex max-w-[40rem] flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-rule-2 bg-desk px-4 py-3 text-sm">
      <p className="min-w-48 flex-1">
        <strong className="font-semibold">{words.waiting}</strong>
        <span className="block text-ink-3">{words.waitingSays(formats.day(ask.sentAt), ask.sent.name !== null)}</span>
      </p>
      <Button size="sm" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={words.withdrawTitle} consequence={words.withdrawConsequence} action={words.withdraw} busy={busy} onConfirm={() => void withdraw()} />
    </div>
  );
}
