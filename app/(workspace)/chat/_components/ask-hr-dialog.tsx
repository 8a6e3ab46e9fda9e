/**
 * @file The preview of what is sent to HR: the server makes it from the same data that it sends, and refuses to send anything
 * that was not previewed.
 */
"use client";

import { useEffect, useId, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { QuestionsKept } from "@/app/_components/retention";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, INPUT } from "@/app/_components/ui/field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, TERMS } from "@/app/_components/words";
import { previewAsk, sendAsk } from "@/lib/browser/ask-hr";
import { isAbort, messageOf } from "@/lib/browser/http";
import type { AskHrDraft, AskHrPreview, SentQuestion } from "@/lib/contracts/ask-hr";
import { ASK_HR } from "./ask-hr-words";

const SETTLE_MS = 350;

interface AskHrDialogProps {
  readonly messageId: string;
  readonly question: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

export function AskHrDialog({ messageId, question, onClose, onSent }: AskHrDialogProps) {
  const words = useWords(ASK_HR);
  const terms = useWords(TERMS);
  const language = useLanguage();
  const notify = useNotify();
  const fieldId = useId();
  const [draft, setDraft] = useState<AskHrDraft>({ messageId, question, withContext: false, withName: false });
  const { preview, isCurrent, error, again } = usePreview(draft);
  const [sending, setSending] = useState(false);
  const send = async () => {
    if (!preview || !isCurrent) return;
    setSending(true);
    try {
      await sendAsk({ ...draft, digest: preview.digest });
      notify({ text: words.sent });
      onSent();
      onClose();
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
      again();
    } finally {
      setSending(false);
    }
  };
  const topics = preview?.topics.map((topic) => topic[language]) ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      width="36rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={!preview || !isCurrent || sending || draft.question.trim() === ""} onClick={() => void send()}>
            {sending ? words.sending : words.send}
          </Button>
        </>
      }
    >
      <label htmlFor={fieldId} className="mb-1.5 block text-sm font-medium">
        {words.question}
      </label>
      <textarea
        id={fieldId}
        rows={3}
        maxLength={2000}
        value={draft.question}
        lang={langOf(draft.question)}
        aria-describedby={`${fieldId}-help`}
        onChange={(event) => setDraft({ ...draft, question: event.target.value })}
        className={`${INPUT} py-2`}
      />
      <p id={`${fieldId}-help`} className="mt-1.5 text-xs text-ink-3">
        {words.questionHelp}
      </p>
      <div className="mt-3">
        {preview && preview.earlier > 0 && (
          <Check checked={draft.withContext} onChange={(withContext) => setDraft({ ...draft, withContext })} label={words.withContext(preview.earlier)} />
        )}
        <Check checked={draft.withName} onChange={(withName) => setDraft({ ...draft, withName })} label={words.withName} help={words.withNameHelp} />
      </div>
      {error !== undefined && (
        <div className="mt-4">
          <FailedPanel error={error} onRetry={again} />
        </div>
      )}
      {preview ? <SentCard sent={preview.sent} stale={!isCurrent} /> : error === undefined && <p className="mt-4 text-sm text-ink-3">{words.preparing}</p>}
      {topics.length > 0 && <p className="mt-3 border-l-2 border-ink px-3 py-1 text-sm">{words.sensitive(topics.join(language === "zh" ? "、" : ", "))}</p>}
      <p className="mt-3 text-xs text-ink-3">{words.whoReads}</p>
      <QuestionsKept className="mt-1 text-xs text-ink-3" />
    </Dialog>
  );
}

/** To the letter what HR's inbox shows. */
function SentCard({ sent, stale }: { sent: SentQuestion; stale: boolean }) {
  const words = useWords(ASK_HR);
  return (
    <section aria-label={words.exactly} aria-busy={stale} className="mt-4">
      <h3 className="mb-1.5 text-sm font-medium">{words.exactly}</h3>
      <div className={`rounded-md border border-rule-2 bg-paper px-4 py-3 ${stale ? "opacity-60" : ""}`}>
        <p lang={langOf(sent.question)} className="text-md font-semibold whitespace-pre-line">
          {sent.question}
        </p>
        <p className="mt-1 text-xs text-ink-3">
          {sent.name ?? words.someone} · {words.inLanguage[sent.language]}
        </p>
        {sent.context.length > 0 && (
          <div className="mt-2 border-t border-rule pt-2 text-sm text-ink-2">
            <p className="text-xs text-ink-3">{words.earlier}</p>
            <ul>
              {sent.context.map((question, index) => (
                <li key={index} lang={langOf(question)}>
                  {question}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

interface Previewed {
  readonly key: string;
  readonly preview: AskHrPreview | null;
  readonly error: unknown;
}

/** The server's preview of the draft, made again a moment after the last change. */
function usePreview(draft: AskHrDraft) {
  const [round, setRound] = useState(0);
  const key = JSON.stringify([draft, round]);
  const [made, setMade] = useState<Previewed>({ key: "", preview: null, error: undefined });
  useEffect(() => {
    const controller = new AbortController();
    const [wanted] = JSON.parse(key) as [AskHrDraft];
    const timer = setTimeout(() => {
      if (wanted.question.trim() === "") return;
      previewAsk(wanted, controller.signal).then(
        (preview) => setMade({ key, preview, error: undefined }),
        (error: unknown) => {
          if (!isAbort(error)) setMade((before) => ({ key, preview: before.preview, error }));
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  return { preview: made.preview, isCurrent: made.key === key && made.error === undefined, error: made.error, again: () => setRound((before) => before + 1) };
}
