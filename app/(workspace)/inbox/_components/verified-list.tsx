/** @file Verified answers: those whose source has changed first. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { EmptyPanel } from "@/app/_components/ui/states";
import type { VerifiedAnswerView } from "@/lib/contracts/ask-hr";
import { VerifiedCard } from "./verified-card";
import { INBOX } from "./words";

export function VerifiedList({ answers, onChanged }: { answers: readonly VerifiedAnswerView[]; onChanged: () => void }) {
  const words = useWords(INBOX);
  if (answers.length === 0) {
    return (
      <EmptyPanel title={words.none.answers.title}>
        <p>{words.none.answers.says}</p>
      </EmptyPanel>
    );
  }
  return (
    <ul aria-label={words.views.answers} className="hairline-scroll min-h-0 flex-1 overflow-y-auto px-5 pb-10 sm:px-8">
      {answers.map((answer) => (
        <li key={answer.id} className="max-w-[46rem] border-b border-rule py-5 last:border-b-0">
          <VerifiedCard answer={answer} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  );
}
