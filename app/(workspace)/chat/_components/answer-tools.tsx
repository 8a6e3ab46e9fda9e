/** @file The line under an answer: copy, rate, answer again, leaf through alternatives; how sure it is. */
"use client";

import { Check, ChevronLeft, ChevronRight, Copy, RotateCw } from "lucide-react";
import { useState } from "react";
import { Rating } from "@/app/_components/evidence/rating";
import { IconButton } from "@/app/_components/ui/button";
import { Hint } from "@/app/_components/ui/hint";
import { useNotify } from "@/app/_components/ui/toasts";
import { copyText } from "@/lib/browser/copy-answer";
import type { FeedbackView } from "@/lib/contracts/chat";
import type { Shown, Turn } from "./thread-state";

interface AnswerToolsProps {
  readonly turn: Turn;
  readonly shown: Shown;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onShow: (index: number) => void;
  readonly onRated: (feedback: readonly FeedbackView[]) => void;
}

export function AnswerTools({ turn, shown, busy, onAgain, onShow, onRated }: AnswerToolsProps) {
  const { answer } = shown;
  const showsConfidence = shown.state === "complete" && (answer.outcome === "answered" || answer.outcome === "closest");
  return (
    <div className="mt-4 -ml-2 flex flex-wrap items-center gap-x-0.5 text-ink-3">
      <CopyButton text={copyText(turn.question, answer)} />
      <Rating
        messageId={shown.id}
        target={{ type: "answer", id: null }}
        feedback={shown.feedback}
        onChange={onRated}
        of="this answer"
      />
      <IconButton label="Answer again" icon={<RotateCw size={15} />} disabled={busy} onClick={onAgain} />
      {turn.answers.length > 1 && (
        <div role="group" aria-label="Alternative answers" className="flex items-center">
          <IconButton
            label="Previous answer"
            icon={<ChevronLeft size={16} />}
            size="sm"
            disabled={turn.shown === 0}
            onClick={() => onShow(turn.shown - 1)}
          />
          <span className="px-0.5 text-xs tabular" aria-live="polite">
            <span className="sr-only">Answer </span>
            {turn.shown + 1}/{turn.answers.length}
          </span>
          <IconButton
            label="Next answer"
            icon={<ChevronRight size={16} />}
            size="sm"
            disabled={turn.shown === turn.answers.length - 1}
            onClick={() => onShow(turn.shown + 1)}
          />
        </div>
      )}
      {showsConfidence && (
        <Hint text="How well the passages cover your question, 0 to 100. A guide, not a promise: read the quotation.">
          <span tabIndex={0} className="ml-2 rounded-sm text-xs tabular">
            Confidence {Math.round(answer.confidence * 100)}
          </span>
        </Hint>
      )}
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 1600);
    } catch (error) {
      console.warn("copy:", error instanceof Error ? error.name : "failed");
      notify({ text: "The browser did not allow copying. Select the text and copy it by hand.", failed: true });
    }
  };
  return (
    <IconButton
      label={copied ? "Copied" : "Copy with citations"}
      icon={copied ? <Check size={15} /> : <Copy size={15} />}
      onClick={() => void copy()}
    />
  );
}
