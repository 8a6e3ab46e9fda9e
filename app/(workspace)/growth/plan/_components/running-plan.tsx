/** @file RunningPlan: a plan that has begun: calendar, steps with their state, planning again, approval, the calendar file. */
"use client";

import { CalendarDays } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog, Dialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { actOnPlan, calendarHref } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { PlanAction, StoredPlan } from "@/lib/contracts/growth";
import { GrowthFrame } from "../../_components/growth-frame";
import { moneyText, percentOf } from "../../_components/money";
import { Reach } from "../../_components/reach";
import { GROWTH, HOME } from "../../_components/words";
import { ConstraintsForm } from "./constraints-form";
import { GapList } from "./gap-list";
import { PlanCalendar } from "./plan-calendar";
import { StepList } from "./step-list";
import { PLAN } from "./words";

interface RunningPlanProps {
  readonly plan: StoredPlan;
  readonly onChanged: (plan: StoredPlan) => void;
}

export function RunningPlan({ plan, onChanged }: RunningPlanProps) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const home = useWords(HOME);
  const language = useLanguage();
  const router = useRouter();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [changing, setChanging] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [constraints, setConstraints] = useState(plan.constraints);
  const act = async (action: PlanAction, said: string) => {
    setBusy(true);
    try {
      onChanged(await actOnPlan(plan.id, action));
      notify({ text: said });
      if (action.do === "drop") router.push("/growth");
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  const { coverageBefore, coverageAfter } = plan.plan;
  const { coverageNow, done, of } = plan.progress;
  const isActive = plan.status === "active";
  const retired = plan.plan.steps.filter((step) => step.retired && step.status === "planned").length;
  return (
    <GrowthFrame
      title={plan.target.title[language]}
      summary={`${home.summary(done, of)} · ${words.version(plan.version)}`}
      actions={
        isActive && (
          <div className="flex flex-wrap gap-2">
            <a href={calendarHref(plan.id, language)} className="inline-flex h-9 items-center gap-1.5 rounded-md border border-rule-2 bg-sheet px-3.5 text-sm font-medium hover:border-ink-3 hover:bg-press coarse:min-h-10">
              <CalendarDays size={15} aria-hidden /> {words.ics}
            </a>
            <Button disabled={busy} onClick={() => setChanging(true)}>
              {words.change}
            </Button>
            <Button look="solid" disabled={busy} onClick={() => void act({ do: "replan" }, words.replanned)}>
              {words.replan}
            </Button>
          </div>
        )
      }
    >
      <Reach before={coverageBefore} now={coverageNow} after={coverageAfter} label={`${terms.covered(percentOf(coverageNow))}; ${words.brings(percentOf(coverageBefore), percentOf(coverageAfter))}`} className="max-w-2xl" />
      <p className="mt-2 mb-8 text-sm text-ink-2 tabular">{`${terms.covered(percentOf(coverageNow))}; ${words.brings(percentOf(coverageBefore), percentOf(coverageAfter))}`}</p>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-10">
          {isActive && retired > 0 && (
            <div className="flex flex-wrap items-center justify-between gap-3 border-y border-rule py-3 text-sm">
              <p>{words.retiredSteps(retired)}</p>
              <Button size="sm" disabled={busy} onClick={() => void act({ do: "replan" }, words.replanned)}>
                {words.replan}
              </Button>
            </div>
          )}
          <PlanCalendar steps={plan.plan.steps} />
          <StepList
            plan={plan.plan}
            names={plan.names}
            busy={busy}
            {...(isActive || plan.status === "done" ? { onStatus: (step, status) => void act({ do: "step", courseId: step.courseId, status }, status === "done" ? home.markedDone(step.title[language]) : `${step.title[language]}: ${terms.status[status]}`) } : {})}
            onRate={(step, useful, comment) => void act({ do: "rate", courseId: step.courseId, useful, comment }, words.rated)}
          />
          <GapList gap={plan.gap} />
        </div>
        <div className="space-y-8">
          <Approval plan={plan} busy={busy} onAsk={() => void act({ do: "ask-approval" }, words.asked)} />
          {isActive && (
            <Button look="quiet" size="sm" className="-ml-2.5" onClick={() => setDropping(true)}>
              {words.drop}
            </Button>
          )}
        </div>
      </div>
      <Dialog
        open={changing}
        onOpenChange={setChanging}
        title={words.change}
        footer={
          <Button
            look="solid"
            disabled={busy}
            onClick={() => {
              setChanging(false);
              void act({ do: "replan", constraints }, words.replanned);
            }}
          >
            {words.apply}
          </Button>
        }
      >
        <ConstraintsForm value={constraints} currency={plan.approval.budgetLeft.currency} onChange={setConstraints} />
      </Dialog>
      <ConfirmDialog open={dropping} onOpenChange={setDropping} title={words.drop} consequence={words.dropSays} action={words.drop} busy={busy} onConfirm={() => void act({ do: "drop" }, words.dropped)} />
    </GrowthFrame>
  );
}

function Approval({ plan, busy, onAsk }: { plan: StoredPlan; busy: boolean; onAsk: () => void }) {
  const words = useWords(PLAN);
  const language = useLanguage();
  const { state, by, note, needed, budgetLeft } = plan.approval;
  const says = state === "approved" ? words.approved(by ?? "") : state === "declined" ? words.declined(by ?? "") : state === "asked" ? words.asked : needed ? words.approvalNeeded(moneyText(budgetLeft, language)) : words.approvalFree;
  return (
    <section aria-labelledby="approval">
      <h2 id="approval" className="text-sm font-semibold">
        {words.approval}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{says}</p>
      {note !== "" && <p className="mt-1 border-l-2 border-rule-2 pl-3 text-sm">{note}</p>}
      {plan.status === "active" && needed && (state === "none" || state === "declined") && (
        <Button size="sm" className="mt-3" disabled={busy} onClick={onAsk}>
          {words.ask}
        </Button>
      )}
    </section>
  );
}
