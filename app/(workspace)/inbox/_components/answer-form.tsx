/** @file Answering an item: a passage, words, or both; whom it serves from now on; or declining. s, w, d, Ctrl+Enter. */
"use client";

import { useEffect, useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Check, INPUT } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf } from "@/app/_components/words";
import { answerInboxItem } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { InboxItem } from "@/lib/contracts/ask-hr";
import { DeclineDialog } from "./decline-dialog";
import { PassagePicker, type Picked } from "./passage-picker";
import { MOST_QUOTED } from "./pick";
import { INBOX } from "./words";

export function AnswerForm({ item, onClosed }: { item: InboxItem; onClosed: () => void }) {
  const words = useWords(INBOX);
  const notify = useNotify();
  const form = useRef<HTMLElement>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [reply, setReply] = useState("");
  const [question, setQuestion] = useState(item.question);
  const [shared, setShared] = useState(!item.sensitive);
  const [declining, setDeclining] = useState(false);
  const [busy, setBusy] = useState(false);
  const tooLong = picked !== null && picked.quote.length > MOST_QUOTED;
  const ready = (reply.trim() !== "" || picked !== null) && !tooLong && question.trim() !== "" && !busy;

  const send = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      const passage = picked && { documentId: picked.documentId, start: picked.start, end: picked.end };
      await answerInboxItem(item.id, { question, reply: reply.trim(), passage, shared, audience: ["role:employee"] });
      notify({ text: words.sent(item.count) });
      onClosed();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog], [role=alertdialog]");
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
      const field = { s: "[data-search]", w: "[data-reply]" }[event.key];
      if (field) form.current?.querySelector<HTMLElement>(field)?.focus();
      else if (event.key === "d") setDeclining(true);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <section
      ref={form}
      aria-label={words.answer}
      className="mt-6 border-t border-rule pt-5"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
    >
      <h3 className="mb-3 text-md font-semibold tracking-tight">{words.answer}</h3>
      <PassagePicker question={item.question} picked={picked} onPick={setPicked} />
      <label className="mt-5 block">
        <span className="mb-1.5 block text-sm font-medium">{words.reply}</span>
        <textarea data-reply rows={4} maxLength={4000} value={reply} lang={langOf(reply)} onChange={(event) => setReply(event.target.value)} className={`${INPUT} py-2`} />
        <span className="mt-1 block text-xs text-ink-3">{words.replyHelp}</span>
      </label>
      <label className="mt-4 block">
        <span className="mb-1.5 block text-sm font-medium">{words.asOthers}</span>
        <textarea rows={2} maxLength={2000} value={question} lang={langOf(question)} onChange={(event) => setQuestion(event.target.value)} className={`${INPUT} py-2`} />
        <span className="mt-1 block text-xs text-ink-3">{words.asOthersHelp}</span>
      </label>
      <div className="mt-3">
        <Check checked={shared} onChange={setShared} label={words.share} help={words.shareHelp} />
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Button look="solid" disabled={!ready} onClick={() => void send()}>
          {words.send} <kbd className="key ml-1 border-0! bg-transparent! text-current! opacity-70 coarse:hidden">{words.sendKeys}</kbd>
        </Button>
        <Button onClick={() => setDeclining(true)}>{words.decline}</Button>
      </div>
      <p className="mt-3 text-xs text-ink-3 coarse:hidden">{words.keys}</p>
      {declining && <DeclineDialog id={item.id} onClose={() => setDeclining(false)} onDeclined={onClosed} />}
    </section>
  );
}
