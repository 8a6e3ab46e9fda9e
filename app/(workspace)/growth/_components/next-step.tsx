/** @file NextStep: the one thing to do now, with its reason; what follows; how far one is. */
"use client";

import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf } from "@/app/_components/words";
import { actOnPlan } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { PlanAction, PlanStepView, StoredPlan } from "@/lib/contracts/growth";
import { hoursText, percentOf } from "./money";
import { Reach } from "./reach";
import { GROWTH, HOME } from "./words";

const AFTER = 3;

export function NextStep({ plan, onChanged }: { plan: StoredPlan; onChanged: () => void }) {
  const words = useWords(HOME);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const open = plan.plan.steps.filter(({ status }) => status === "planned" || status === "started");
  const [step, ...rest] = open;
  const act = async (action: PlanAction, said: string) => {
    setBusy(true);
    try {
      await actOnPlan(plan.id, action);
      notify({ text: said });
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  const mark = (status: PlanStepView["status"], said: string) => step && void act({ do: "step", courseId: step.courseId, status }, said);
  const { coverageBefore, coverageAfter } = plan.plan;
  const { coverageNow, done, of } = plan.progress;
  return (
    <section aria-labelledby="next-step">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-3">
        <span className="label">{words.next}</span>
        <span className="tabular">{words.summary(done, of)}</span>
      </p>
      {step && (
        <>
          <h2 id="next-step" lang={langOf(step.title[language])} className="mt-1 text-2xl font-semibold tracking-tight">
            {step.title[language]}
          </h2>
          <p className="mt-1 text-sm text-ink-2 tabular">
            {[terms.kind[step.kind], terms.hours(hoursText(step.hours)), words.due(formats.day(step.start), formats.day(step.end)), step.session?.site ?? step.provider].filter(Boolean).join(" · ")}
          </p>
          <p className="mt-3 max-w-2xl text-md text-ink-2">{step.reason[language]}</p>
          {step.late && (
            <p className="mt-3 flex flex-wrap items-center gap-3 border-l-2 border-no pl-3 text-sm">
              {words.late(formats.day(step.end))}
              <Button size="sm" disabled={busy} onClick={() => void act({ do: "replan" }, words.replanned)}>
                {words.replan}
              </Button>
            </p>
          )}
          <div className="mt-5 flex flex-wrap items-center gap-2">
            {step.status === "planned" && (
              <Button look="solid" disabled={busy} onClick={() => mark("started", words.markedStarted(step.title[language]))}>
                {words.started}
              </Button>
            )}
            <Button look={step.status === "started" ? "solid" : "outline"} disabled={busy} onClick={() => mark("done", words.markedDone(step.title[language]))}>
              {words.done}
            </Button>
            <Link href={`/growth/plan?id=${plan.id}`} className="ml-2 inline-flex items-center gap-1.5 text-sm font-medium underline underline-offset-4">
              <CalendarPlus size={15} aria-hidden /> {words.whole}
            </Link>
          </div>
        </>
      )}
      <div className="mt-8 max-w-2xl">
        <p lang={langOf(plan.target.title[language])} className="mb-2 text-sm font-medium">
          {plan.target.title[language]}
        </p>
        <Reach before={coverageBefore} now={coverageNow} after={coverageAfter} label={`${terms.percent(percentOf(coverageBefore))} ${words.from}, ${terms.percent(percentOf(coverageNow))} ${words.now}, ${terms.percent(percentOf(coverageAfter))} ${words.to}`} />
        <p className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-xs text-ink-3 tabular" aria-hidden>
          <span>{`${terms.percent(percentOf(coverageBefore))} ${words.from}`}</span>
          <span>{`${terms.percent(percentOf(coverageNow))} ${words.now}`}</span>
          <span>{`${terms.percent(percentOf(coverageAfter))} ${words.to}`}</span>
        </p>
      </div>
      {rest.length > 0 && (
        <>
          <h3 className="mt-8 label">{words.thenSteps}</h3>
          <ol className="mt-1 max-w-2xl">
            {rest.slice(0, AFTER).map((next) => (
              <li key={next.courseId} className="flex items-baseline justify-between gap-4 border-t border-rule py-2 text-sm">
                <span lang={langOf(next.title[language])}>{next.title[language]}</span>
                <span className="shrink-0 text-ink-3 tabular">{formats.day(next.start)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
