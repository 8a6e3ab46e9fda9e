/** @file What people contest, for HR leads: read, answered, and where it is right the row taken out. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check } from "@/app/_components/ui/field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { answerContest, loadContests } from "@/lib/browser/insights";
import { CONTEST_OUTCOMES, type ContestOutcome, type ContestView } from "@/lib/contracts/insights";
import { INSIGHTS } from "../words";
import { LongField } from "./approval-form";

const LEAST = 10;

export function ContestList() {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  const { data, error, reload } = useResource("insights:contests", loadContests);
  const [asked, setAsked] = useState<ContestView | null>(null);
  return (
    <section aria-label={words.contests}>
      <h2 className="mb-1 text-base font-semibold">{words.contests}</h2>
      {!data && error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {data?.length === 0 && <p className="text-sm text-ink-3">{words.noContests}</p>}
      {data?.map((contest) => (
        <article key={contest.id} className="border-t border-rule py-3 text-sm">
          <div className="flex items-baseline gap-3">
            <p className="font-medium">{words.contestSays(contest.person ?? words.someone, contest.table)}</p>
            <p className="ml-auto text-xs text-ink-3">{formats.day(contest.createdAt)}</p>
          </div>
          <p className="mt-1 max-w-prose border-l-2 border-marker-line pl-3 font-serif whitespace-pre-line">{contest.reason}</p>
          {contest.outcome === null ? <Button size="sm" className="mt-2" onClick={() => setAsked(contest)}>{words.answer}</Button> : <p className="mt-1 text-ink-2"><span className="mr-2 rounded-sm border border-rule-2 px-1.5 text-xs">{words.outcomeDone[contest.outcome]}</span>{contest.answer}</p>}
        </article>
      ))}
      {asked && <AnswerDialog contest={asked} onClose={() => setAsked(null)} onAnswered={() => (setAsked(null), reload())} />}
    </section>
  );
}

function AnswerDialog({ contest, onClose, onAnswered }: { contest: ContestView; onClose: () => void; onAnswered: () => void }) {
  const words = useWords(INSIGHTS);
  const notify = useNotify();
  const [outcome, setOutcome] = useState<ContestOutcome>("kept");
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await answerContest(contest.id, outcome, text);
      notify({ text: words.answered });
      onAnswered();
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={onClose} title={words.answerTitle(contest.person ?? words.someone)} footer={<Button look="solid" disabled={busy || text.trim().length < LEAST} onClick={() => void send()}>{words.answer}</Button>}>
      <p className="mb-4 border-l-2 border-marker-line pl-3 font-serif whitespace-pre-line">{contest.reason}</p>
      {CONTEST_OUTCOMES.map((one) => <Check key={one} type="radio" name="outcome" checked={outcome === one} disabled={one === "removed" && !contest.hasRow} onChange={() => setOutcome(one)} label={words.outcome[one]} />)}
      <div className="mt-4"><LongField label={words.answerText} help={words.atLeast(LEAST)} value={text} onChange={setText} /></div>
    </Dialog>
  );
}
