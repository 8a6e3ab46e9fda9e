/** @file InterviewScreen: the questions one below the other, suggestions with their reasons beside them, and what was agreed. */
"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { loadGuide, sendInterview } from "@/lib/browser/growth-interviews";
import { messageOf } from "@/lib/browser/http";
import type { InterviewAction, InterviewAnswers, InterviewGuide } from "@/lib/contracts/growth-interviews";
import { QUESTION_IDS, suggestActions } from "@/lib/browser/stay-interview";
import { GrowthFrame } from "../../../_components/growth-frame";
import { Agreed } from "./agreed";
import { Question } from "./question";
import { Suggestions } from "./suggestions";
import { INTERVIEW } from "./words";

export function InterviewScreen() {
  const words = useWords(INTERVIEW);
  const person = useSearchParams().get("person");
  return person ? <WithPerson key={person} person={person} /> : <GrowthFrame title={words.title} summary={words.missing}>{null}</GrowthFrame>;
}

function WithPerson({ person }: { person: string }) {
  const words = useWords(INTERVIEW);
  const guide = useResource(`growth interview ${person}`, (signal) => loadGuide(person, signal));
  if (guide.data) return <Interview guide={guide.data} />;
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      {guide.waiting && <WaitingRows rows={6} height={96} label={words.title} />}
      {guide.error !== undefined && <FailedPanel error={guide.error} onRetry={guide.reload} />}
    </GrowthFrame>
  );
}

function Interview({ guide }: { guide: InterviewGuide }) {
  const words = useWords(INTERVIEW);
  const router = useRouter();
  const notify = useNotify();
  const [answers, setAnswers] = useState<InterviewAnswers>({});
  const [actions, setActions] = useState<readonly InterviewAction[]>([]);
  const [busy, setBusy] = useState(false);
  const { person, facts } = guide;
  const marks = Object.fromEntries(QUESTION_IDS.flatMap((id) => (answers[id]?.mark ? [[id, answers[id].mark]] : [])));
  const hasSaid = Object.values(answers).some(({ mark, notes }) => mark !== null || notes.trim() !== "");
  const send = async () => {
    setBusy(true);
    try {
      await sendInterview({ employeeId: person.id, answers, actions: [...actions] });
      notify({ text: words.sent(person.name) });
      router.push("/growth/team");
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  return (
    <GrowthFrame title={words.titleWith(person.name)} summary={words.summary}>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ol className="min-w-0 border-b border-rule">
          {QUESTION_IDS.map((id) => (
            <Question key={id} id={id} answer={answers[id] ?? { mark: null, notes: "" }} onChange={(answer) => setAnswers({ ...answers, [id]: answer })} />
          ))}
        </ol>
        <div className="space-y-10">
          <Suggestions person={person.name} shares={facts.shares} suggestions={suggestActions(marks, facts)} agreed={actions.map(({ text }) => text)} onAgree={(text) => setActions([...actions, { text, by: null }])} />
          <Agreed actions={actions} onChange={setActions} />
          <div>
            <p className="mb-3 text-sm text-ink-2">{words.consent(person.name)}</p>
            <Button look="solid" disabled={busy || !hasSaid} onClick={() => void send()}>
              {words.send(person.name)}
            </Button>
          </div>
        </div>
      </div>
    </GrowthFrame>
  );
}
