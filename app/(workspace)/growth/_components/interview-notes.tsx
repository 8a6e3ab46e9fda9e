/** @file InterviewNotes: stay interviews as the two who spoke read them: the employee keeps or deletes, the manager may take back. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { FailedPanel } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { decideInterview, loadInterviews } from "@/lib/browser/growth-interviews";
import { messageOf } from "@/lib/browser/http";
import type { InterviewView } from "@/lib/contracts/growth-interviews";
import { QUESTION_IDS } from "@/lib/browser/stay-interview";
import { INTERVIEW } from "../team/interview/_components/words";

/** Shows nothing while there are none. */
export function InterviewNotes({ role }: { role: InterviewView["role"] }) {
  const words = useWords(INTERVIEW);
  const notify = useNotify();
  const list = useResource("growth interviews", loadInterviews);
  const shown = (list.data?.interviews ?? []).filter((each) => each.role === role);
  const decide = async (id: string, keep: boolean) => {
    try {
      const next = await decideInterview(id, keep);
      list.change(() => next);
      notify({ text: keep ? words.kept : words.deleted });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  if (list.error !== undefined) return <FailedPanel error={list.error} onRetry={list.reload} />;
  if (shown.length === 0) return null;
  return (
    <section id="conversations" aria-labelledby="conversations-title">
      <h2 id="conversations-title" className="text-lg font-semibold tracking-tight">
        {role === "employee" ? words.mine : words.lists}
      </h2>
      {role === "employee" && <p className="text-sm text-ink-3">{words.mineSays}</p>}
      <ul className="mt-2">
        {shown.map((interview) => (
          <Interview key={interview.id} interview={interview} onDecide={(keep) => void decide(interview.id, keep)} />
        ))}
      </ul>
    </section>
  );
}

function Interview({ interview, onDecide }: { interview: InterviewView; onDecide: (keep: boolean) => void }) {
  const words = useWords(INTERVIEW);
  const formats = useFormats();
  const [deleting, setDeleting] = useState(false);
  const { role, status, answers, actions, expiresOn } = interview;
  const isOwn = role === "employee";
  const day = formats.day(interview.createdAt);
  const mayDelete = isOwn || status === "waiting";
  return (
    <li className="border-t border-rule py-3">
      <p className="text-base font-medium">{isOwn ? words.from(interview.other, day) : words.with(interview.other, day)}</p>
      <p className="text-xs text-ink-3">{[words.status[status], expiresOn && words.expires(formats.day(expiresOn))].filter(Boolean).join(" · ")}</p>
      <details className="mt-1" open={isOwn && status === "waiting"}>
        <summary className="py-1 text-sm text-ink-3">{words.notes}</summary>
        <dl className="mt-1 space-y-2 text-sm">
          {QUESTION_IDS.flatMap((id) => {
            const answer = answers[id];
            if (!answer || (answer.notes === "" && answer.mark === null)) return [];
            return [
              <div key={id}>
                <dt className="text-xs text-ink-3">{[words.questions[id], answer.mark && words.marks[answer.mark]].filter(Boolean).join(" · ")}</dt>
                <dd lang={langOf(answer.notes)} className="whitespace-pre-line">
                  {answer.notes}
                </dd>
              </div>,
            ];
          })}
        </dl>
      </details>
      {actions.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-sm">
          {actions.map(({ text, by }) => (
            <li key={text} lang={langOf(text)}>
              {[text, by && `${words.until} ${formats.day(by)}`].filter(Boolean).join(" · ")}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex gap-2">
        {isOwn && status === "waiting" && (
          <Button size="sm" look="solid" onClick={() => onDecide(true)}>
            {words.keep}
          </Button>
        )}
        {mayDelete && (
          <Button size="sm" onClick={() => setDeleting(true)}>
            {isOwn ? words.remove2 : words.takeBack}
          </Button>
        )}
      </div>
      <ConfirmDialog open={deleting} onOpenChange={setDeleting} title={isOwn ? words.remove2 : words.takeBack} consequence={words.deleteSays} action={isOwn ? words.remove2 : words.takeBack} busy={false} onConfirm={() => onDecide(false)} />
    </li>
  );
}
