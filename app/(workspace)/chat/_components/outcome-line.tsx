/** @file OutcomeLine: what kind of answer this is, told apart at a glance by sign, word and weight, not by colour alone. */
import clsx from "clsx";
import { LockKeyhole } from "lucide-react";
import { count } from "@/app/_components/words";
import type { Answer } from "@/lib/contracts/evidence";

/** The sign before the line: a full marker stroke, a dotted one, an empty citation bracket, or a lock. */
export function Sign({ outcome }: { outcome: Answer["outcome"] }) {
  if (outcome === "answered" || outcome === "candidates") return <span className="h-2 w-5 bg-marker-line" aria-hidden />;
  if (outcome === "closest") {
    return <span className="w-5 border-t-2 border-dotted border-marker-line" aria-hidden />;
  }
  if (outcome === "denied") return <LockKeyhole size={15} aria-hidden className="text-ink-2" />;
  return (
    <span className="text-sm leading-none tracking-[0.2em] text-ink-3" aria-hidden>
      [ ]
    </span>
  );
}

function words({ outcome, citations, candidates }: Answer): { title: string; detail: string | null } | null {
  switch (outcome) {
    case "answered": {
      const documents = new Set(citations.map((citation) => citation.documentId)).size;
      return { title: "Answered", detail: `${count(citations.length, "quotation")} from ${count(documents, "document")}` };
    }
    case "closest":
      return { title: "Closest passages, not an answer", detail: null };
    case "none":
      return { title: "Not in the documents", detail: null };
    case "candidates":
      return { title: count(candidates.length, "candidate"), detail: "Best first, by what their résumés say" };
    case "out_of_scope":
      return { title: "Outside what Cadre answers", detail: null };
    case "denied":
      return { title: "Not open to your role", detail: null };
    case "chat":
      return null;
  }
}

export function OutcomeLine({ answer, stopped }: { answer: Answer; stopped: boolean }) {
  const line = stopped ? { title: "Stopped", detail: "This is what had arrived" } : words(answer);
  if (!line) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-sm">
      {!stopped && <Sign outcome={answer.outcome} />}
      <strong className={clsx("font-semibold", answer.outcome === "closest" && "italic")}>{line.title}</strong>
      {line.detail && <span className="text-ink-3 tabular">{line.detail}</span>}
    </p>
  );
}
