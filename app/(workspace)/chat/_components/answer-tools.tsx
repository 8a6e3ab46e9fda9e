/** @file The line under an answer: copy, rate, answer again, leaf through alternatives; how sure it is. */
"use client";

import { Check, ChevronLeft, ChevronRight, Copy, Printer, RotateCw } from "lucide-react";
import { useState } from "react";
import { Rating } from "@/app/_components/evidence/rating";
import { useWords } from "@/app/_components/language/language";
import { IconButton } from "@/app/_components/ui/button";
import { Hint } from "@/app/_components/ui/hint";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { copyText } from "@/lib/browser/copy-answer";
import type { FeedbackView } from "@/lib/contracts/chat";
import type { Answer } from "@/lib/contracts/evidence";
import type { Shown, Turn } from "./thread-state";
import { PrintSheet } from "./print-sheet";
import { PRINT, TOOLS } from "./words";

interface AnswerToolsProps {
  readonly turn: Turn;
  readonly shown: Shown;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onShow: (index: number) => void;
  readonly onRated: (feedback: readonly FeedbackView[]) => void;
}

export function AnswerTools({ turn, shown, busy, onAgain, onShow, onRated }: AnswerToolsProps) {
  const words = useWords(TOOLS);
  const terms = useWords(TERMS);
  const { answer } = shown;
  const showsConfidence = shown.state === "complete" && (answer.outcome === "answered" || answer.outcome === "closest");
  return (
    <div className="mt-4 -ml-2 flex flex-wrap items-center gap-x-0.5 text-ink-3">
      <CopyButton text={copyText(turn.question, answer, terms)} />
      <PrintButton question={turn.question} answer={answer} />
      <Rating
        messageId={shown.id}
        target={{ type: "answer", id: null }}
        feedback={shown.feedback}
        onChange={onRated}
        of={words.thisAnswer}
      />
      <IconButton label={words.again} icon={<RotateCw size={15} />} disabled={busy} onClick={onAgain} />
      {turn.answers.length > 1 && (
        <div role="group" aria-label={words.alternatives} className="flex items-center">
          <IconButton
            label={words.previous}
            icon={<ChevronLeft size={16} />}
            size="sm"
            disabled={turn.shown === 0}
            onClick={() => onShow(turn.shown - 1)}
          />
          <span className="px-0.5 text-xs tabular" aria-live="polite">
            <span className="sr-only">{words.answer}</span>
            {turn.shown + 1}/{turn.answers.length}
          </span>
          <IconButton
            label={words.next}
            icon={<ChevronRight size={16} />}
            size="sm"
            disabled={turn.shown === turn.answers.length - 1}
            onClick={() => onShow(turn.shown + 1)}
          />
        </div>
      )}
      {showsConfidence && (
        <Hint text={words.confidenceMeans}>
          <span role="note" aria-label={words.confidence(Math.round(answer.confidence * 100))} tabIndex={0} className="ml-2 rounded-sm text-xs tabular">
            {words.confidence(Math.round(answer.confidence * 100))}
          </span>
        </Hint>
      )}
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const words = useWords(TOOLS);
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 1600);
    } catch (error) {
      console.warn("copy:", error instanceof Error ? error.name : "failed");
      notify({ text: words.copyRefused, failed: true });
    }
  };
  return (
    <IconButton
      label={copied ? words.copied : words.copy}
      icon={copied ? <Check size={15} /> : <Copy size={15} />}
      onClick={() => void copy()}
    />
  );
}

function PrintButton({ question, answer }: { question: string; answer: Answer }) {
  const { print } = useWords(PRINT);
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <IconButton label={print} icon={<Printer size={15} />} onClick={() => setPrinting(true)} />
      {printing && <PrintSheet question={question} answer={answer} onDone={() => setPrinting(false)} />}
    </>
  );
}
