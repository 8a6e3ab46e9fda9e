/** @file OutcomeLine: what kind of answer this is, told apart at a glance by sign, word and weight, not by colour alone. */
import clsx from "clsx";
import { LockKeyhole, Sprout } from "lucide-react";
import type { WordsIn } from "@/app/_components/language/define-words";
import { useWords } from "@/app/_components/language/language";
import type { Answer } from "@/lib/contracts/evidence";
import { OUTCOME } from "./words";

/** The sign before the line: a full marker stroke, a dotted one, the mark of Growth, a lock, or an empty citation bracket. */
export function Sign({ outcome }: { outcome: Answer["outcome"] }) {
  if (outcome === "answered" || outcome === "candidates") return <span className="h-2 w-5 bg-marker-line" aria-hidden />;
  if (outcome === "closest") {
    return <span className="w-5 border-t-2 border-dotted border-marker-line" aria-hidden />;
  }
  if (outcome === "growth") return <Sprout size={15} aria-hidden className="text-ink-2" />;
  if (outcome === "denied") return <LockKeyhole size={15} aria-hidden className="text-ink-2" />;
  return (
    <span className="text-sm leading-none tracking-[0.2em] text-ink-3" aria-hidden>
      [ ]
    </span>
  );
}

function lineOf({ outcome, citations, candidates }: Answer, words: WordsIn<typeof OUTCOME>): { title: string; detail: string | null } | null {
  switch (outcome) {
    case "answered": {
      const documents = new Set(citations.map((citation) => citation.documentId)).size;
      return { title: words.answered, detail: words.answeredFrom(citations.length, documents) };
    }
    case "closest":
      return { title: words.closest, detail: null };
    case "none":
      return { title: words.none, detail: null };
    case "candidates":
      return { title: words.candidates(candidates.length), detail: words.bestFirst };
    case "out_of_scope":
      return { title: words.outOfScope, detail: null };
    case "denied":
      return { title: words.denied, detail: null };
    case "growth":
      return { title: words.growth, detail: words.growthOwn };
    case "chat":
      return null;
  }
}

export function OutcomeLine({ answer, stopped }: { answer: Answer; stopped: boolean }) {
  const words = useWords(OUTCOME);
  const line = stopped ? { title: words.stopped, detail: words.whatHadArrived } : lineOf(answer, words);
  if (!line) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-sm">
      {!stopped && <Sign outcome={answer.outcome} />}
      <strong className={clsx("font-semibold", answer.outcome === "closest" && "italic zh:not-italic")}>{line.title}</strong>
      {line.detail && <span className="text-ink-3 tabular">{line.detail}</span>}
    </p>
  );
}
