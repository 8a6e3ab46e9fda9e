/** @file TeamScreen: plans that wait for the manager's yes, and what each report shares. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { decidePlan, loadTeam } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { TeamView } from "@/lib/contracts/growth";
import { GrowthFrame } from "../../_components/growth-frame";
import { InterviewNotes } from "../../_components/interview-notes";
import { moneyText } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { INTERVIEW } from "../interview/_components/words";
import { SharedProfile } from "./shared-profile";
import { TEAM } from "./words";

export function TeamScreen() {
  const words = useWords(TEAM);
  const team = useResource("growth team", loadTeam);
  const { data } = team;
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      {team.waiting && <WaitingRows rows={5} height={64} label={words.title} />}
      {team.error !== undefined && <FailedPanel error={team.error} onRetry={team.reload} />}
      {data && (
        <div className="max-w-4xl space-y-10">
          {data.approvals.length > 0 && (
            <section aria-labelledby="approvals">
              <h2 id="approvals" className="text-lg font-semibold tracking-tight">
                {words.approvals}
              </h2>
              <ul className="mt-2">
                {data.approvals.map((approval) => (
                  <Approval key={approval.planId} approval={approval} onDone={team.reload} />
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="people">
            <h2 id="people" className="text-lg font-semibold tracking-tight">
              {words.people}
            </h2>
            {data.people.length === 0 && <p className="py-4 text-base text-ink-2">{words.none}</p>}
            <ul className="mt-2">
              {data.people.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </ul>
          </section>
          <InterviewNotes role="manager" />
        </div>
      )}
    </GrowthFrame>
  );
}

function Approval({ approval, onDone }: { approval: TeamView["approvals"][number]; onDone: () => void }) {
  const words = useWords(TEAM);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const notify = useNotify();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const decide = async (approve: boolean) => {
    setBusy(true);
    try {
      await decidePlan({ planId: approval.planId, approve, note });
      notify({ text: words.decided });
      onDone();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  return (
    <li className="border-t border-rule py-3">
      <h3 className="text-base font-medium">{words.asks(approval.name, approval.title[language])}</h3>
      <p className="text-sm text-ink-2 tabular">{words.costs(moneyText(approval.price, language), moneyText(approval.budgetLeft, language))}</p>
      <ul className="mt-1 text-sm text-ink-3 tabular">
        {approval.steps.map((step) => (
          <li key={step.title.en}>{`${step.title[language]} · ${step.price.amount > 0 ? moneyText(step.price, language) : terms.free}`}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-end gap-2">
        <TextField label={words.note} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} className="min-w-56 flex-1" />
        <Button look="solid" className="h-10" disabled={busy} onClick={() => void decide(true)}>
          {words.approve}
        </Button>
        <Button className="h-10" disabled={busy} onClick={() => void decide(false)}>
          {words.decline}
        </Button>
      </div>
    </li>
  );
}

function Person({ person }: { person: TeamView["people"][number] }) {
  const words = useWords(TEAM);
  const language = useLanguage();
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const { plan } = person;
  if (!person.shares) {
    return (
      <li className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-3">
        <span>
          <span className="font-medium">{person.name}</span> <span className="text-sm text-ink-3">{person.title}</span>
        </span>
        <span className="text-sm text-ink-3">{words.private}</span>
        <InterviewLink person={person} />
      </li>
    );
  }
  return (
    <li className="border-t border-rule py-3">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span>
          <span className="font-medium">{person.name}</span> <span className="text-sm text-ink-3">{person.title}</span>
        </span>
        <span className="text-sm text-ink-2 tabular">
          {[plan ? words.plan(plan.title[language], plan.done, plan.of) : words.noPlan, plan?.finish && formats.day(plan.finish), plan && plan.late > 0 && words.late(plan.late)].filter(Boolean).join(" · ")}
        </span>
      </p>
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary className="py-1 text-sm text-ink-3">{words.opens(person.skills ?? 0)}</summary>
        {opened && <SharedProfile id={person.id} name={person.name} />}
      </details>
      <InterviewLink person={person} />
    </li>
  );
}

function InterviewLink({ person }: { person: TeamView["people"][number] }) {
  const words = useWords(INTERVIEW);
  return (
    <Link href={`/growth/team/interview?person=${encodeURIComponent(person.id)}`} aria-label={words.beginWith(person.name)} className="basis-full text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
      {words.begin}
    </Link>
  );
}
